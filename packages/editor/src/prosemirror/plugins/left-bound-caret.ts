import {Plugin, TextSelection} from 'prosemirror-state';
import type {EditorView} from 'prosemirror-view';
import {getRelativeSelection, ySyncPluginKey, type ProsemirrorBinding} from 'y-prosemirror';
import * as Y from 'yjs';

/**
 * Ties the caret to the letter before it. The binding ties it to the letter after, so that whatever somebody else
 * types at the same spot pushes the caret along and lands in the middle of the word being typed.
 * Stands after the sync plugin, whose binding it adjusts.
 */
export function leftBoundCaret(): Plugin {
  return new Plugin({
    view: view => {
      const binding = bindingOf(view);
      const {doc} = binding;
      doc.off('beforeAllTransactions', binding.beforeAllTransactions);
      // The binding takes off whatever stands in this field when it is destroyed.
      binding.beforeAllTransactions = () => {
        binding.beforeTransactionSelection ??= leftBoundSelection(binding, view);
      };
      doc.on('beforeAllTransactions', binding.beforeAllTransactions);
      return {};
    },
  });
}

/** The binding between a view and its fragment. */
export function bindingOf(view: EditorView): ProsemirrorBinding {
  // The plugin's state is typed as any.
  return (ySyncPluginKey.getState(view.state) as {binding: ProsemirrorBinding}).binding;
}

type RelativeSelection = ReturnType<typeof getRelativeSelection>;

function leftBoundSelection(binding: ProsemirrorBinding, view: EditorView): RelativeSelection {
  const selection = getRelativeSelection(binding, view.state);
  if (!(view.state.selection instanceof TextSelection)) return selection;
  return {
    ...selection,
    anchor: leftBound(selection.anchor, binding.doc),
    head: leftBound(selection.head, binding.doc),
  };
}

function leftBound(position: unknown, doc: Y.Doc): unknown {
  if (!(position instanceof Y.RelativePosition)) return position;
  const place = Y.createAbsolutePositionFromRelativePosition(position, doc);
  if (place === null || !(place.type instanceof Y.XmlText) || place.index === 0) return position;
  return Y.createRelativePositionFromTypeIndex(place.type, place.index, -1);
}
