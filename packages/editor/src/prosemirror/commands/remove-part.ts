import type {ItemId} from '@goldthread/schema';
import type {Command} from 'prosemirror-state';
import {findItem} from '../items.ts';
import {removeChildren} from './remove-children.ts';

/** Removes one entry of an item's lists; `index` counts the entries of that kind from 0. */
export function removePart(id: ItemId, kind: string, index: number): Command {
  return (state, dispatch) => {
    const item = findItem(state.doc, id);
    if (item === null) return false;
    const parts = item.node.children.filter(child => child.type.name === 'part' && child.attrs.kind === kind);
    const meant = parts[index];
    if (meant === undefined) return false;
    // Two equal entries may be one node object, so the place is counted again.
    let seen = -1;
    return removeChildren(item, child => {
      if (child.type.name !== 'part' || child.attrs.kind !== kind) return false;
      seen += 1;
      return seen === index;
    })(state, dispatch);
  };
}
