import {planSchema} from '@goldthread/schema/prosemirror';
import type {Node} from 'prosemirror-model';
import {TextSelection, type Command} from 'prosemirror-state';
import {blockDepth} from '../items.ts';
import {hasAncestor} from './toggle-list.ts';

/** Puts an empty table after the paragraph that the caret is in. Doesn't apply inside a table or a list. */
export function insertTable(rows: number, columns: number): Command {
  return (state, dispatch) => {
    const {$from} = state.selection;
    const {table, listItem} = planSchema.nodes;
    const depth = blockDepth(state.doc);
    if ($from.depth < depth || hasAncestor($from, table) || hasAncestor($from, listItem)) return false;
    if (dispatch === undefined) return true;
    const pos = $from.after(depth);
    const tr = state.tr.insert(pos, emptyTable(rows, columns));
    // Through table, row, cell and paragraph.
    dispatch(tr.setSelection(TextSelection.create(tr.doc, pos + 4)).scrollIntoView());
    return true;
  };
}

function emptyTable(rows: number, columns: number): Node {
  const row = (cell: string): Node =>
    planSchema.node(
      'tableRow',
      null,
      Array.from({length: columns}, () => planSchema.node(cell, null, [planSchema.node('paragraph')])),
    );
  return planSchema.node('table', null, [
    row('tableHeader'),
    ...Array.from({length: rows - 1}, () => row('tableCell')),
  ]);
}
