import {
  newId,
  rootsOf,
  type CompartmentId,
  type ParticipantId,
  type PlanType,
  type RootName,
} from '@goldthread/schema';
import {anchorAttributes} from '@goldthread/schema/anchor';
import type {ImportedGroup, ImportedItem, ImportedPlan, ParticipantKey} from '@goldthread/schema/json';
import {SCHEMA_VERSION, type PmJson} from '@goldthread/schema/prosemirror';
import {initDoc, writeItems} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import type {CompartmentRecord, InitialDocument, ItemRecord, PlanRecord} from '../storage/index.ts';
import type {HttpPorts} from './http-ports.ts';

/** The client id of everything that an import writes; no person is ever bound to it. */
const IMPORT_CLIENT = 1;

/** Finds the person whom a file calls by a key. */
export type IdOfKey = (key: ParticipantKey | null) => ParticipantId | null;

/** One compartment with the wording that it is born with. */
export interface MadeDocument {
  readonly compartment: CompartmentRecord;
  readonly document: InitialDocument;
}

type Tools = Pick<HttpPorts, 'random'>;

/** The compartments of an imported plan: `shared`, `voice`, then the withheld ones in the order of the file's groups. */
export function makeDocuments(
  tools: Tools,
  plan: PlanRecord,
  planType: PlanType,
  content: ImportedPlan,
  idOfKey: IdOfKey,
): MadeDocument[] {
  const open = (['shared', 'voice'] as const).map(kind => {
    const doc = docWith(rootsOf(planType, kind), content[kind]);
    const items = content.items.filter(item => item.compartment === kind);
    return {kind, doc, made: makeDocument(tools, plan, {kind, audience: null}, doc, items, idOfKey)};
  });
  const docFor = (root: RootName): Y.Doc => {
    const found = open.find(({kind}) => (kind === 'voice') === root.startsWith('house:'));
    if (found === undefined) throw new RangeError('A plan has both open documents.');
    return found.doc;
  };
  const withheld = content.groups.map(group => makeGroup(tools, plan, group, docFor, idOfKey));
  for (const {doc} of open) doc.destroy();
  return [...open.map(({made}) => made), ...withheld];
}

function makeGroup(
  tools: Tools,
  plan: PlanRecord,
  group: ImportedGroup,
  docFor: (root: RootName) => Y.Doc,
  idOfKey: IdOfKey,
): MadeDocument {
  const nodes = group.items.map(({node, anchorRoot, after}): PmJson => {
    const anchor = anchorAttributes(docFor(anchorRoot), anchorRoot, after);
    return {...node, attrs: {...node.attrs, ...anchor}};
  });
  const doc = docWith(['items'], new Map([['items', nodes]]));
  const audience = group.audience.flatMap(key => idOfKey(key) ?? []);
  const items = group.items.map(({item}) => item);
  const made = makeDocument(tools, plan, {kind: 'withheld', audience}, doc, items, idOfKey);
  doc.destroy();
  return made;
}

function makeDocument(
  tools: Tools,
  plan: PlanRecord,
  facts: Pick<CompartmentRecord, 'kind' | 'audience'>,
  doc: Y.Doc,
  items: readonly ImportedItem[],
  idOfKey: IdOfKey,
): MadeDocument {
  const compartment: CompartmentRecord = {
    id: newId<CompartmentId>(tools.random),
    planId: plan.id,
    ...facts,
    epoch: 1,
    schemaVersion: SCHEMA_VERSION,
    createdAt: plan.createdAt,
  };
  const length = Y.getState(doc.store, IMPORT_CLIENT);
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
        inserted: length === 0 ? [] : [{client: IMPORT_CLIENT, clock: 0, length}],
        deleted: [],
        bytes: Y.encodeStateAsUpdate(doc),
      },
      items: items.map(item => itemRecord(item, compartment, plan.createdAt, idOfKey)),
    },
  };
}

function docWith(roots: readonly RootName[], items: ReadonlyMap<RootName, readonly PmJson[]>): Y.Doc {
  const doc = initDoc(roots);
  doc.clientID = IMPORT_CLIENT;
  for (const [root, nodes] of items) writeItems(doc, root, nodes, 'import');
  return doc;
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
    anchorRoot: item.anchorRoot,
    type: item.type,
    owner: idOfKey(item.ownedBy),
    typedBy: idOfKey(item.typedBy),
    sessionId: null,
    verbatim: item.verbatim,
    readBack: item.readBack,
    createdAt,
  };
}
