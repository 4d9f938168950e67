import {newId, type ItemId, type ParticipantId, type RootName} from '@goldthread/schema';
import type {AuditEntry, CompartmentRecord, HelpRecord, ItemRecord, RecordChange} from '../storage/index.ts';
import type {OwnChange} from '../sync/index.ts';
import {
  planFacts,
  tellCarried,
  type Actor,
  type Carried,
  type WithholdingPorts,
} from '../withholding/index.ts';

/** Everything that is written because a child puts an item somewhere. */
export interface OwnWrite {
  readonly actor: Actor;
  /** The item as it is from now on. */
  readonly record: ItemRecord;
  /** None where it stays in its place. */
  readonly changes: readonly OwnChange[];
  /** More that is to be recorded with it. */
  readonly more?: readonly RecordChange[];
  /** What was said of it, on its way along. */
  readonly said?: readonly Carried[];
  /** What the audit says that was done; the child shared it, if absent. */
  readonly deed?: Pick<AuditEntry, 'action' | 'subject' | 'detail'>;
  /** A call for help that is made with it, or moves along. */
  readonly call?: {readonly put: HelpRecord; readonly isNew: boolean} | null;
}

const SHARED = {action: 'shared', subject: null, detail: {}} as const;

/** The record of something new of the child's in one of its houses. */
export function newRecord(
  {random, clock}: Pick<WithholdingPorts, 'random' | 'clock'>,
  {id: owner, sessionId}: Actor,
  {id: compartmentId, planId, audience}: CompartmentRecord,
  root: RootName,
): ItemRecord {
  return {
    ...{id: newId<ItemId>(random), planId, compartmentId, owner, sessionId},
    ...(audience === null ? {root, anchorRoot: null} : {root: 'items', anchorRoot: root}),
    ...{type: 'statement', typedBy: null, verbatim: true, readBack: false, createdAt: clock.now()},
  };
}

/** A document has to be there before it can be opened; empty, it tells nobody anything. */
export async function makeDocument(
  {storage, sync}: WithholdingPorts,
  compartment: CompartmentRecord,
): Promise<void> {
  await storage.record([{kind: 'compartment', put: compartment}]);
  await sync.changed(compartment.planId);
}

/** Writes an item of the child's with its records and its audit in one commit, and tells whoever has something new to fetch. */
export async function writeOwn(ports: WithholdingPorts, write: OwnWrite): Promise<void> {
  const {actor, record, changes, more = [], said = [], call = null, deed = SHARED} = write;
  const {sync, storage, clock} = ports;
  const {planId, compartmentId} = record;
  const note = (done: typeof deed): RecordChange => ({
    kind: 'audit',
    append: {
      ...{planId, compartmentId, at: clock.now(), actor: actor.id, sessionId: actor.sessionId},
      ...{itemIds: [record.id], ...done},
    },
  });
  const records: RecordChange[] = [
    ...(changes.length === 0 && deed === SHARED ? [] : [note(deed)]),
    ...(call === null ? [] : [{kind: 'help', put: call.put} as const]),
    ...(call?.isNew === true
      ? [note({action: 'helpAsked', subject: null, detail: {how: call.put.how}})]
      : []),
    ...more,
    ...said.map(({change}) => change),
  ];
  if (changes.length === 0) await storage.record(records);
  else await sync.writeAsServer(changes, records);
  const facts = await planFacts(ports, planId);
  const target = facts.compartments.find(({id}) => id === compartmentId);
  // Whoever has this document for the first time is told to look what there is for them.
  if (target !== undefined && target.audience !== null)
    await sync.tellRecords(planId, new Set(target.audience), ['withholdings']);
  await tellCarried(sync, facts, said);
  if (call !== null) await tellAsked(ports, call.put);
}

/** Tells those who are asked to help, and nobody else, that there is something to look at. */
export async function tellAsked({sync}: Pick<WithholdingPorts, 'sync'>, call: HelpRecord): Promise<void> {
  await sync.tellRecords(call.planId, new Set<ParticipantId>(call.asked), ['help']);
}
