import type {RootName} from '@goldthread/schema';
import {initDoc} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';

/** Makes a document in one transaction, because each costs more than the updates in it. */
export function buildDoc(roots: readonly RootName[], updates: readonly Uint8Array[]): Y.Doc {
  const doc = initDoc(roots);
  // No client is ever issued id 0, so the server's copy can't be taken for somebody's.
  doc.clientID = 0;
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  }, 'load');
  return doc;
}
