import type {ItemId} from '@goldthread/schema';
import type {Node} from 'prosemirror-model';
import {Plugin, type Transaction} from 'prosemirror-state';
import {isSyncTransaction} from '../is-sync-transaction.ts';
import {itemIdOf} from '../items.ts';

/**
 * Keeps the ids of items unique through paste and split. Of two items with one id the one that was there before
 * keeps it. Never answers a sync transaction: two pages would each add their own id to the same item.
 */
export function itemIds(newId: () => ItemId): Plugin {
  return new Plugin({
    appendTransaction: (transactions, oldState, newState) => {
      if (!transactions.some(tr => tr.docChanged) || transactions.some(isSyncTransaction)) return null;
      if (oldState.doc.eq(newState.doc)) return null;
      const faults = itemsWithoutOwnId(newState.doc, places(oldState.doc, transactions));
      if (faults.length === 0) return null;
      const {tr} = newState;
      for (const pos of faults) tr.setNodeAttribute(pos, 'id', newId());
      return tr;
    },
  });
}

/** Where each item that was there before stands now. */
function places(doc: Node, transactions: readonly Transaction[]): ReadonlyMap<ItemId, number> {
  const found = new Map<ItemId, number>();
  doc.forEach((node, pos) => {
    const id = itemIdOf(node);
    // What is inserted just before an item pushes it on, so the item is what stands after the insert.
    if (id !== null)
      found.set(
        id,
        transactions.reduce((at, tr) => tr.mapping.map(at, 1), pos),
      );
  });
  return found;
}

function itemsWithoutOwnId(doc: Node, before: ReadonlyMap<ItemId, number>): number[] {
  const keepers = new Map<ItemId, number>();
  doc.forEach((node, pos) => {
    const id = itemIdOf(node);
    if (id !== null && (!keepers.has(id) || before.get(id) === pos)) keepers.set(id, pos);
  });
  const faults: number[] = [];
  doc.forEach((node, pos) => {
    const id = itemIdOf(node);
    if (id === null || keepers.get(id) !== pos) faults.push(pos);
  });
  return faults;
}
