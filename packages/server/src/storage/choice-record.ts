import type {
  ChildTold,
  ChoiceId,
  CompartmentId,
  CopyReason,
  ItemId,
  OverrideId,
  ParticipantId,
  PlanId,
} from '@goldthread/schema';

/** That one person more reads what a child kept from them, to keep somebody safe: one person asks and another one agrees. */
export interface Override {
  readonly id: OverrideId;
  /** Who is to read it; `null` is everybody, where it was opened. */
  readonly reader: ParticipantId | null;
  readonly reason: string;
  readonly askedBy: ParticipantId;
  readonly askedAt: number;
  /** Who was asked to agree. */
  readonly second: ParticipantId;
  readonly told: ChildTold;
  /** `null` until the second person agreed; then the reader reads it. */
  readonly agreedAt: number | null;
  /** What whoever asked said about the words: places that may be told, and why words of private notes may stand there. */
  readonly cleared: readonly string[];
  readonly copyReason: CopyReason | null;
}

/**
 * What a child chose about one item besides who reads it, and what was decided against it. It moves with the item and is sealed with the key of its compartment, so
 * that whoever the child doesn't want to read it never learns that they were named.
 */
export interface ChoiceRecord {
  readonly id: ChoiceId;
  readonly planId: PlanId;
  readonly compartmentId: CompartmentId;
  readonly itemId: ItemId;
  /** Who should not see it. */
  readonly notWith: readonly ParticipantId[];
  /** What adults decided against the child's choice. */
  readonly overrides: readonly Override[];
  /** Whom the child shows it to, where adults opened it to everybody; else its readers say it. */
  readonly shownTo: readonly ParticipantId[] | null;
}

/** What a choice says where nothing was decided against it. */
export const NOTHING_DECIDED = {overrides: [], shownTo: null} as const satisfies Partial<ChoiceRecord>;

/** Who reads an item because two adults decided so. */
export function readersByDecision(choice: ChoiceRecord | null | undefined): readonly ParticipantId[] {
  return (choice?.overrides ?? []).flatMap(({reader, agreedAt}) =>
    agreedAt === null || reader === null ? [] : [reader],
  );
}

/** Who reads something of a document without the child having been told. */
export function untoldReaders(
  choices: readonly ChoiceRecord[],
  compartmentId: CompartmentId,
): ReadonlySet<ParticipantId> {
  const here = choices.filter(one => one.compartmentId === compartmentId).flatMap(one => one.overrides);
  return new Set(
    here.flatMap(({reader, agreedAt, told}) =>
      reader !== null && agreedAt !== null && told.how !== 'told' ? [reader] : [],
    ),
  );
}
