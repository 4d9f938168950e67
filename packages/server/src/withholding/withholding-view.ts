import type {ChildTold, CompartmentId, ParticipantId, RootName} from '@goldthread/schema';
import {
  isProfessional,
  mayApprove,
  mayRelease,
  mayReview,
  stateOf,
  type Decider,
  type WithholdingDecision,
} from '@goldthread/schema';
import {isInForce, untoldReaders, type WithholdingRecord} from '../storage/index.ts';
import {needsTold, releaseAsked} from './against-choice.ts';
import {decidersOf, decisionOf} from './decision-of.ts';
import {isReader, mayKnowOfHiding, peopleKnownTo, type PlanFacts} from './plan-facts.ts';
import {dayOf, UNDO_MS} from './withholding-ports.ts';

/** A decision as one of its readers sees it. Times are ISO strings. */
export interface WithholdingView {
  readonly id: string;
  readonly compartmentId: string;
  readonly itemIds: readonly string[];
  readonly personId: string | null;
  readonly hiddenFrom: readonly {readonly id: string; readonly class: 'marked' | 'sealed'}[];
  readonly audience: readonly string[];
  readonly reasonCode: WithholdingRecord['reasonCode'];
  readonly legalGround: string;
  readonly factBase: string;
  readonly alternatives: string;
  readonly openReason: string;
  readonly childTold: string;
  /** Open items that rest on it. */
  readonly shapes: readonly string[];
  /** `null` where it was somebody of whom the reader may not know. */
  readonly proposedBy: string | null;
  readonly proposedAt: string;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
  readonly reviewOn: string;
  readonly status: WithholdingRecord['status'];
  readonly isOverdue: boolean;
  readonly escalatedAt: string | null;
  readonly mayApprove: boolean;
  readonly mayReview: boolean;
  readonly mayRelease: boolean;
  /** Who somebody asked should read it too; a second person has to agree. */
  readonly readerAsked: string | null;
  /** Whether this reader may ask for that, or agree. */
  readonly mayAddReader: boolean;
  /** What whoever asked wrote down of telling the child, for professionals alone. */
  readonly releaseTold: ChildTold | null;
  readonly readerTold: ChildTold | null;
  /** Whether this reader has to write it down before they ask or agree that it be opened, or that somebody more reads it. */
  readonly releaseNeedsTold: boolean;
  readonly readerNeedsTold: boolean;
  /** Until when this reader can take it back; `null` where they can't. */
  readonly undoUntil: string | null;
}

/** A reader's withholdings: the decisions that they may know, and the sections in which they are told that there is one. */
export interface WithholdingList {
  readonly withholdings: readonly WithholdingView[];
  readonly marks: readonly {readonly root: RootName}[];
}

/** Whether somebody may know of a decision: they read what it withholds, and know the person whom it withholds. */
export function mayKnow(record: WithholdingRecord, facts: PlanFacts, reader: ParticipantId): boolean {
  const compartment = facts.compartments.find(({id}) => id === record.compartmentId);
  if (compartment === undefined || !isReader(compartment, reader)) return false;
  const {personId, hiddenFrom} = record;
  if (personId === null) return compartment.kind === 'withheld';
  const hidden = hiddenFrom.map(({id}) => id);
  return mayKnowOfHiding(facts, personId, hidden, reader);
}

/**
 * Everything that one reader may know of what is withheld on a plan, and nothing that depends on anything else. Of what somebody
 * opened in an emergency they are told above all from whom it is kept.
 */
export function listFor(
  records: readonly WithholdingRecord[],
  facts: PlanFacts,
  reader: ParticipantId,
  now: number,
  emergency: readonly CompartmentId[] = [],
): WithholdingList {
  const inForce = records.filter(isInForce);
  const isOpen = (record: WithholdingRecord) =>
    record.personId === null && emergency.includes(record.compartmentId);
  const mine = inForce.filter(record => mayKnow(record, facts, reader) || isOpen(record));
  const roots = new Set(inForce.flatMap(record => markedRoots(record, facts, reader)));
  const order = facts.planType.sections.map(({root}) => root);
  return {
    withholdings: mine.map(record => viewFor(withLaterItems(record, records, facts), facts, reader, now)),
    marks: order.filter(root => roots.has(root)).map(root => ({root})),
  };
}

/**
 * A decision with the items that were written among its own since: whatever stands in its compartment and no other decision
 * names. No item is withheld without a decision that somebody looks at again. A child's own words that stand there because the child
 * chose these readers are nobody's decision but the child's.
 */
export function withLaterItems(
  record: WithholdingRecord,
  records: readonly WithholdingRecord[],
  facts: PlanFacts,
): WithholdingRecord {
  const together = records.filter(one => one.compartmentId === record.compartmentId && one.personId === null);
  if (record.personId !== null || together.find(isInForce) !== record) return record;
  const named = new Set(together.flatMap(({itemIds}) => itemIds));
  const later = facts.items.filter(
    one => one.compartmentId === record.compartmentId && !named.has(one.id) && !one.verbatim,
  );
  return {...record, itemIds: [...record.itemIds, ...later.map(({id}) => id)]};
}

/** Where a reader is told that something is kept private: once for each section, however much there is. */
function markedRoots(record: WithholdingRecord, facts: PlanFacts, reader: ParticipantId): RootName[] {
  const isMarked = record.hiddenFrom.some(one => one.id === reader && one.class === 'marked');
  if (!isMarked || mayKnow(record, facts, reader)) return [];
  return facts.items.flatMap(item =>
    item.compartmentId === record.compartmentId && record.itemIds.includes(item.id)
      ? (item.anchorRoot ?? [])
      : [],
  );
}

/** One decision as one of its readers sees it. People of whom the reader may not know are left out. */
export function viewFor(
  decided: WithholdingRecord,
  facts: PlanFacts,
  reader: ParticipantId,
  now: number,
): WithholdingView {
  const people = decidersOf(facts);
  const me = people.find(({id}) => id === reader);
  const record = me?.role === 'child' ? asTold(decided) : decided;
  const decision = decisionOf(record, facts);
  const known = new Set(peopleKnownTo(facts, reader).map(({id}) => id));
  const state = stateOf(
    {
      proposedOn: decision.proposedOn,
      reviewOn: decision.reviewOn,
      isApproved: record.status !== 'pending',
      escalatedOn: record.escalatedAt === null ? null : dayOf(record.escalatedAt),
    },
    dayOf(now),
  );
  const asked = record.readerAsked;
  const undoUntil = record.proposedAt + UNDO_MS;
  const {id, compartmentId, itemIds, personId, reasonCode, legalGround, factBase, alternatives} = record;
  return {
    ...{id, compartmentId, itemIds, personId, reasonCode, legalGround, factBase, alternatives},
    hiddenFrom: record.hiddenFrom.filter(one => known.has(one.id)),
    audience: readersShown(record, facts, me?.role === 'child', decision.audience).filter(one =>
      known.has(one),
    ),
    openReason: record.openReason,
    childTold: record.childTold,
    shapes: record.shapes.map(one => one.id),
    proposedBy: known.has(record.proposedBy) ? record.proposedBy : null,
    proposedAt: isoOf(record.proposedAt),
    ...approvalFor(record, known),
    reviewOn: record.reviewOn,
    status: record.status,
    isOverdue: state === 'overdue' || state === 'escalated',
    escalatedAt: record.escalatedAt === null ? null : isoOf(record.escalatedAt),
    mayApprove: me !== undefined && record.status === 'pending' && mayApprove(me, decision, people),
    mayReview: me !== undefined && record.status !== 'pending' && mayReview(me, decision, people),
    mayRelease: me !== undefined && mayRelease(me, decision, people),
    readerAsked: asked === null || !known.has(asked.id) ? null : asked.id,
    mayAddReader: me !== undefined && mayAddReader(me, record, decision, people),
    releaseTold: isProfessional(me?.role ?? 'child') ? record.releaseTold : null,
    readerTold: isProfessional(me?.role ?? 'child') ? (asked?.told ?? null) : null,
    releaseNeedsTold: needsTold(facts, record, reader, releaseAsked(record)),
    readerNeedsTold: needsTold(facts, record, reader, asked),
    undoUntil: reader === record.proposedBy && now < undoUntil ? isoOf(undoUntil) : null,
  };
}

/**
 * Whether somebody may ask that one person more reads what a decision withholds or, once somebody else has asked, may agree. It takes
 * the two people whom opening it takes.
 */
export function mayAddReader(
  person: Decider,
  {personId, readerAsked}: Pick<WithholdingRecord, 'personId' | 'readerAsked'>,
  decision: WithholdingDecision,
  people: readonly Decider[],
): boolean {
  const releaseAskedBy = readerAsked?.askedBy ?? null;
  return personId === null && mayRelease(person, {...decision, releaseAskedBy}, people);
}

/** A decision as the child may know it: what was asked against the child's choice only once the child was told. */
function asTold(record: WithholdingRecord): WithholdingRecord {
  const {releaseTold, readerAsked, status} = record;
  const isReleaseUntold = releaseTold !== null && releaseTold.how !== 'told';
  const isReaderUntold = readerAsked?.told && readerAsked.told.how !== 'told';
  return {
    ...record,
    ...(isReleaseUntold && {
      releaseAskedBy: null,
      releaseTold: null,
      status: status === 'releaseAsked' ? 'approved' : status,
    }),
    ...(isReaderUntold && {readerAsked: null}),
  };
}

/** The readers; for the child none at all where one of them isn't told of yet, since a list that lacks somebody is false. */
function readersShown(
  {compartmentId}: WithholdingRecord,
  {choices}: PlanFacts,
  isChild: boolean,
  audience: readonly ParticipantId[],
): readonly ParticipantId[] {
  return isChild && untoldReaders(choices, compartmentId).size > 0 ? [] : audience;
}

/** Who approved it and when; nothing of it where that would tell of somebody of whom the reader may not know. */
function approvalFor(
  {approvedBy, approvedAt}: WithholdingRecord,
  known: ReadonlySet<ParticipantId>,
): Pick<WithholdingView, 'approvedBy' | 'approvedAt'> {
  if (approvedBy === null || approvedAt === null || !known.has(approvedBy))
    return {approvedBy: null, approvedAt: null};
  return {approvedBy, approvedAt: isoOf(approvedAt)};
}

function isoOf(at: number): string {
  return new Date(at).toISOString();
}
