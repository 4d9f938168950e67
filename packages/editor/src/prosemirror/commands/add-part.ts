import {isPartKind, type ItemId} from '@goldthread/schema';
import {mayStand, planSchema} from '@goldthread/schema/prosemirror';
import type {Command} from 'prosemirror-state';
import type {FactValue} from '../item-facts-event.ts';
import {findItem, specOf} from '../items.ts';

/** Adds an entry to one of an item's lists. Doesn't apply to a list or a field that this type doesn't have. */
export function addPart(id: ItemId, kind: string, attributes: Readonly<Record<string, FactValue>>): Command {
  return (state, dispatch) => {
    const item = findItem(state.doc, id);
    if (item === null || !isPartKind(kind)) return false;
    const fields = specOf(item.node).parts[kind];
    if (fields === undefined) return false;
    const values = Object.entries(attributes).filter(([, value]) => value !== null);
    if (!values.every(([name, value]) => name in fields && mayStand('part', name, value))) return false;
    const part = planSchema.node('part', {...Object.fromEntries(values), kind});
    dispatch?.(state.tr.insert(item.pos + item.node.nodeSize - 1, part));
    return true;
  };
}
