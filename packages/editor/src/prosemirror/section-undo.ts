import {ySyncPluginKey} from 'y-prosemirror';
import * as Y from 'yjs';

/**
 * Undo for one section: only what this person did here. The tracked origins are named, because the default one also
 * catches the clean-ups that Yjs makes after other people's edits, and an undo would then write in their sections.
 */
export function sectionUndo(fragment: Y.XmlFragment): Y.UndoManager {
  return new Y.UndoManager(fragment, {
    trackedOrigins: new Set([ySyncPluginKey]),
    deleteFilter: item => !isId(item) && !holdsOthersWork(item, fragment.doc?.clientID),
    captureTransaction: transaction => transaction.meta.get('addToHistory') !== false,
  });
}

/** An id goes with its item or not at all: an item that stays because of somebody else's work is still that item. */
function isId(item: Y.Item): boolean {
  return item instanceof Y.Item && item.parentSub === 'id';
}

/** Undoing "new item" must not take away what somebody else has written, noted or linked in it since. */
function holdsOthersWork(item: Y.Item, own: number | undefined): boolean {
  if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentType)) return false;
  const {type} = item.content;
  for (let child = type._start; child !== null; child = child.right) if (isOthers(child, own)) return true;
  return [...type._map.values()].some(fact => isOthers(fact, own));
}

/** Formats are left out: bold is nothing without the word. */
function isOthers(child: Y.Item, own: number | undefined): boolean {
  if (child.deleted || child.content instanceof Y.ContentFormat) return false;
  return child.id.client !== own || holdsOthersWork(child, own);
}
