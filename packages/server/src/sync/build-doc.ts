import type {RootName} from '@goldthread/schema';
import {initDoc, rootFragments} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';

/** A Yjs document made of updates, and its root fragments with their names. */
export interface BuiltDoc {
  readonly doc: Y.Doc;
  readonly rootNames: ReadonlyMap<unknown, RootName>;
}

/** Makes a document in one transaction, because each costs more than the updates in it. */
export function buildDoc(roots: readonly RootName[], updates: readonly Uint8Array[]): BuiltDoc {
  const doc = initDoc([]);
  const rootNames = new Map([...rootFragments(doc, roots)].map(([name, type]) => [type, name]));
  // No client is ever issued id 0, so the server's copy can't be taken for somebody's.
  doc.clientID = 0;
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  }, 'load');
  return {doc, rootNames};
}
