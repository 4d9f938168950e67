import {
  itemTypesOf,
  newId,
  sectionOf,
  type CompartmentId,
  type ItemId,
  type RootName,
} from '@goldthread/schema';
import type {PmJson} from '@goldthread/schema/prosemirror';
import {RequestProblem} from '../errors.ts';
import type {FormerPlace, ItemRecord, WithholdingRecord} from '../storage/index.ts';
import type {OwnChange} from '../sync/index.ts';
import {isAsMovedIn} from './is-as-moved.ts';
import type {ItemMove} from './carried-along.ts';
import {insertItem, openNode, removeItem, standingItem} from './move-items.ts';
import type {PlanFacts} from './plan-facts.ts';
import {relinkedForMore} from './ties.ts';
import type {WithholdingPorts} from './withholding-ports.ts';

/** Where an item goes when it is opened: back to where it stood, or beside what it stood beside. */
interface Home {
  readonly record: ItemRecord;
  readonly compartmentId: CompartmentId;
  readonly root: RootName;
  readonly after: ItemId | null;
  readonly former: FormerPlace | null;
}

/** What opens what a decision withheld. */
export interface WayBack {
  readonly changes: OwnChange[];
  readonly moves: readonly ItemMove[];
}

/** An item on its way back, as it will stand there. */
export interface Reopened {
  readonly root: RootName;
  readonly node: PmJson;
}

/**
 * The changes that open what a decision withheld. `isUndo` also takes away what was new; else a private note that stood
 * nowhere before can't be opened, because it is no part of any section.
 */
export function changesBack(
  ports: WithholdingPorts,
  facts: PlanFacts,
  decision: WithholdingRecord,
  isUndo: boolean,
  look: (item: Reopened) => void,
): WayBack {
  const homes = homesOf(facts, decision, isUndo);
  const nodes = new Map<ItemId, PmJson>();
  const outOf: OwnChange = {
    id: decision.compartmentId,
    items: [],
    write(doc) {
      // What others wrote in it since is theirs, and isn't opened by one person alone.
      if (isUndo && !isAsMovedIn(doc, decision)) throw new RequestProblem('TOO_LATE_TO_UNDO');
      for (const id of decision.itemIds) {
        const standing = standingItem(doc, ['items'], id);
        if (standing !== null) nodes.set(id, standing.node);
        removeItem(doc, 'items', id);
      }
    },
  };
  const ids = new Map(homes.map(home => [home.record.id, idBack(ports, home)]));
  const back = [...Map.groupBy(homes, home => home.compartmentId)].map(([id, list]): OwnChange => {
    return {
      id,
      items: list.map(({record, root}) => ({
        ...record,
        id: ids.get(record.id) ?? record.id,
        compartmentId: id,
        root,
        anchorRoot: null,
      })),
      write(doc) {
        for (const home of list) {
          const taken = nodes.get(home.record.id);
          const newItemId = ids.get(home.record.id);
          if (taken === undefined || newItemId === undefined) continue;
          const node = relinkedForMore(taken, ids, facts);
          // Somebody may have written in it since it was looked at.
          look({root: home.root, node: restored(node, home.former, newItemId)});
          putBack(doc, home, node, newItemId);
        }
      },
    };
  });
  const moves = homes.map(({record: {id, compartmentId}, ...home}): ItemMove => ({
    from: {itemId: id, compartmentId},
    to: {itemId: ids.get(id) ?? id, compartmentId: home.compartmentId},
    root: home.root,
  }));
  return {changes: [outOf, ...back], moves};
}

/** What everybody where they belong would read of the items of a decision, as they are now. */
export async function reopened(
  {sync}: WithholdingPorts,
  facts: PlanFacts,
  decision: WithholdingRecord,
  isUndo: boolean,
): Promise<readonly Reopened[]> {
  const homes = homesOf(facts, decision, isUndo);
  if (homes.length === 0) return [];
  const read = await sync.withDocument(decision.compartmentId, doc =>
    homes.flatMap(({record, root, former}): Reopened[] => {
      const standing = standingItem(doc, ['items'], record.id);
      return standing === null ? [] : [{root, node: restored(standing.node, former, record.id)}];
    }),
  );
  return read ?? [];
}

function homesOf(facts: PlanFacts, decision: WithholdingRecord, isUndo: boolean): readonly Home[] {
  const records = facts.items.filter(
    item => item.compartmentId === decision.compartmentId && decision.itemIds.includes(item.id),
  );
  return records.flatMap(record => homeOf(facts, decision, record, isUndo) ?? []);
}

function homeOf(
  facts: PlanFacts,
  decision: WithholdingRecord,
  record: ItemRecord,
  isUndo: boolean,
): Home | null {
  const former = decision.movedFrom.find(({itemId}) => itemId === record.id) ?? null;
  if (former !== null) {
    const {compartmentId, root, afterItemId} = former;
    const type = former.formerNode?.type ?? record.type;
    return {record: {...record, type}, compartmentId, root, after: afterItemId, former};
  }
  if (isUndo) return null;
  const root = record.anchorRoot;
  const section = root === null ? undefined : sectionOf(facts.planType, root);
  const fits =
    section !== undefined && itemTypesOf(facts.planType, section.root).some(type => type === record.type);
  const home = facts.compartments.find(({kind}) => kind === section?.compartment);
  if (root === null || home === undefined || !fits) throw new RequestProblem('NOTE_STAYS');
  return {record, compartmentId: home.id, root, after: null, former};
}

/** Safe wording keeps the old id and makes way; whatever else took that id meanwhile keeps it. */
function idBack(ports: WithholdingPorts, {record, former}: Home): ItemId {
  if (former?.formerNode !== null && former?.formerNode !== undefined) return former.formerId;
  return former === null ? record.id : newId<ItemId>(ports.random);
}

function putBack(doc: Parameters<OwnChange['write']>[0], home: Home, node: PmJson, id: ItemId): void {
  const {root, after, former} = home;
  const placeholder = former === null ? null : standingItem(doc, [root], former.formerId);
  if (former !== null && placeholder !== null && former.formerNode !== null)
    removeItem(doc, root, former.formerId);
  insertItem(doc, root, placeholder === null ? after : placeholder.after, restored(node, former, id));
}

/** The words as they are now; the facts, links and lists of statutory text as they were. */
function restored(node: PmJson, former: FormerPlace | null, id: ItemId): PmJson {
  const original = former?.formerNode;
  if (original === null || original === undefined) return openNode(node, id);
  const rest = (original.content ?? []).filter(child => child.type === 'link' || child.type === 'part');
  const words = (openNode(node, id).content ?? []).filter(
    child => child.type !== 'link' && child.type !== 'part',
  );
  return {type: original.type, attrs: {...original.attrs, id}, content: [...words, ...rest]};
}
