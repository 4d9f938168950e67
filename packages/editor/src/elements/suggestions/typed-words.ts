import {Selection, type EditorState, type Transaction} from 'prosemirror-state';
import type {Stretch} from './typed-on-item.ts';

/** Words that somebody typed on an item before there was a place for other words. */
export interface TypedWords {
  readonly text: string;
  readonly stretch: Stretch;
  /** They stand apart from the word before: a finger is no finer than a word. */
  readonly isApart?: boolean;
}

/** Puts them where they were typed, with the caret behind them. */
export function putIn(
  {doc, tr}: EditorState,
  {text, stretch, isApart = stretch === null}: TypedWords,
): Transaction {
  const end = Selection.atEnd(doc).to;
  const [from, to] =
    stretch === null ? [end, end] : [placeOf(doc, stretch.from) ?? end, placeOf(doc, stretch.to) ?? end];
  const isGlued = isApart && text !== '' && /\S$/.test(doc.textBetween(0, from, ' '));
  const put = tr.insertText(isGlued ? ` ${text}` : text, from, to);
  return put.setSelection(Selection.near(put.doc.resolve(put.mapping.map(to)), -1)).scrollIntoView();
}

/** The place behind so many letters; null where there are fewer. */
function placeOf(doc: EditorState['doc'], letters: number): number | null {
  let [left, found] = [letters, -1];
  doc.descendants((node, pos) => {
    if (found >= 0 || !node.isText) return found < 0;
    if (left <= node.nodeSize) found = pos + left;
    left -= node.nodeSize;
    return false;
  });
  return found < 0 ? null : found;
}
