import {itemElementOf} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import {asElement, storedId, typeOf, type AnyType} from './struct-store.ts';

/** The items in which a transaction changed something, those that it brought and those that it took away, with their ids. */
export function itemsChangedBy(transaction: Y.Transaction): ReadonlyMap<Y.XmlElement, string | null> {
  const items = new Map<Y.XmlElement, string | null>();
  for (const type of transaction.changed.keys()) {
    if (type._item === null) addMoved(type, transaction, items);
    else if (!type._item.deleted) {
      const item = itemElementOf(type);
      if (item?._item) items.set(item, storedId(item._item));
    }
  }
  return items;
}

function addMoved(
  root: AnyType,
  {beforeState, deleteSet}: Y.Transaction,
  items: Map<Y.XmlElement, string | null>,
): void {
  for (let child = root._start; child !== null; child = child.right) {
    const isNew = child.id.clock >= (beforeState.get(child.id.client) ?? 0);
    const isGone = child.deleted && Y.isDeleted(deleteSet, child.id);
    const element = isNew || isGone ? asElement(typeOf(child)) : null;
    if (element !== null) items.set(element, storedId(child));
  }
}
