import {newId, type ParticipantId, type WithholdingId} from '@goldthread/schema';
import type {ImportedDecision, ParticipantKey} from '@goldthread/schema/json';
import type {ParticipantRecord, PlanRecord, WithholdingRecord} from '../storage/index.ts';
import type {HttpPorts} from './http-ports.ts';

/** A review of which a file says nothing is due at once: nothing that is withheld goes without a day to look at it again. */
const DUE_AT_ONCE = 0;

/** What a decision is about: items in their compartment, or a person. */
export type DecisionAbout = Pick<
  WithholdingRecord,
  'compartmentId' | 'itemIds' | 'personId' | 'hiddenFrom' | 'shapes'
>;

/** What a file says of a decision, but for what it is about. */
export type WrittenDecision = Pick<
  ImportedDecision['decision'],
  'reasonCode' | 'legalGround' | 'openReason' | 'proposedBy' | 'approvedBy' | 'approvedOn' | 'reviewOn'
>;

/** The people who may be named as those who decided, and the one who is where a file names none of them. */
export interface PossibleDeciders {
  readonly people: readonly ParticipantRecord[];
  readonly otherwise: ParticipantId;
}

/** The people who can have decided something that these people read: its readers see who did, so nobody hidden from one of them. */
export function possibleDeciders(
  people: readonly ParticipantRecord[],
  readers: readonly ParticipantId[],
): readonly ParticipantRecord[] {
  return people.filter(one => !readers.some(id => one.hiddenFrom.includes(id)));
}

/** The record of a decision of a file. */
export function importedDecision(
  {random}: Pick<HttpPorts, 'random'>,
  plan: PlanRecord,
  written: WrittenDecision,
  about: DecisionAbout,
  deciders: PossibleDeciders,
): WithholdingRecord {
  const idOf = (key: ParticipantKey | undefined) => deciders.people.find(one => one.key === key)?.id ?? null;
  const approvedBy = idOf(written.approvedBy);
  const approvedOn = written.approvedOn === undefined ? plan.createdAt : Date.parse(written.approvedOn);
  const isOwnChoice =
    about.personId === null && written.reasonCode === 'child_confidence' && written.approvedBy === undefined;
  return {
    id: newId<WithholdingId>(random),
    planId: plan.id,
    ...about,
    reasonCode: written.reasonCode,
    legalGround: written.legalGround,
    factBase: '',
    alternatives: '',
    openReason: written.openReason ?? '',
    childTold: '',
    imminent: false,
    proposedBy: idOf(written.proposedBy) ?? deciders.otherwise,
    proposedAt: approvedOn,
    approvedBy,
    approvedAt: approvedBy === null ? null : approvedOn,
    reviewOn: written.reviewOn ?? new Date(DUE_AT_ONCE).toISOString().slice(0, 10),
    reviewedAt: null,
    status: approvedBy !== null || isOwnChoice ? 'approved' : 'pending',
    releaseAskedBy: null,
    releaseTold: null,
    readerAsked: null,
    escalatedAt: null,
    movedFrom: [],
  };
}
