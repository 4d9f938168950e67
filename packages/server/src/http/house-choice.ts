import {isDeepStrictEqual} from 'node:util';
import {HOUSE_LISTS, type HouseChoice, type HouseList} from '@goldthread/schema/json';
import type {RootName} from '@goldthread/schema';
import {mayTellOfHarm} from '@goldthread/schema/disclosure';
import type {SignedIn} from '../auth/index.ts';
import {demandCleared, lookFor} from '../disclosure/index.ts';
import {RequestProblem} from '../errors.ts';
import type {PlanRecord} from '../storage/index.ts';
import {planFacts} from '../withholding/index.ts';
import {changePlan} from './change-plan.ts';
import type {HttpPorts} from './http-ports.ts';
import {readFacts, writeFacts} from './plan-facts.ts';

const ROOT_OF = {
  goodThings: 'house:good',
  worries: 'house:worries',
  dreams: 'house:dreams',
} as const satisfies Record<HouseList, RootName>;

/** What the child calls the houses, by root; none is there that the child gave no name. */
export function houseNames(plan: PlanRecord): Record<string, string> {
  const names = readFacts(plan).records.houses?.names ?? {};
  return Object.fromEntries(
    HOUSE_LISTS.flatMap(list => (names[list] === undefined ? [] : [[ROOT_OF[list], names[list]]])),
  );
}

/** The root of the house that the child picked first; `null` until the child did. */
export function firstHouse(plan: PlanRecord): RootName | null {
  const first = readFacts(plan).records.houses?.first;
  return first === undefined ? null : ROOT_OF[first];
}

/**
 * Calls the houses what the child wants. Everybody on the plan reads the names, so nothing may stand there that could tell where
 * somebody is, and no word that may ask for help: nobody would be asked because of a name.
 */
export async function chooseHouses(
  ports: HttpPorts,
  {id: planId}: PlanRecord,
  reader: SignedIn,
  choice: HouseChoice,
): Promise<PlanRecord> {
  const words = HOUSE_LISTS.flatMap(list => choice.names?.[list] ?? []);
  if (words.some(mayTellOfHarm)) throw new RequestProblem('HOUSE_NAME_TELLS');
  const facts = await planFacts(ports, planId);
  const look = await lookFor(ports.storage, facts, reader);
  look.demandNoValue(
    words,
    facts.people.map(({id}) => id),
  );
  demandCleared(look.find(words, 'house:good'), []);
  const {participant, session} = reader;
  const voice = facts.compartments.find(({kind}) => kind === 'voice');
  const noted = ports.audit.entry({
    ...{planId, actor: participant.id, sessionId: session.id, action: 'wrote'},
    ...(voice && {compartmentId: voice.id}),
  });
  let isNew = false;
  const changed = await changePlan(
    ports.storage,
    planId,
    plan => {
      const now = readFacts(plan);
      isNew = !isDeepStrictEqual(now.records.houses ?? {names: {}}, choice);
      return {facts: writeFacts({...now, records: {...now.records, houses: choice}})};
    },
    () => [noted],
  );
  // The names stand among the people's facts, which everybody receives, and in everybody's plan.
  if (isNew) await ports.sync.tellRecords(planId, new Set(facts.people.map(({id}) => id)), ['people']);
  return changed;
}
