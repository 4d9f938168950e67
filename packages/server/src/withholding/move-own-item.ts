import type {ItemId} from '@goldthread/schema';
import {elementOf} from '@goldthread/schema/ydoc';
import type {PmJson} from '@goldthread/schema/prosemirror';
import {RequestProblem} from '../errors.ts';
import type {CompartmentRecord, ItemRecord} from '../storage/index.ts';
import type {OwnChange} from '../sync/index.ts';
import {anchoredNode, insertItem, openNode, removeItem, standingItem} from './move-items.ts';
import type {ItemMove} from './carried-along.ts';
import type {PlanFacts} from './plan-facts.ts';
import {relinkedForMore} from './ties.ts';

/** An item on its way from one document to another, under a new id: its old one then tells no more than any deleted item's. */
export interface OwnMove {
  readonly record: ItemRecord;
  readonly from: CompartmentRecord;
  readonly target: CompartmentRecord;
  readonly id: ItemId;
  readonly facts: PlanFacts;
  /** What moves along, by what it was called. */
  readonly newIds?: ReadonlyMap<ItemId, ItemId>;
}

/**
 * The changes that move an item. All of it happens in one turn of the server, in which the words are read and `look` may still stop
 * it: what was typed until then moves along.
 */
export function moveOwnItem(
  {record, from, target, id, facts, newIds = new Map()}: OwnMove,
  look: (node: PmJson) => void,
): {readonly record: ItemRecord; readonly changes: readonly OwnChange[]; readonly move: ItemMove} {
  const root = record.anchorRoot ?? record.root;
  const isOpen = target.audience === null;
  let taken: PmJson | null = null;
  const out: OwnChange = {
    id: from.id,
    items: [],
    write(doc) {
      const standing = standingItem(doc, [record.root], record.id);
      if (standing === null) throw new RequestProblem('ALREADY_CHANGED');
      look(standing.node);
      taken =
        from.audience === null
          ? anchoredNode(doc, standing.node, id, root, standing.after)
          : relinkedForMore({...standing.node, attrs: {...standing.node.attrs, id}}, newIds, facts);
      removeItem(doc, record.root, record.id);
    },
  };
  const moved: ItemRecord = {
    ...record,
    id,
    compartmentId: target.id,
    root: isOpen ? root : 'items',
    anchorRoot: isOpen ? null : root,
  };
  const into: OwnChange = {
    id: target.id,
    items: [moved],
    write(doc) {
      if (taken === null) throw new RequestProblem('ALREADY_CHANGED');
      const after = taken.attrs?.['anchor.item'];
      if (isOpen)
        insertItem(
          doc,
          root,
          typeof after === 'string' && after !== '' ? (after as ItemId) : null,
          openNode(taken, id),
        );
      else doc.getXmlFragment('items').push([elementOf(taken)]);
    },
  };
  const move = {
    from: {itemId: record.id, compartmentId: from.id},
    to: {itemId: id, compartmentId: target.id},
    root,
  };
  return {record: moved, changes: [out, into], move};
}
