import type {ItemId, ItemTypeName} from '@goldthread/schema';
import {Plugin} from 'prosemirror-state';
import type {EditorView} from 'prosemirror-view';
import {insertItem} from '../commands/insert-item.ts';

/**
 * In an empty section the first key makes the first item, so that the browser has a paragraph to type into.
 * Looking at a section, or clicking into it, writes nothing.
 */
export function startTyping(type: ItemTypeName | undefined, newId: () => ItemId): Plugin {
  const begin = (view: EditorView): void => {
    if (type === undefined || !view.editable || view.state.doc.childCount > 0) return;
    insertItem(type, newId(), null)(view.state, view.dispatch);
  };
  return new Plugin({
    props: {
      handleKeyDown: (view, event) => {
        if (isTyping(event)) begin(view);
        // Enter has done its work by making the item; a second one would have nothing before it.
        return false;
      },
      handleDOMEvents: {
        compositionstart: view => {
          begin(view);
          return false;
        },
      },
    },
  });
}

function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  // Phones name no key: 229 is all they say.
  return event.key.length === 1 || event.key === 'Enter' || event.keyCode === 229;
}
