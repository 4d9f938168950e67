import type * as Y from 'yjs';
import {canonicalJson} from './canonical-json.ts';
import {readRoot} from './read-root.ts';
import {hash64} from '../base/hash64.ts';

/**
 * The content of a root as 16 hexadecimal digits. Server and client compare these to notice that two documents with
 * equal state vectors differ, which Yjs itself can't see. It guards against faults, not against malice.
 */
export function canonicalHash(doc: Y.Doc, root: string): string {
  return hash64(canonicalJson(readRoot(doc.getXmlFragment(root))));
}
