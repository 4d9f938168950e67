import {TextSelection, type Command, type EditorState, type Transaction} from 'prosemirror-state';

/** Whether the selection begins in one item and ends in another. */
export function spansItems({selection}: EditorState): boolean {
  const {$from, $to} = selection;
  return $from.depth > 0 && $to.depth > 0 && $from.before(1) !== $to.before(1);
}

/**
 * Removes a selection that spans items: whole items between, and of the first and last only the selected words.
 * Their links and typed facts, which nobody sees selected, stay, and the two are never joined.
 */
export const deleteAcrossItems: Command = (state, dispatch) => {
  if (!spansItems(state)) return false;
  if (dispatch === undefined) return true;
  const {from, to, $from, $to} = state.selection;
  const {tr} = state;
  deleteWords(tr, $to.start(1), to);
  if ($from.after(1) < $to.before(1)) tr.delete($from.after(1), $to.before(1));
  deleteWords(tr, from, $from.end(1));
  dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(from))).scrollIntoView());
  return true;
};

function deleteWords(tr: Transaction, from: number, to: number): void {
  const ranges: {from: number; to: number}[] = [];
  tr.doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isTextblock) return !node.isAtom;
    ranges.push({from: Math.max(from, pos + 1), to: Math.min(to, pos + node.nodeSize - 1)});
    return false;
  });
  for (const range of ranges.reverse()) if (range.from < range.to) tr.delete(range.from, range.to);
}
