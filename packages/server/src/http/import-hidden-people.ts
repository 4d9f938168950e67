import {
  approversOf,
  mayPropose,
  type CompartmentId,
  type ParticipantId,
  type WithholdingDecision,
} from '@goldthread/schema';
import type {ParticipantKey, Plan} from '@goldthread/schema/json';
import type {ParticipantRecord, PlanRecord, RecordChange, WithholdingRecord} from '../storage/index.ts';
import {mayKnowOfHiding} from '../withholding/index.ts';
import type {HttpPorts} from './http-ports.ts';
import {importedDecision, possibleDeciders, type WrittenDecision} from './import-decision.ts';

/** What stands in the decision that a file should have held: nobody said why, so it takes the gravest reason. */
const UNSAID: WrittenDecision = {reasonCode: 'risk_harm', legalGround: ''};

/** From whom each person of a file is kept, whether a decision of the file says so or the person's own entry. */
export function hiddenFromOf(file: Plan, key: ParticipantKey): readonly ParticipantKey[] {
  const own = file.participants.filter(one => one.key === key).flatMap(one => one.hiddenFrom ?? []);
  const decided = decisionsAbout(file, key).flatMap(one => one.hiddenFrom);
  return [...new Set([...own, ...decided].map(one => one.key))];
}

/**
 * The records of the decisions to keep people from others. Whoever is kept from somebody without any decision gets one that nobody
 * approved and that is due at once: it holds, and somebody has to look at it.
 */
export function importedHiddenPeople(
  tools: Pick<HttpPorts, 'random'>,
  plan: PlanRecord,
  file: Plan,
  shared: CompartmentId,
  people: readonly ParticipantRecord[],
): RecordChange[] {
  return people.flatMap((person): RecordChange[] => {
    const idsOf = (keys: readonly {readonly key: ParticipantKey}[]) =>
      keys.flatMap(({key}) => people.find(one => one.key === key)?.id ?? []);
    const written = decisionsAbout(file, person.key).map(one => ({one, from: idsOf(one.hiddenFrom)}));
    const decided = written.flatMap(({from}) => from);
    const left = person.hiddenFrom.filter(id => !decided.includes(id));
    return [...written, ...(left.length === 0 ? [] : [{one: UNSAID, from: left}])].flatMap(({one, from}) => {
      const put = recordOf(tools, plan, one, shared, person, from, people);
      return put === null ? [] : [{kind: 'withholding', put} as const];
    });
  });
}

function decisionsAbout(file: Plan, key: string): NonNullable<Plan['withholdings']> {
  return (file.withholdings ?? []).filter(({person}) => person === key);
}

/** `null` where nobody is left who may know of it. */
function recordOf(
  tools: Pick<HttpPorts, 'random'>,
  plan: PlanRecord,
  written: WrittenDecision,
  shared: CompartmentId,
  person: ParticipantRecord,
  from: readonly ParticipantId[],
  people: readonly ParticipantRecord[],
): WithholdingRecord | null {
  const readers = people.flatMap(({id}) =>
    mayKnowOfHiding({everyone: people}, person.id, person.hiddenFrom, id) ? [id] : [],
  );
  const deciders = possibleDeciders(people, readers);
  const hiddenFrom = from.map(id => ({id, class: 'sealed'}) as const);
  const about = {compartmentId: shared, itemIds: [], personId: person.id, hiddenFrom, shapes: []};
  const known = deciders.filter(({id}) => readers.includes(id));
  const proposal = {
    ...{items: [], personId: person.id, hiddenFrom, reasonCode: written.reasonCode, audience: readers},
  };
  const otherwise = known.find(one => mayBegin(one, proposal, people)) ?? known[0];
  if (otherwise === undefined) return null;
  return importedDecision(tools, plan, written, about, {people: deciders, otherwise: otherwise.id});
}

/** Whether somebody could have proposed it so that there is somebody else who may approve it. */
function mayBegin(
  one: ParticipantRecord,
  proposal: Pick<WithholdingDecision, 'items' | 'personId' | 'hiddenFrom' | 'reasonCode' | 'audience'>,
  people: readonly ParticipantRecord[],
): boolean {
  const mine = {...proposal, proposedBy: one.id};
  return mayPropose(one, mine, people) && approversOf(mine, people).length > 0;
}
