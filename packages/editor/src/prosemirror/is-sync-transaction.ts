import type {Transaction} from 'prosemirror-state';
import {ySyncPluginKey} from 'y-prosemirror';

/**
 * Whether a transaction shows what the shared document already holds: somebody else's edit, or an undo. Such a
 * transaction must never be filtered or added to: the view would differ from the document, and the next key would
 * write the difference to everyone.
 */
export function isSyncTransaction(transaction: Transaction): boolean {
  const meta: unknown = transaction.getMeta(ySyncPluginKey);
  return (
    typeof meta === 'object' && meta !== null && 'isChangeOrigin' in meta && meta.isChangeOrigin === true
  );
}

/** Whether the last transaction of a state was somebody else's edit, and not this person's own undo. */
export function isRemoteChange(transaction: Transaction): boolean {
  const meta: unknown = transaction.getMeta(ySyncPluginKey);
  const isUndo =
    typeof meta === 'object' && meta !== null && 'isUndoRedoOperation' in meta && meta.isUndoRedoOperation;
  return isSyncTransaction(transaction) && isUndo !== true;
}
