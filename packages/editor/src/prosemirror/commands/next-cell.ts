import {Selection, type Command} from 'prosemirror-state';
import type {ResolvedPos} from 'prosemirror-model';

/** Moves the caret to the next (1) or previous (-1) cell. Doesn't apply outside a table or beyond its ends. */
export function nextCell(direction: 1 | -1): Command {
  return (state, dispatch) => {
    const {$head} = state.selection;
    const depth = cellDepth($head);
    if (depth === 0) return false;
    const edge = direction > 0 ? $head.after(depth) : $head.before(depth);
    const $edge = state.doc.resolve(edge);
    const inRow = direction > 0 ? $edge.nodeAfter : $edge.nodeBefore;
    const $start = inRow === null ? otherRow(state.doc.resolve($edge.pos), direction) : $edge;
    if ($start === null) return false;
    const found = Selection.findFrom($start, direction, true);
    if (found === null) return false;
    dispatch?.(state.tr.setSelection(found).scrollIntoView());
    return true;
  };
}

function otherRow($edge: ResolvedPos, direction: 1 | -1): ResolvedPos | null {
  const pos = direction > 0 ? $edge.after() : $edge.before();
  const $pos = $edge.doc.resolve(pos);
  return (direction > 0 ? $pos.nodeAfter : $pos.nodeBefore) === null ? null : $pos;
}

function cellDepth($pos: ResolvedPos): number {
  for (let depth = $pos.depth; depth > 0; depth -= 1) {
    const role: unknown = $pos.node(depth).type.spec['tableRole'];
    if (role === 'cell' || role === 'header_cell') return depth;
  }
  return 0;
}
