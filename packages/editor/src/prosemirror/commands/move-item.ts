import type {ItemId} from '@goldthread/schema';
import {NodeSelection, Selection, type Command} from 'prosemirror-state';
import {findItem} from '../items.ts';

/** Moves an item by some places within its section; negative is up. Doesn't apply beyond either end. */
export function moveItem(id: ItemId, steps: number): Command {
  return (state, dispatch) => {
    const item = findItem(state.doc, id);
    if (item === null || steps === 0) return false;
    const target = item.index + steps;
    if (target < 0 || target >= state.doc.childCount) return false;
    if (dispatch === undefined) return true;
    const tr = state.tr.delete(item.pos, item.pos + item.node.nodeSize);
    let pos = 0;
    for (let index = 0; index < target; index += 1) pos += tr.doc.child(index).nodeSize;
    tr.insert(pos, item.node);
    tr.setSelection(selectionIn(tr.doc.resolve(pos + 1)));
    dispatch(tr.scrollIntoView());
    return true;
  };
}

function selectionIn($pos: Parameters<typeof Selection.findFrom>[0]): Selection {
  return Selection.findFrom($pos, 1, true) ?? NodeSelection.near($pos);
}
