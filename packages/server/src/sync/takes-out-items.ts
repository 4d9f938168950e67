import type * as Y from 'yjs';

/** Whether something directly below a root, which is an item, may have been deleted. */
export function takesOutItems({changed, deleteSet}: Y.Transaction): boolean {
  if (deleteSet.clients.size === 0) return false;
  for (const [type, keys] of changed) if (type._item === null && keys.has(null)) return true;
  return false;
}
