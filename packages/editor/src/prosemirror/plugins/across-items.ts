import {Plugin} from 'prosemirror-state';
import type {EditorView} from 'prosemirror-view';
import {deleteAcrossItems, spansItems} from '../commands/delete-across-items.ts';

/** Typing, cutting or pasting over a selection that spans items keeps those items and their facts apart. */
export function acrossItems(): Plugin {
  const clear = (view: EditorView): boolean => deleteAcrossItems(view.state, view.dispatch);
  return new Plugin({
    props: {
      handleTextInput: (view, _from, _to, text) => {
        if (!spansItems(view.state)) return false;
        clear(view);
        view.dispatch(view.state.tr.insertText(text));
        return true;
      },
      handlePaste: view => {
        clear(view);
        return false;
      },
      handleDOMEvents: {
        cut: (view, event) => {
          if (!spansItems(view.state) || event.clipboardData === null) return false;
          const {dom, text} = view.serializeForClipboard(view.state.selection.content());
          event.clipboardData.setData('text/html', dom.innerHTML);
          event.clipboardData.setData('text/plain', text);
          event.preventDefault();
          clear(view);
          return true;
        },
      },
    },
  });
}
