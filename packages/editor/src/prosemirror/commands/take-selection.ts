import {TextSelection} from 'prosemirror-state';
import type {EditorView} from 'prosemirror-view';

/**
 * Takes over what is selected on the page now. The browser tells of a selection a moment after it was made, and once the focus has
 * left the words nobody listens any more: what was selected by keys would be lost to whatever is done with it next.
 */
export function takeSelection(view: EditorView): void {
  // Words lie in the light DOM, where the document has the only selection.
  const range = view.dom.ownerDocument.getSelection();
  const [from, to] = [range?.anchorNode ?? null, range?.focusNode ?? null];
  if (range === null || from === null || to === null) return;
  if (!view.dom.contains(from) || !view.dom.contains(to)) return;
  if (!(view.state.selection instanceof TextSelection)) return;
  const {doc, tr} = view.state;
  const anchor = doc.resolve(view.posAtDOM(from, range.anchorOffset));
  const head = doc.resolve(view.posAtDOM(to, range.focusOffset));
  const selection = TextSelection.between(anchor, head);
  if (!selection.eq(view.state.selection)) view.dispatch(tr.setSelection(selection));
}
