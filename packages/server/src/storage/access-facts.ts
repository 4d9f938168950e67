import type {CompartmentFacts, ItemFacts, Participant, ParticipantId, Reader} from '@goldthread/schema';
import {isOpen} from '@goldthread/schema/proposals';
import type {Emergency} from './glass-record.ts';
import {proposalRoot, type ProposalRecord} from './proposal-record.ts';
import type {CompartmentRecord, ItemRecord, PlanRecord, SessionReach} from './records.ts';

/** What deciding access needs to know of a stored compartment. */
export function compartmentFactsOf(
  {coWriting}: PlanRecord,
  {id, kind, audience}: CompartmentRecord,
): CompartmentFacts {
  return {id, kind, coWriting, ...(audience === null ? {} : {audience})};
}

/** The same with the roots of the proposals in it. */
export function withProposals(facts: CompartmentFacts, records: readonly ProposalRecord[]): CompartmentFacts {
  const own = records.filter(({compartmentId}) => compartmentId === facts.id);
  if (own.length === 0) return facts;
  const open = own.filter(({state}) => isOpen(state));
  return {
    ...facts,
    proposals: Object.fromEntries(open.map(({id, party}) => [proposalRoot(id), party])),
    closedProposals: own.filter(one => !open.includes(one)).map(({id}) => proposalRoot(id)),
  };
}

/** What deciding access needs to know of a stored item. */
export function itemFactsOf(record: ItemRecord): ItemFacts {
  const {id, owner, typedBy, verbatim, readBack, anchorRoot} = record;
  // The gate and the import let only known item types be stored.
  const facts = {id, type: record.type as ItemFacts['type'], owner, typedBy, verbatim, readBack};
  return anchorRoot === null ? facts : {...facts, anchorRoot};
}

/**
 * A person as one session shows them the plan; `null` if the person isn't among `people`, who have access now. Somebody in the
 * room whose access has ended meanwhile counts as a stranger. `emergencies` are those that last.
 */
export function readerOf<Person extends Participant>(
  holder: ParticipantId,
  {id, confirmed, present, hasStranger}: Omit<SessionReach, 'expiresAt'>,
  people: readonly Person[],
  emergencies: readonly Emergency[] = [],
): (Reader & {readonly participant: Person}) | null {
  const participant = people.find(({id}) => id === holder);
  if (participant === undefined) return null;
  if (present === null) {
    const mine = emergencies.filter(one => one.participantId === holder && one.sessionId === id);
    const emergency = mine.flatMap(({compartmentIds}) => compartmentIds);
    return {participant, isConfirmed: confirmed, onlookers: null, emergency};
  }
  const here = people.filter(one => present.includes(one.id));
  const onlookers = {people: here, hasStranger: hasStranger || here.length < new Set(present).size};
  return {participant, isConfirmed: confirmed, onlookers};
}
