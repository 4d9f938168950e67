import type {ItemId} from '@goldthread/schema';
import {itemIdOf} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';

/** Whether a document has a live item with an id, in whichever section. */
export function hasItem(doc: Y.Doc, id: ItemId): boolean {
  for (const root of doc.share.keys()) {
    const items = doc.getXmlFragment(root).toArray();
    if (items.some(item => item instanceof Y.XmlElement && itemIdOf(item) === id)) return true;
  }
  return false;
}
