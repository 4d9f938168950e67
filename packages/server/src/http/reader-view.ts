import type {PlanType} from '@goldthread/schema';
import {
  viewFromDocs,
  type ItemNote,
  type ParticipantKey,
  type Plan,
  type ViewDocs,
} from '@goldthread/schema/json';
import {initDoc} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import type {SignedIn} from '../auth/index.ts';
import {RequestProblem} from '../errors.ts';
import type {CompartmentRecord, ItemRecord, ParticipantRecord, PlanRecord} from '../storage/index.ts';
import type {HttpPorts} from './http-ports.ts';
import {readFacts} from './plan-facts.ts';
import {accessToCompartment, planTypeOf} from './reading.ts';
import {fileParticipant, hiddenNames, recordsWithout} from './reader-records.ts';
import {visiblePeople} from './visible-people.ts';

/**
 * The plan as one signed-in person receives it, as Plan JSON: made of the documents that this person receives and of
 * records without anybody hidden from this person, so nothing in it depends on what stays unseen.
 */
export async function readerView(ports: HttpPorts, plan: PlanRecord, reader: SignedIn): Promise<Plan> {
  const planType = planTypeOf(plan);
  const compartments = await ports.storage.compartments(plan.id);
  const mine = compartments.filter(one => accessToCompartment(reader, plan, one) !== 'none');
  const docs = await copyDocs(ports, planType, mine);
  const everyone = await ports.storage.participants(plan.id);
  const people = visiblePeople(everyone, reader.participant.id);
  const facts = readFacts(plan);
  const items = (await ports.storage.items(plan.id)).filter(item =>
    mine.some(one => one.id === item.compartmentId),
  );
  const view = viewFromDocs(docs, planType, {
    ...recordsWithout(facts.records, hiddenNames(everyone, people)),
    child: facts.child,
    stage: plan.stage,
    participants: people.map(fileParticipant),
    items: notesOf(items, people, facts.itemSessions),
  });
  for (const doc of Object.values(docs)) doc.destroy();
  return view;
}

async function copyDocs(
  ports: HttpPorts,
  planType: PlanType,
  mine: readonly CompartmentRecord[],
): Promise<ViewDocs & {readonly [kind: string]: Y.Doc}> {
  const copyOf = async (kind: 'shared' | 'voice'): Promise<Y.Doc | undefined> => {
    const compartment = mine.find(one => one.kind === kind);
    if (compartment === undefined) return undefined;
    const update = await ports.sync.withDocument(compartment.id, doc => Y.encodeStateAsUpdate(doc));
    const copy = initDoc(planType.sections.flatMap(one => (one.compartment === kind ? [one.root] : [])));
    if (update !== null) Y.applyUpdate(copy, update);
    return copy;
  };
  const shared = await copyOf('shared');
  if (shared === undefined) throw new RequestProblem('NOT_FOUND');
  const voice = await copyOf('voice');
  return voice === undefined ? {shared} : {shared, voice};
}

function notesOf(
  items: readonly ItemRecord[],
  people: readonly ParticipantRecord[],
  sessions: ReturnType<typeof readFacts>['itemSessions'],
): ReadonlyMap<string, ItemNote> {
  const keyOf = (id: ItemRecord['owner']): ParticipantKey | null => {
    const person = people.find(one => one.id === id);
    return person === undefined ? null : fileParticipant(person).key;
  };
  return new Map(
    items.map(({id, owner, typedBy}) => [
      id,
      {ownedBy: keyOf(owner), typedBy: keyOf(typedBy), session: sessions[id] ?? null},
    ]),
  );
}
