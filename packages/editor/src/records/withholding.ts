import {
  WITHHOLDING_CLASSES,
  WITHHOLDING_REASONS,
  type ChildTold,
  type CompartmentId,
  type Day,
  type ItemId,
  type ParticipantId,
  type RootName,
  type WithholdingClass,
  type WithholdingReason,
} from '@goldthread/schema';
import {fieldsOf, idOf, idsOf, listOf, momentOf, oneOf, textOf} from './read.ts';
import {readTold} from './read-told.ts';

/** A person from whom something is withheld, and how much they may know. */
export interface HiddenFrom {
  readonly id: ParticipantId;
  readonly class: WithholdingClass;
}

export const WITHHOLDING_STATUSES = ['pending', 'approved', 'releaseAsked', 'released', 'undone'] as const;
export type WithholdingStatus = (typeof WITHHOLDING_STATUSES)[number];

/** A decision to withhold, as one of its readers may know it. */
export interface Withholding {
  readonly id: string;
  readonly compartmentId: CompartmentId;
  readonly itemIds: readonly ItemId[];
  /** Who is withheld, where the decision is about a person. */
  readonly personId: ParticipantId | null;
  readonly hiddenFrom: readonly HiddenFrom[];
  readonly audience: readonly ParticipantId[];
  readonly reasonCode: WithholdingReason;
  readonly legalGround: string;
  readonly factBase: string;
  readonly alternatives: string;
  readonly openReason: string;
  readonly childTold: string;
  /** `null` where it was somebody of whom this reader doesn't know. */
  readonly proposedBy: ParticipantId | null;
  readonly proposedAt: Date;
  readonly approvedBy: ParticipantId | null;
  readonly approvedAt: Date | null;
  readonly reviewOn: Day;
  readonly status: WithholdingStatus;
  readonly isOverdue: boolean;
  readonly escalatedAt: Date | null;
  readonly mayApprove: boolean;
  readonly mayReview: boolean;
  readonly mayRelease: boolean;
  /** For whom somebody asked that they read it too. */
  readonly readerAsked: ParticipantId | null;
  readonly mayAddReader: boolean;
  /** What whoever asked wrote down of telling the child. */
  readonly releaseTold: ChildTold | null;
  readonly readerTold: ChildTold | null;
  /** Whether this person has to write that down before they ask or agree. */
  readonly releaseNeedsTold: boolean;
  readonly readerNeedsTold: boolean;
  readonly undoUntil: Date | null;
}

/** What one reader may know of what is withheld on a plan. */
export interface WithholdingList {
  readonly withholdings: readonly Withholding[];
  /** The parts in which this reader is told that something is kept private. */
  readonly marks: readonly RootName[];
}

/** Reads one decision; null if it isn't one. */
export function readWithholding(body: unknown): Withholding | null {
  const fields = fieldsOf(body);
  const compartmentId = idOf<CompartmentId>(fields['compartmentId']);
  const proposedBy = idOf<ParticipantId>(fields['proposedBy']);
  const proposedAt = momentOf(fields['proposedAt']);
  const reasonCode = oneOf(WITHHOLDING_REASONS, fields['reasonCode']);
  const status = oneOf(WITHHOLDING_STATUSES, fields['status']);
  const id = textOf(fields['id']);
  if (!compartmentId || !proposedAt || !reasonCode || !status || id === '') return null;
  return {
    ...{id, compartmentId, proposedBy, proposedAt, reasonCode, status},
    itemIds: idsOf<ItemId>(fields['itemIds']),
    personId: idOf<ParticipantId>(fields['personId']),
    hiddenFrom: listOf(fields['hiddenFrom']).flatMap(one => readHidden(one) ?? []),
    audience: idsOf<ParticipantId>(fields['audience']),
    legalGround: textOf(fields['legalGround']),
    factBase: textOf(fields['factBase']),
    alternatives: textOf(fields['alternatives']),
    openReason: textOf(fields['openReason']),
    childTold: textOf(fields['childTold']),
    approvedBy: idOf<ParticipantId>(fields['approvedBy']),
    approvedAt: momentOf(fields['approvedAt']),
    reviewOn: textOf(fields['reviewOn']),
    isOverdue: fields['isOverdue'] === true,
    escalatedAt: momentOf(fields['escalatedAt']),
    mayApprove: fields['mayApprove'] === true,
    mayReview: fields['mayReview'] === true,
    mayRelease: fields['mayRelease'] === true,
    readerAsked: idOf<ParticipantId>(fields['readerAsked']),
    mayAddReader: fields['mayAddReader'] === true,
    releaseTold: readTold(fields['releaseTold']),
    readerTold: readTold(fields['readerTold']),
    releaseNeedsTold: fields['releaseNeedsTold'] === true,
    readerNeedsTold: fields['readerNeedsTold'] === true,
    undoUntil: momentOf(fields['undoUntil']),
  };
}

/** Reads the answer to `GET /withholdings`; a decision that can't be read makes it no answer. */
export function readWithholdings(body: unknown): WithholdingList | null {
  const fields = fieldsOf(body);
  const found = listOf(fields['withholdings']).map(readWithholding);
  const withholdings = found.filter(one => one !== null);
  if (!Array.isArray(fields['withholdings']) || withholdings.length < found.length) return null;
  // A root that this page doesn't know marks no part that it shows.
  const marks = listOf(fields['marks']).map(one => textOf(fieldsOf(one)['root']) as RootName);
  return {withholdings, marks};
}

function readHidden(value: unknown): HiddenFrom | null {
  const fields = fieldsOf(value);
  const id = idOf<ParticipantId>(fields['id']);
  const strictness = oneOf(WITHHOLDING_CLASSES, fields['class']);
  return id && strictness ? {id, class: strictness} : null;
}
