import type {ItemId, ItemTypeName} from '@goldthread/schema';
import type {Node} from 'prosemirror-model';
import {Plugin} from 'prosemirror-state';
import {isSyncTransaction} from '../is-sync-transaction.ts';
import {itemIdOf, itemTypeOf} from '../items.ts';

/** What the person may change in a section now. */
export interface Rights {
  mayWrite(): boolean;
  /** `null` is an item that doesn't exist yet. */
  mayWriteItem(id: ItemId | null, type: ItemTypeName): boolean;
}

/**
 * Refuses the person's own edits where they have no right, and shows other people's always: filtering those would
 * write the old words back to everyone with the next key.
 */
export function readOnly(rights: Rights, onRefused: () => void): Plugin {
  return new Plugin({
    props: {editable: () => rights.mayWrite()},
    filterTransaction: (transaction, state) => {
      if (!transaction.docChanged || isSyncTransaction(transaction)) return true;
      const isAllowed = rights.mayWrite() && mayChange(state.doc, transaction.doc, rights);
      if (!isAllowed) onRefused();
      return isAllowed;
    },
  });
}

/** Untouched items are the same objects before and after, so only the others are asked about. */
function mayChange(before: Node, after: Node, rights: Rights): boolean {
  const kept = new Set(after.children);
  const known = new Set(before.children.map(itemIdOf));
  const existed = new Set(before.children);
  const mayTouch = before.children
    .filter(item => !kept.has(item))
    .every(item => rights.mayWriteItem(itemIdOf(item), itemTypeOf(item)));
  return (
    mayTouch &&
    after.children
      .filter(item => !existed.has(item) && !known.has(itemIdOf(item)))
      .every(item => rights.mayWriteItem(null, itemTypeOf(item)))
  );
}
