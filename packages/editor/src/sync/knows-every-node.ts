import {checkNode} from '@goldthread/schema/prosemirror';
import {readRoot} from '@goldthread/schema/ydoc';
import type * as Y from 'yjs';

/**
 * Whether this page can show all that stands in a document. A page that can't must not bind an editor to it: the
 * binding deletes whatever it can't build, for everyone.
 */
export function knowsEveryNode(doc: Y.Doc): boolean {
  for (const root of doc.share.keys()) {
    if (readRoot(doc.getXmlFragment(root)).some(node => checkNode(node) !== null)) return false;
  }
  return true;
}
