import {
  fail,
  newId,
  ok,
  type ItemId,
  type ParticipantId,
  type PlanId,
  type PlanType,
  type Result,
} from '@goldthread/schema';
import {
  docsFromPlan,
  fromPlanJson,
  planTypeOf,
  type ImportedItem,
  type ImportedPlan,
  type Plan,
  type PlanProblem,
} from '@goldthread/schema/json';
import type {NewPlan, ParticipantRecord, PlanRecord} from '../storage/index.ts';
import type {HttpPorts} from './http-ports.ts';
import {importedContacts} from './import-contacts.ts';
import {hiddenFromOf, importedHiddenPeople} from './import-hidden-people.ts';
import {importedWithholdings} from './import-withholdings.ts';
import {importedPositions} from './import-positions.ts';
import {importedScales} from './import-scales.ts';
import {makeDocuments, type IdOfKey} from './import-documents.ts';
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

const MOST_PROBLEMS = 10;

/**
 * Makes a plan of a Plan JSON file, all or nothing. Only what the file opens to everyone goes into the open
 * compartments; what it gives to some people goes into withheld ones, and what it gives to nobody is not stored anywhere.
 * The failure is a sentence that names the place in the file.
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
    items: itemsOf(content).map(({ref, id}) => ({ref, id})),
    notImported: content.heldBack.map(({ref}) => ref),
  });
}

/** Every item that was stored. */
function itemsOf({items, groups}: ImportedPlan): readonly ImportedItem[] {
  return [...items, ...groups.flatMap(group => group.items.map(one => one.item))];
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
      // Each has a row of its own, sealed with the key of its compartment.
      records: {...content.records, positions: [], scales: []},
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
  const find: IdOfKey = key => (key === null ? null : (idOfKey.get(key) ?? null));
  const made = makeDocuments(tools, plan, planType, content, find);
  const shared = made.find(({compartment}) => compartment.kind === 'shared')?.compartment.id;
  if (shared === undefined) throw new RangeError('A plan has a shared document.');
  return {
    plan,
    participants,
    compartments: made.map(one => one.compartment),
    documents: made.map(one => one.document),
    changes: [
      ...importedWithholdings(tools, plan, content, made.slice(2), participants),
      ...importedContacts(tools, plan, file, find),
      ...importedHiddenPeople(tools, plan, file, shared, participants),
      ...importedPositions(tools, plan, content, made, participants),
      ...importedScales(tools, plan, content, made, participants),
    ],
  };
}

function makeParticipants(tools: Tools, planId: PlanId, file: Plan): ParticipantRecord[] {
  const ids = new Map(file.participants.map(({key}) => [key, newId<ParticipantId>(tools.random)]));
  return file.participants.map(({key, name, relationship, role, agency, lead}) => {
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
      hiddenFrom: hiddenFromOf(file, key).flatMap(from => ids.get(from) ?? []),
      accessEndsAt: null,
    };
  });
}
