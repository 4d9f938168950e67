import type {ItemId} from '@goldthread/schema';
import {mayStand} from '@goldthread/schema/prosemirror';
import type {Command} from 'prosemirror-state';
import type {FactValue} from '../item-facts-event.ts';
import {findItem, itemTypeOf} from '../items.ts';

/** Sets one typed attribute of an item; null removes it. Doesn't apply to a value that couldn't be stored. */
export function setItemAttribute(id: ItemId, name: string, value: FactValue): Command {
  return (state, dispatch) => {
    const item = findItem(state.doc, id);
    if (item === null || name === 'id' || item.node.attrs[name] === value) return false;
    if (!(name in item.node.attrs)) return false;
    if (value !== null && !mayStand(itemTypeOf(item.node), name, value)) return false;
    dispatch?.(state.tr.setNodeAttribute(item.pos, name, value));
    return true;
  };
}
