import * as Y from 'yjs';
import {checkNode} from '@goldthread/schema/prosemirror';
import {readElement} from '@goldthread/schema/ydoc';
import {mayHold} from './allowed-content.ts';
import {itemsTouchedBy, itemsWithId} from './item-ids.ts';
import {ListOrder} from './list-order.ts';
import {refusal, type Refusal} from './refusal.ts';
import {asElement, parentTypeOf, storedId, structsBroughtBy, typeOf, type AnyType} from './struct-store.ts';

/**
 * The last look at a document into which admitted updates were applied, before anything is committed or told: nothing
 * is parked, every new struct's right neighbour can be reached, what changed still fits the schema, no two items have
 * one id. `admit` leaves nothing for it to find but orders that depend on structs of the same update; on a refusal
 * the caller throws the document in memory away and loads it again.
 * @param transactions those of the `afterTransaction` events since the last check
 */
export function checkAfter(doc: Y.Doc, transactions: readonly Y.Transaction[]): Refusal | null {
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return refusal('MISSING_DEPS');
  const order = new ListOrder(doc);
  for (const transaction of transactions) {
    const formatted = new Set<unknown>();
    const problem =
      checkNewStructs(doc, transaction, order, formatted) ??
      checkChanged(transaction, formatted) ??
      checkIds(doc, transaction);
    if (problem !== null) return problem;
  }
  return null;
}

/** The order of what is new; fills in the texts that have new formats. */
function checkNewStructs(
  doc: Y.Doc,
  transaction: Y.Transaction,
  order: ListOrder,
  formatted: Set<unknown>,
): Refusal | null {
  for (const struct of structsBroughtBy(doc, transaction)) {
    if (struct.content instanceof Y.ContentFormat) formatted.add(struct.parent);
    if (struct.rightOrigin === null || struct.parentSub !== null) continue;
    if (!order.isBefore(struct, struct.rightOrigin)) return refusal('ORDER');
  }
  return null;
}

/** Words alone can't make a text invalid: only formats and elements are looked at again. */
function checkChanged(
  {changed, beforeState}: Y.Transaction,
  formatted: ReadonlySet<unknown>,
): Refusal | null {
  for (const [type, keys] of changed) {
    if (type._item?.deleted === true) continue;
    if (type instanceof Y.XmlText) {
      if (formatted.has(type) && !fitsText(type)) return refusal('SCHEMA');
    } else {
      const problem = checkElement(type, keys, beforeState);
      if (problem !== null) return problem;
    }
  }
  return null;
}

function fitsText(text: Y.XmlText): boolean {
  const around = asElement(text._item === null ? null : parentTypeOf(text._item));
  return around !== null && checkNode(readElement(around)) === null;
}

/** What an element or root already held was judged when it came; only what is new in it is read. */
function checkElement(
  type: AnyType,
  keys: ReadonlySet<unknown>,
  before: Map<number, number>,
): Refusal | null {
  const element = asElement(type);
  const name = element?.nodeName ?? 'doc';
  // Its attributes alone, without its children.
  const attrs = element?.getAttributes() ?? {};
  if (element !== null && checkNode({type: name, attrs}) !== null) return refusal('SCHEMA');
  if (!keys.has(null)) return null;
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted || item.id.clock < (before.get(item.id.client) ?? 0)) continue;
    if (!fits(name, typeOf(item))) return refusal('SCHEMA');
  }
  return null;
}

function fits(parentName: string, type: AnyType | null): boolean {
  const child = asElement(type);
  if (child === null) return type instanceof Y.XmlText && mayHold(parentName, 'text');
  return mayHold(parentName, child.nodeName) && checkNode(readElement(child)) === null;
}

function checkIds(doc: Y.Doc, transaction: Y.Transaction): Refusal | null {
  for (const item of itemsTouchedBy(doc, transaction)) {
    const id = item.deleted ? null : storedId(item);
    if (id !== null && itemsWithId(doc, id).length > 1) return refusal('DUPLICATE_ID');
  }
  return null;
}
