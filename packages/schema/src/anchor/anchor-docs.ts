import type * as Y from 'yjs';
import type {RootName} from '../plan/root.ts';

/** The documents beside whose items a withheld item may stand. Every reader of a plan receives both. */
export interface AnchorDocs {
  readonly shared: Y.Doc;
  readonly voice?: Y.Doc | undefined;
}

/** The fragment of a section, or null where its document isn't there. */
export function fragmentOf(docs: AnchorDocs, root: RootName): Y.XmlFragment | null {
  const doc = root.startsWith('house:') ? docs.voice : docs.shared;
  return doc?.getXmlFragment(root) ?? null;
}
