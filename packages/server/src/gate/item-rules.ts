import * as Y from 'yjs';
import {isRootName, parseId, type RootName} from '@goldthread/schema';
import {checkAnchors, checkShapes} from './anchor-rules.ts';
import {deletesIncoming, type Admission} from './admission.ts';
import type {NewItem} from './admitted-update.ts';
import {itemsWithId} from './item-ids.ts';
import {refusal, type Refusal} from './refusal.ts';
import {elementName, isIntegrated, typeOf} from './struct-store.ts';

/**
 * Judges what can be judged only when the whole update is known: new items and their ids, ids that would change, and
 * references. `newItems` is filled in.
 */
export function checkItems(admission: Admission, newItems: NewItem[]): Refusal | null {
  const {newElements, idStructs, deletedFixed, references} = admission;
  if (newElements.length > 0 || idStructs.size > 0) {
    const problem = checkNewItems(admission, newItems);
    if (problem !== null) return problem;
  }
  for (const item of deletedFixed) {
    if (!item.deleted && !admission.deletedItems.has(item)) return refusal('ID_CHANGED');
  }
  const problem = checkAnchors(admission) ?? checkShapes(admission);
  return problem ?? (references.length > 0 ? checkReferences(admission, newItems) : null);
}

function checkNewItems(admission: Admission, newItems: NewItem[]): Refusal | null {
  const {newElements, idStructs} = admission;
  for (const {element, root} of newElements) {
    if (deletesIncoming(admission, element.id)) continue;
    const problem = checkNewItem(admission, newItems, element, root);
    if (problem !== null) return problem;
  }
  for (const [element, {root}] of idStructs) {
    if (!isIntegrated(element)) continue;
    // An item that came without an id may be given one, once.
    if (typeOf(element)?._map.has('id') === true) return refusal('ID_CHANGED');
    const problem = checkNewItem(admission, newItems, element, root);
    if (problem !== null) return problem;
  }
  return newItems.length > 0 ? checkUnique(admission, newItems) : null;
}

function checkNewItem(
  admission: Admission,
  newItems: NewItem[],
  element: Y.Item,
  root: RootName,
): Refusal | null {
  const type = elementName(element) ?? '';
  const idStruct = admission.idStructs.get(element)?.struct;
  let id: string | null = null;
  if (idStruct !== undefined) {
    const value: unknown = idStruct.content instanceof Y.ContentAny ? idStruct.content.arr[0] : null;
    const parsed = parseId(value);
    if (!parsed.ok) return refusal('VALUE', root);
    if (deletesIncoming(admission, idStruct.id)) return refusal('ID_CHANGED', root);
    id = parsed.value;
  }
  const beside = besideOf(admission, element);
  if (id !== null) newItems.push({id, type, root, ...(beside !== undefined && {beside})});
  return admission.policy.mayWriteItem(root, id, type, beside) ? null : refusal('OWNER', root);
}

/** The root that a new item's anchor names; whether its value has the right shape was judged where it was brought. */
function besideOf({anchors}: Admission, element: Y.Item): RootName | undefined {
  const content = anchors.get(element)?.get('anchor.root')?.content;
  const value: unknown = content instanceof Y.ContentAny ? content.arr[0] : undefined;
  return typeof value === 'string' && isRootName(value) ? value : undefined;
}

function checkUnique(admission: Admission, newItems: readonly NewItem[]): Refusal | null {
  const seen = new Set<string>();
  for (const {id, root} of newItems) {
    const isTaken = seen.has(id) || staysIn(admission, id) || admission.policy.isKnownItemElsewhere(id);
    if (isTaken) return refusal('DUPLICATE_ID', root);
    seen.add(id);
  }
  return null;
}

/** Whether the document has an item of this id that the update doesn't delete. */
function staysIn({doc, deletedItems}: Admission, id: string): boolean {
  return itemsWithId(doc, id).some(item => !deletedItems.has(item));
}

function checkReferences(admission: Admission, newItems: readonly NewItem[]): Refusal | null {
  const brought = new Set(newItems.map(item => item.id));
  const {policy, references} = admission;
  // What was written a moment ago and has no record yet is in the document already.
  const isKnown = (id: string) => brought.has(id) || policy.isKnownReference(id) || staysIn(admission, id);
  return references.every(isKnown) ? null : refusal('REFERENCE');
}
