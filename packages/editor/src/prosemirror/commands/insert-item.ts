import {ITEM_TYPES, type ItemId, type ItemTypeName} from '@goldthread/schema';
import {planSchema} from '@goldthread/schema/prosemirror';
import type {Node} from 'prosemirror-model';
import {TextSelection, type Command} from 'prosemirror-state';
import {findItem} from '../items.ts';

/** A new item, with an empty paragraph where its type has words. */
export function newItem(type: ItemTypeName, id: ItemId, blocks?: readonly Node[]): Node {
  const empty = ITEM_TYPES[type].words === 'prose' ? [planSchema.node('paragraph')] : [];
  return planSchema.node(type, {id}, [...(blocks ?? empty)]);
}

/** Adds an item after another one, or at the end, and puts the caret in its words. */
export function insertItem(type: ItemTypeName, id: ItemId, afterId: ItemId | null): Command {
  return (state, dispatch) => {
    const after = afterId === null ? null : findItem(state.doc, afterId);
    if (afterId !== null && after === null) return false;
    const pos = after === null ? state.doc.content.size : after.pos + after.node.nodeSize;
    if (dispatch === undefined) return true;
    const tr = state.tr.insert(pos, newItem(type, id));
    if (ITEM_TYPES[type].words === 'prose') tr.setSelection(TextSelection.create(tr.doc, pos + 2));
    dispatch(tr.scrollIntoView());
    return true;
  };
}
