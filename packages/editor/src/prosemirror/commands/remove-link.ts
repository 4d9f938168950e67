import type {ItemId, LinkRel} from '@goldthread/schema';
import type {Command} from 'prosemirror-state';
import {findItem} from '../items.ts';
import {removeChildren} from './remove-children.ts';

/** Removes a link of an item, and every copy of it that two people added at once. */
export function removeLink(id: ItemId, rel: LinkRel, to: ItemId): Command {
  return (state, dispatch) => {
    const item = findItem(state.doc, id);
    if (item === null) return false;
    return removeChildren(
      item,
      child => child.type.name === 'link' && child.attrs.rel === rel && child.attrs.to === to,
    )(state, dispatch);
  };
}
