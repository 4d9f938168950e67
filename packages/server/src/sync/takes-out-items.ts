import type * as Y from 'yjs';

/** The origin of what the server itself writes. */
export const BY_SERVER = 'server';

/**
 * Whether words may have been taken out that nobody is to be sent again: an item, which stands directly below a root, by
 * whomever, and anything at all by the server, which takes words out only where something is withheld.
 */
export function takesOutItems({changed, deleteSet, origin}: Y.Transaction): boolean {
  if (deleteSet.clients.size === 0) return false;
  if (origin === BY_SERVER) return true;
  for (const [type, keys] of changed) if (type._item === null && keys.has(null)) return true;
  return false;
}
