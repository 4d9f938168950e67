import type {
  ChildTold,
  CompartmentId,
  ItemId,
  ParticipantId,
  PlanId,
  RootName,
  WithholdingId,
} from '@goldthread/schema';
import type {ShapedFacts, WithholdingReason} from '@goldthread/schema';
import type {PmJson} from '@goldthread/schema/prosemirror';

/** Where a decision stands. `undone` and `released` are over; nothing else ever opens what is withheld. */
export type WithholdingStatus = 'pending' | 'approved' | 'releaseAsked' | 'released' | 'undone';

/** Whether a decision still holds. */
export function isInForce({status}: Pick<WithholdingRecord, 'status'>): boolean {
  return status !== 'released' && status !== 'undone';
}

/** A person from whom something is withheld: told that something is (`marked`), or told nothing (`sealed`). */
export interface HiddenReader {
  readonly id: ParticipantId;
  readonly class: 'marked' | 'sealed';
}

/** Somebody who is to read what a decision withholds, and who asked for it. */
export interface ReaderAsked {
  readonly id: ParticipantId;
  readonly askedBy: ParticipantId;
  /** What the child was told, where it goes against the child's choice. */
  readonly told: ChildTold | null;
}

/** Where an item stood in an open compartment before it was withheld. */
export interface FormerPlace {
  /** Its id since it was withheld. */
  readonly itemId: ItemId;
  /** Its id before, which only the undo and the release give back. */
  readonly formerId: ItemId;
  readonly compartmentId: CompartmentId;
  readonly root: RootName;
  /** The item that it stood after; `null` at the start of its section. */
  readonly afterItemId: ItemId | null;
  /** As it stood there, where it can't stand so among withheld items: statutory text becomes a private note. */
  readonly formerNode: PmJson | null;
}

/** One decision to withhold items, or a person, from named people (domain 6.4). Every word of it is stored sealed. */
export interface WithholdingRecord {
  readonly id: WithholdingId;
  readonly planId: PlanId;
  /** Where the items are; for a person, the shared compartment. */
  readonly compartmentId: CompartmentId;
  readonly itemIds: readonly ItemId[];
  /** The person who is withheld; `null` where items are. */
  readonly personId: ParticipantId | null;
  readonly hiddenFrom: readonly HiddenReader[];
  readonly reasonCode: WithholdingReason;
  readonly legalGround: string;
  readonly factBase: string;
  readonly alternatives: string;
  /** Safe to show to anybody; empty if there is none. */
  readonly openReason: string;
  /** What the child was told. */
  readonly childTold: string;
  /** Open items that rest on what is withheld. */
  readonly shapes: readonly ShapedFacts[];
  /** Somebody may come to harm now. */
  readonly imminent: boolean;
  readonly proposedBy: ParticipantId;
  readonly proposedAt: number;
  readonly approvedBy: ParticipantId | null;
  readonly approvedAt: number | null;
  /** A day, such as `2026-12-04`. */
  readonly reviewOn: string;
  readonly reviewedAt: number | null;
  readonly status: WithholdingStatus;
  readonly releaseAskedBy: ParticipantId | null;
  /** What the child was told by whoever asked, where opening it goes against the child's choice. */
  readonly releaseTold: ChildTold | null;
  readonly escalatedAt: number | null;
  /** Another reader, for whom one person asked and a second one has to agree; `null` where nobody asked. */
  readonly readerAsked: ReaderAsked | null;
  readonly movedFrom: readonly FormerPlace[];
}
