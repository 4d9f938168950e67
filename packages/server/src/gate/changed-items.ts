import {itemElementOf} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import {asElement, typeOf, type AnyType} from './struct-store.ts';

/** The items in which a transaction changed something, with those that it brought and those that it took away. */
export function itemsChangedBy(transaction: Y.Transaction): ReadonlySet<Y.XmlElement> {
  const items = new Set<Y.XmlElement>();
  for (const type of transaction.changed.keys()) {
    if (type._item === null) addMoved(type, transaction, items);
    else if (!type._item.deleted) {
      const item = itemElementOf(type);
      if (item !== null) items.add(item);
    }
  }
  return items;
}

function addMoved(root: AnyType, {beforeState, deleteSet}: Y.Transaction, items: Set<Y.XmlElement>): void {
  for (let child = root._start; child !== null; child = child.right) {
    const isNew = child.id.clock >= (beforeState.get(child.id.client) ?? 0);
    const isGone = child.deleted && Y.isDeleted(deleteSet, child.id);
    const element = isNew || isGone ? asElement(typeOf(child)) : null;
    if (element !== null) items.add(element);
  }
}
