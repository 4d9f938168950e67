import type * as Y from 'yjs';
import type {PmJson} from '../prosemirror/pm-json.ts';
import {readRoot} from './read-root.ts';
import {hash64} from '../base/hash64.ts';

/** One text for one content: keys in order, no spaces. Equal documents give equal texts on every machine. */
export function canonicalJson(nodes: readonly PmJson[]): string {
  return JSON.stringify(nodes, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/**
 * The content of a root as 16 hexadecimal digits. Server and client compare these to notice that two documents with
 * equal state vectors differ, which Yjs itself can't see. It guards against faults, not against malice.
 */
export function canonicalHash(doc: Y.Doc, root: string): string {
  return hash64(canonicalJson(readRoot(doc.getXmlFragment(root))));
}
