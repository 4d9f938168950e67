import {isItemTypeName} from '@goldthread/schema';
import {planSchema} from '@goldthread/schema/prosemirror';
import {Fragment, Slice, type Node} from 'prosemirror-model';
import {Plugin, TextSelection} from 'prosemirror-state';
import type {EditorView} from 'prosemirror-view';
import {isSyncTransaction} from '../is-sync-transaction.ts';
import {CleanClipboardParser} from '../paste/clipboard-parser.ts';

/** Refuses the person's own edits where they have no right, and shows other people's always. */
export function onlyWhereAllowed(mayWrite: () => boolean, onRefused: () => void): Plugin {
  return new Plugin({
    props: {editable: mayWrite},
    filterTransaction: transaction => {
      const isAllowed = !transaction.docChanged || isSyncTransaction(transaction) || mayWrite();
      if (!isAllowed) onRefused();
      return isAllowed;
    },
  });
}

/** What is pasted into one item is words: of items their paragraphs, without ids, facts and links. */
export function pasteWords(): Plugin {
  return new Plugin({
    props: {
      clipboardParser: new CleanClipboardParser(),
      transformPasted: slice => {
        const {firstChild} = slice.content;
        if (firstChild === null || !isItemTypeName(firstChild.type.name)) return slice;
        return new Slice(Fragment.from(slice.content.content.flatMap(blocksOf)), 0, 0);
      },
    },
  });
}

function blocksOf(node: Node): readonly Node[] {
  if (!isItemTypeName(node.type.name)) return [node];
  return node.children.filter(child => child.type.spec.group === 'block');
}

/** In an item without a paragraph the first key makes one, so that the browser has something to type into. */
export function startParagraph(): Plugin {
  const begin = (view: EditorView): false => {
    if (view.editable && !view.state.doc.children.some(child => child.type.spec.group === 'block')) {
      const tr = view.state.tr.insert(0, planSchema.node('paragraph'));
      view.dispatch(tr.setSelection(TextSelection.create(tr.doc, 1)));
    }
    return false;
  };
  const isTyping = ({key, ctrlKey, metaKey, altKey, keyCode}: KeyboardEvent): boolean =>
    // Phones name no key: 229 is all they say.
    !ctrlKey && !metaKey && !altKey && (key.length === 1 || key === 'Enter' || keyCode === 229);
  return new Plugin({
    props: {
      handleKeyDown: (view, event) => isTyping(event) && begin(view),
      handlePaste: begin,
      handleDOMEvents: {compositionstart: begin},
    },
  });
}
