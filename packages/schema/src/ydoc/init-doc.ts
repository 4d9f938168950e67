import * as Y from 'yjs';
import type {RootName} from '../plan/root.ts';

/** A new document in which each root is already known as a fragment. Nothing is written into it. */
export function initDoc(roots: readonly RootName[]): Y.Doc {
  const doc = new Y.Doc({gc: true});
  rootFragments(doc, roots);
  return doc;
}

/** The fragments of a document by root. */
export function rootFragments(doc: Y.Doc, roots: readonly RootName[]): ReadonlyMap<RootName, Y.XmlFragment> {
  return new Map(roots.map(root => [root, doc.getXmlFragment(root)]));
}
