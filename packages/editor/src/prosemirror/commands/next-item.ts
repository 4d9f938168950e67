import type {ItemId} from '@goldthread/schema';
import type {Node} from 'prosemirror-model';
import {TextSelection, type Command} from 'prosemirror-state';
import {isEmptyItem, itemAround, itemTypeOf} from '../items.ts';
import {newItem} from './insert-item.ts';

/**
 * Enter: makes the next item of the same type and takes the words after the caret along. Facts, links and lists stay
 * with the first. An empty item isn't followed by another empty one. Applies only in a paragraph directly in an item.
 */
export function nextItem(newId: () => ItemId): Command {
  return (state, dispatch) => {
    const {$from, $to} = state.selection;
    const item = itemAround($from);
    if (item === null || $from.depth !== 2 || $from.parent.type.name !== 'paragraph') return false;
    if ($to.depth !== 2 || $to.before(1) !== item.pos) return false;
    if (isEmptyItem(item.node)) return true;
    if (dispatch === undefined) return true;
    const tr = state.tr.deleteSelection();
    const $caret = tr.doc.resolve(tr.mapping.map($from.pos));
    const tail = $caret.parent.cut($caret.parentOffset);
    const later = blocksAfter($caret.node(1), $caret.index(1));
    const next = newItem(itemTypeOf(item.node), newId(), [tail, ...later.map(({node}) => node)]);
    const end = $caret.after(1);
    tr.insert(end, next);
    const start = $caret.start(1);
    for (const {node, offset} of later.toReversed())
      tr.delete(start + offset, start + offset + node.nodeSize);
    tr.delete($caret.pos, $caret.end());
    const removed = later.reduce((size, {node}) => size + node.nodeSize, $caret.end() - $caret.pos);
    tr.setSelection(TextSelection.create(tr.doc, end - removed + 2));
    dispatch(tr.scrollIntoView());
    return true;
  };
}

function blocksAfter(item: Node, index: number): {node: Node; offset: number}[] {
  const blocks: {node: Node; offset: number}[] = [];
  item.forEach((node, offset, at) => {
    if (at > index && node.type.spec.group === 'block') blocks.push({node, offset});
  });
  return blocks;
}
