import type {ItemId} from '@goldthread/schema';
import {Selection, type Command} from 'prosemirror-state';
import {findItem} from '../items.ts';

/** Removes an item; the caret goes to the end of the one before. */
export function removeItem(id: ItemId): Command {
  return (state, dispatch) => {
    const item = findItem(state.doc, id);
    if (item === null) return false;
    if (dispatch === undefined) return true;
    const tr = state.tr.delete(item.pos, item.pos + item.node.nodeSize);
    dispatch(tr.setSelection(Selection.near(tr.doc.resolve(item.pos), -1)));
    return true;
  };
}
