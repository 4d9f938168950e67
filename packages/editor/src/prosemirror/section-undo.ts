import {ySyncPluginKey} from 'y-prosemirror';
import * as Y from 'yjs';

/**
 * Undo for one section: only what this person did here. The tracked origins are named, because the default one also
 * catches the clean-ups that Yjs makes after other people's edits, and an undo would then write in their sections.
 */
export function sectionUndo(fragment: Y.XmlFragment): Y.UndoManager {
  return new Y.UndoManager(fragment, {
    trackedOrigins: new Set([ySyncPluginKey]),
    deleteFilter: item => !holdsOthersWords(item, fragment.doc?.clientID),
    captureTransaction: transaction => transaction.meta.get('addToHistory') !== false,
  });
}

/** Undoing "new item" must not take away what somebody else has written in it since. */
function holdsOthersWords(item: Y.Item, own: number | undefined): boolean {
  if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentType)) return false;
  let child = item.content.type._start;
  while (child !== null) {
    const isWords = child.content instanceof Y.ContentString;
    if (!child.deleted && isWords && child.id.client !== own) return true;
    if (!child.deleted && holdsOthersWords(child, own)) return true;
    child = child.right;
  }
  return false;
}
