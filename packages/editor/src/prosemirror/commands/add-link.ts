import type {ItemId, LinkRel} from '@goldthread/schema';
import {planSchema} from '@goldthread/schema/prosemirror';
import type {Command} from 'prosemirror-state';
import {findItem, specOf} from '../items.ts';

/** Adds a link from an item to another. Doesn't apply where it stands already or this type has no such link. */
export function addLink(id: ItemId, rel: LinkRel, to: ItemId): Command {
  return (state, dispatch) => {
    const item = findItem(state.doc, id);
    if (item === null || id === to || !specOf(item.node).links.includes(rel)) return false;
    const stands = item.node.children.some(
      child => child.type.name === 'link' && child.attrs.rel === rel && child.attrs.to === to,
    );
    if (stands) return false;
    dispatch?.(state.tr.insert(item.pos + item.node.nodeSize - 1, planSchema.node('link', {rel, to})));
    return true;
  };
}
