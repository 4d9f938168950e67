import type {Node} from 'prosemirror-model';
import type {Command} from 'prosemirror-state';
import type {PlacedItem} from '../items.ts';

/** Removes the children of an item that are meant. Doesn't apply where there is none. */
export function removeChildren(item: PlacedItem, isMeant: (child: Node) => boolean): Command {
  return (state, dispatch) => {
    const places: {from: number; to: number}[] = [];
    item.node.forEach((child, offset) => {
      const from = item.pos + 1 + offset;
      if (isMeant(child)) places.push({from, to: from + child.nodeSize});
    });
    if (places.length === 0) return false;
    if (dispatch === undefined) return true;
    const {tr} = state;
    // From the end, so that the places before stay where they are.
    for (const {from, to} of places.reverse()) tr.delete(from, to);
    dispatch(tr);
    return true;
  };
}
