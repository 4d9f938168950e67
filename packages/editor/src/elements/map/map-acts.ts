import type {ItemId, ItemTypeName, RootName} from '@goldthread/schema';
import {anchorAttributes} from '@goldthread/schema/anchor';
import {elementOf, itemIdOf} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import {focusIsland} from '../island/focus-island.ts';
import {mayWriteBeside} from '../island/may-write-beside.ts';
import {idAt} from '../island/private-items.ts';
import type {PlanHost} from '../plan/plan-host.ts';
import {insertTied, type NewBeside} from './map-commands.ts';
import type {MapEntry} from './pairs.ts';

/** Origin of the transactions in which a private item of the map is made; no editor's undo takes them back. */
const MAP_ORIGIN = 'goldthread-map';

/** Whether this person may add an item of a type to a column, among the items that stand where another one does. */
export function mayAdd(
  plan: PlanHost,
  {compartmentId}: MapEntry,
  root: RootName,
  type: ItemTypeName,
): boolean {
  const {source, own} = plan;
  if (source === null || source.facts === null) return false;
  if (compartmentId === null) {
    const isOpen = source.docFor(root)?.mayWrite(root) ?? false;
    return isOpen && own.rightsIn(source.facts, root)(null, type);
  }
  const open = source.docs.get(compartmentId);
  return open !== undefined && mayWriteBeside(source, own, open, root, {id: null, type, verbatim: false});
}

/** Whether this person may change an item of the map. */
export function mayWrite(plan: PlanHost, {id, type, root, compartmentId}: MapEntry): boolean {
  const {source, own} = plan;
  if (source === null || source.facts === null) return false;
  const itemId = asId(id);
  if (compartmentId !== null) {
    const open = source.docs.get(compartmentId);
    const item = {id: itemId, type, verbatim: false};
    return open !== undefined && mayWriteBeside(source, own, open, root, item);
  }
  return (source.docFor(root)?.mayWrite(root) ?? false) && own.rightsIn(source.facts, root)(itemId, type);
}

/** Ids on the map were read from a document, where only ids stand. */
export function asId(id: string): ItemId {
  return id as ItemId;
}

/**
 * Adds an item that is tied to another one, for exactly the readers of that one, and gives its id. The link leads from the
 * new item, so that nobody needs the right to change the other.
 */
export async function addBeside(plan: PlanHost, beside: MapEntry, made: NewBeside): Promise<ItemId | null> {
  if (!mayAdd(plan, beside, made.root, made.type)) return null;
  return beside.compartmentId === null ? addOpen(plan, beside, made) : addKept(plan, beside, made);
}

async function addOpen(plan: PlanHost, beside: MapEntry, made: NewBeside): Promise<ItemId | null> {
  const editor = await plan.parts.elementOf(made.root)?.ready();
  if (editor === null || editor === undefined) return null;
  const to = asId(beside.id);
  const id = plan.own.newItemId();
  editor.run(insertTied(id, to, made));
  editor.focusItem(id);
  return id;
}

function addKept(plan: PlanHost, {id: to, compartmentId}: MapEntry, made: NewBeside): ItemId | null {
  const {source, own} = plan;
  const open = compartmentId === null ? undefined : source?.docs.get(compartmentId);
  const column = source?.docFor(made.root)?.doc;
  if (source === null || open === undefined || column === undefined) return null;
  const items = open.doc.getXmlFragment('items');
  const all = items.toArray();
  const at = all.findIndex(one => one instanceof Y.XmlElement && itemIdOf(one) === to);
  const other = all[at];
  const id = own.newItemId();
  const anchor =
    made.isNext && other instanceof Y.XmlElement
      ? anchorOf(other)
      : anchorAttributes(
          column,
          made.root,
          idAt(source, made.root, column.getXmlFragment(made.root).length - 1),
        );
  const link = {type: 'link', attrs: {rel: made.rel, to}};
  const attrs = {id, ...anchor, ...made.facts};
  const element = elementOf({type: made.type, attrs, content: [{type: 'paragraph'}, link]});
  open.doc.transact(() => items.insert(made.isNext ? at + 1 : all.length, [element]), MAP_ORIGIN);
  void focusIsland(plan, id, 'start');
  return id;
}

/** It stands where the other one does: what an anchor says is never changed, and may be said again. */
function anchorOf(element: Y.XmlElement): Record<string, unknown> {
  const attributes: Readonly<Record<string, unknown>> = element.getAttributes();
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => name.startsWith('anchor.')));
}
