import {rootsOf, type PlanType, type Reader} from '@goldthread/schema';
import {
  viewFromDocs,
  type ItemNote,
  type ParticipantKey,
  type Plan,
  type ViewDocs,
  type WithheldView,
} from '@goldthread/schema/json';
import {initDoc} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import {RequestProblem} from '../errors.ts';
import type {CompartmentRecord, ItemRecord, ParticipantRecord, PlanRecord} from '../storage/index.ts';
import type {HttpPorts} from './http-ports.ts';
import {readFacts} from './plan-facts.ts';
import {accessToCompartment, planTypeOf} from './reading.ts';
import {fileWithholdings} from './file-withholdings.ts';
import {fileParticipant, hiddenKeys, recordsWithout} from './reader-records.ts';
import {untoldTo} from './untold.ts';
import {visiblePeople} from './visible-people.ts';

type FileScales = NonNullable<NonNullable<Plan['signsOfSafety']>['scales']>;
type FilePositions = NonNullable<Plan['positions']>;

/**
 * The plan as one signed-in person receives it, as Plan JSON: made of the documents that this person receives and of
 * records without anybody hidden from this person, so nothing in it depends on what stays unseen.
 */
export async function readerView(ports: HttpPorts, plan: PlanRecord, reader: Reader): Promise<Plan> {
  const planType = planTypeOf(plan);
  const compartments = await ports.storage.compartments(plan.id);
  const mine = compartments.filter(one => accessToCompartment(reader, plan, one) !== 'none');
  const everyone = await ports.storage.participants(plan.id);
  const people = visiblePeople(everyone, reader);
  const untold = await untoldTo(ports, plan.id, reader);
  const docs = await copyDocs(ports, planType, mine, one => people.filter(({id}) => !untold(one).has(id)));
  const facts = readFacts(plan);
  const items = (await ports.storage.items(plan.id)).filter(item =>
    mine.some(one => one.id === item.compartmentId),
  );
  const view = viewFromDocs(docs, planType, {
    ...recordsWithout(facts.records, hiddenKeys(everyone, people)),
    positions: await filePositions(ports, plan, reader),
    scales: await fileScales(ports, plan, reader),
    child: facts.child,
    stage: plan.stage,
    participants: people.map(fileParticipant),
    items: notesOf(items, people, facts.itemSessions),
    withholdings: await fileWithholdings(ports, plan, reader, people),
  });
  for (const doc of [docs.shared, docs.voice, ...docs.withheld.map(one => one.doc)]) doc?.destroy();
  return view;
}

async function fileScales(ports: HttpPorts, plan: PlanRecord, reader: Reader): Promise<FileScales> {
  // As below.
  return (await ports.scales.inFile(plan.id, reader)) as unknown as FileScales;
}

async function filePositions(ports: HttpPorts, plan: PlanRecord, reader: Reader): Promise<FilePositions> {
  // Ids and keys of this server fit where a file has its own names.
  return (await ports.positions.inFile(plan.id, reader)) as unknown as FilePositions;
}

async function copyDocs(
  ports: HttpPorts,
  planType: PlanType,
  mine: readonly CompartmentRecord[],
  peopleOf: (document: CompartmentRecord['id']) => readonly ParticipantRecord[],
): Promise<ViewDocs & {readonly withheld: readonly WithheldView[]}> {
  const copyOf = async (compartment: CompartmentRecord): Promise<Y.Doc> => {
    const update = await ports.sync.withDocument(compartment.id, doc => Y.encodeStateAsUpdate(doc));
    const copy = initDoc(rootsOf(planType, compartment.kind));
    if (update !== null) Y.applyUpdate(copy, update);
    return copy;
  };
  const [shared, voice] = (['shared', 'voice'] as const).map(kind => mine.find(one => one.kind === kind));
  if (shared === undefined) throw new RequestProblem('NOT_FOUND');
  const withheld: WithheldView[] = [];
  for (const compartment of mine.filter(one => one.kind === 'withheld')) {
    const readers = peopleOf(compartment.id).filter(({id}) => compartment.audience?.includes(id) ?? false);
    const audience = readers.map(person => fileParticipant(person).key);
    withheld.push({id: compartment.id, doc: await copyOf(compartment), audience});
  }
  const docs = {shared: await copyOf(shared), withheld};
  return voice === undefined ? docs : {...docs, voice: await copyOf(voice)};
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
    items.map(({id, owner, typedBy, readBack}) => [
      id,
      {ownedBy: keyOf(owner), typedBy: keyOf(typedBy), session: sessions[id] ?? null, readBack},
    ]),
  );
}
