import {Plugin, type EditorState, type Transaction} from 'prosemirror-state';
import type {EditorView} from 'prosemirror-view';
import {ySyncPluginKey} from 'y-prosemirror';
import * as Y from 'yjs';
import type {FactValue} from '../item-facts-event.ts';
import {bindingOf} from '../plugins/left-bound-caret.ts';

/** The attributes of an element that its node has too; what stands in no element is null in every node. */
export function attributesOf(element: Y.XmlElement): Record<string, unknown> {
  return element.getAttributes();
}

/**
 * Keeps the attributes of an editor's document, which is one item, as those of the item's element. The binding writes
 * them from the view to the element and never the other way, so a stale one would undo what somebody else has set.
 */
export function itemAttributes(element: Y.XmlElement): Plugin {
  return new Plugin({
    view: view => {
      const follow = (_event: unknown, transaction: Y.Transaction): void => {
        const isUndo = transaction.origin instanceof Y.UndoManager;
        const tr = inStep(view.state, attributesOf(element));
        if (tr === null) return;
        tr.setMeta(ySyncPluginKey, {isChangeOrigin: true, isUndoRedoOperation: isUndo});
        // Outside the binding's own turn it would answer by writing the rest of the view, which may be older.
        bindingOf(view).mux(() => view.dispatch(tr.setMeta('addToHistory', false)));
      };
      element.observe(follow);
      return {destroy: () => element.unobserve(follow)};
    },
  });
}

/** Sets one fact of an item in its element; the view follows. Null takes the fact away. */
export function writeAttribute(
  view: EditorView,
  element: Y.XmlElement,
  name: string,
  value: FactValue,
): void {
  const {doc} = bindingOf(view);
  doc.transact(() => {
    if (value === null) element.removeAttribute(name);
    // Attributes of Y.XmlElement are typed as text, but hold any JSON value.
    else element.setAttribute(name, value as string);
  }, ySyncPluginKey);
}

function inStep(state: EditorState, attributes: Readonly<Record<string, unknown>>): Transaction | null {
  const {tr} = state;
  for (const [name, value] of Object.entries(state.doc.attrs)) {
    const wanted = attributes[name] ?? null;
    if (value !== wanted) tr.setDocAttribute(name, wanted);
  }
  return tr.docChanged ? tr : null;
}
