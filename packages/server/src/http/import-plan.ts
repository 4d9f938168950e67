import {
  fail,
  newId,
  ok,
  rootsOf,
  type CompartmentId,
  type ItemId,
  type ParticipantId,
  type PlanId,
  type PlanType,
  type Result,
  type RootName,
} from '@goldthread/schema';
import {
  docsFromPlan,
  fromPlanJson,
  planTypeOf,
  type ImportedItem,
  type ImportedPlan,
  type ParticipantKey,
  type Plan,
  type PlanProblem,
} from '@goldthread/schema/json';
import {SCHEMA_VERSION, type PmJson} from '@goldthread/schema/prosemirror';
import {initDoc, writeItems} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import type {
  CompartmentRecord,
  InitialDocument,
  ItemRecord,
  NewPlan,
  ParticipantRecord,
  PlanRecord,
} from '../storage/index.ts';
import type {HttpPorts} from './http-ports.ts';
import {writeFacts} from './plan-facts.ts';

/** What an import made. */
export interface ImportReport {
  readonly planId: PlanId;
  readonly participants: readonly ParticipantRecord[];
  /** Which id each item of the file has now. */
  readonly items: readonly {readonly ref: string; readonly id: ItemId}[];
  /** Items of the file that went nowhere, because no open compartment may hold them. */
  readonly notImported: readonly string[];
}

type Tools = Pick<HttpPorts, 'storage' | 'clock' | 'random'>;

/** The client id of everything that an import writes; no person is ever bound to it. */
const IMPORT_CLIENT = 1;

const MOST_PROBLEMS = 10;

/**
 * Makes a plan of a Plan JSON file, all or nothing. Only what the file opens to everyone goes into the open
 * compartments; the rest is not stored anywhere. The failure is a sentence that names the place in the file.
 */
export async function importPlan(
  tools: Tools,
  file: unknown,
  demo?: string,
): Promise<Result<ImportReport, string>> {
  const read = fromPlanJson(file);
  if (!read.ok) return fail(sentencesOf(read.error));
  const planType = planTypeOf(read.value);
  if (planType === undefined) return fail('planType: there is no such kind of plan.');
  const content = docsFromPlan(read.value, planType, () => newId<ItemId>(tools.random));
  const made = makePlan(tools, read.value, planType, content, demo);
  await tools.storage.createPlan(made);
  return ok({
    planId: made.plan.id,
    participants: made.participants,
    items: content.items.map(({ref, id}) => ({ref, id})),
    notImported: content.heldBack.map(({ref}) => ref),
  });
}

/** The first few problems; more would bury them. */
function sentencesOf(problems: readonly PlanProblem[]): string {
  const shown = problems.slice(0, MOST_PROBLEMS).map(({message}) => message);
  const more = problems.length - shown.length;
  return [...shown, ...(more > 0 ? [`And ${more} more.`] : [])].join(' ');
}

function makePlan(
  tools: Tools,
  file: Plan,
  planType: PlanType,
  content: ImportedPlan,
  demo: string | undefined,
): NewPlan {
  const createdAt = tools.clock.now();
  const plan: PlanRecord = {
    id: newId<PlanId>(tools.random),
    planType: planType.id,
    stage: file.stage ?? 'assessment',
    coWriting: {},
    facts: writeFacts({
      child: file.child,
      records: content.records,
      itemSessions: Object.fromEntries(
        content.items.flatMap(({id, session}) => (session === null ? [] : [[id, session]])),
      ),
      pending: [],
      ...(demo === undefined ? {} : {demo}),
    }),
    createdAt,
    version: 1,
  };
  const participants = makeParticipants(tools, plan.id, file);
  const idOfKey = new Map(participants.map(one => [one.key, one.id]));
  const made = (['shared', 'voice'] as const).map(kind =>
    makeDocument(tools, plan, planType, kind, content, key =>
      key === null ? null : (idOfKey.get(key) ?? null),
    ),
  );
  return {
    plan,
    participants,
    compartments: made.map(one => one.compartment),
    documents: made.map(one => one.document),
  };
}

function makeParticipants(tools: Tools, planId: PlanId, file: Plan): ParticipantRecord[] {
  const ids = new Map(file.participants.map(({key}) => [key, newId<ParticipantId>(tools.random)]));
  return file.participants.map(({key, name, relationship, role, agency, lead, hiddenFrom}) => {
    const id = ids.get(key);
    if (id === undefined) throw new RangeError(`Participant "${key}" was given no id`);
    return {
      id,
      planId,
      key,
      name,
      relationship,
      role,
      ...(agency === undefined ? {} : {agency}),
      lead: lead ?? false,
      hiddenFrom: (hiddenFrom ?? []).flatMap(one => ids.get(one.key) ?? []),
      accessEndsAt: null,
    };
  });
}

type IdOfKey = (key: ParticipantKey | null) => ParticipantId | null;

function makeDocument(
  tools: Tools,
  plan: PlanRecord,
  planType: PlanType,
  kind: 'shared' | 'voice',
  content: ImportedPlan,
  idOfKey: IdOfKey,
): {compartment: CompartmentRecord; document: InitialDocument} {
  const compartment: CompartmentRecord = {
    id: newId<CompartmentId>(tools.random),
    planId: plan.id,
    kind,
    audience: null,
    epoch: 1,
    schemaVersion: SCHEMA_VERSION,
    createdAt: plan.createdAt,
  };
  const update = firstUpdate(rootsOf(planType, kind), content[kind]);
  return {
    compartment,
    document: {
      compartmentId: compartment.id,
      update: {
        seq: 1,
        epoch: 1,
        at: plan.createdAt,
        participantId: null,
        sessionId: null,
        kind: 'import',
        inserted: update.length === 0 ? [] : [{client: IMPORT_CLIENT, clock: 0, length: update.length}],
        deleted: [],
        bytes: update.bytes,
      },
      items: content.items
        .filter(item => item.compartment === kind)
        .map(item => itemRecord(item, compartment, plan.createdAt, idOfKey)),
    },
  };
}

function firstUpdate(
  roots: readonly RootName[],
  items: ReadonlyMap<RootName, readonly PmJson[]>,
): {bytes: Uint8Array; length: number} {
  const doc = initDoc(roots);
  doc.clientID = IMPORT_CLIENT;
  for (const [root, nodes] of items) writeItems(doc, root, nodes, 'import');
  const bytes = Y.encodeStateAsUpdate(doc);
  const length = Y.getState(doc.store, IMPORT_CLIENT);
  doc.destroy();
  return {bytes, length};
}

function itemRecord(
  item: ImportedItem,
  compartment: CompartmentRecord,
  createdAt: number,
  idOfKey: IdOfKey,
): ItemRecord {
  return {
    id: item.id,
    planId: compartment.planId,
    compartmentId: compartment.id,
    root: item.root,
    anchorRoot: null,
    type: item.type,
    owner: idOfKey(item.ownedBy),
    typedBy: idOfKey(item.typedBy),
    sessionId: null,
    verbatim: item.verbatim,
    readBack: item.readBack,
    createdAt,
  };
}
