import {SHAPES, type LinkRel} from '@goldthread/schema';
import {mayStand, planSchema} from '@goldthread/schema/prosemirror';
import type {Node} from 'prosemirror-model';
import type {EditorView} from 'prosemirror-view';
import type * as Y from 'yjs';
import {addPart} from '../commands/add-part.ts';
import {removeLink} from '../commands/remove-link.ts';
import {removePart} from '../commands/remove-part.ts';
import type {ItemEdit} from '../item-facts-event.ts';
import {itemIdOf, itemTypeOf, specOf} from '../items.ts';
import type {WordsEditor} from '../words-editor.ts';
import {writeAttribute} from './item-attributes.ts';

/** The links that may lead from a withheld item: those of its type, and to whatever it is a reason for. */
export function relsOf(item: Node): readonly LinkRel[] {
  const {links} = specOf(item);
  return links.includes(SHAPES) ? links : [...links, SHAPES];
}

/** The changes that fields may make to a withheld item, in the editor whose document it is. */
export function factsEditOf(editor: WordsEditor, element: Y.XmlElement, remove: () => void): ItemEdit {
  const item = (): Node => editor.view.state.doc;
  const id = itemIdOf(item());
  const run = (command: Parameters<WordsEditor['run']>[0]): boolean =>
    editor.isEditable && editor.run(command);
  return {
    setAttribute: (name, value) => editor.isEditable && setAttribute(editor.view, element, name, value),
    addLink: (rel, to) =>
      run((state, dispatch) => {
        const stands = linksTo(state.doc, rel, to);
        if (stands || to === id || !relsOf(state.doc).includes(rel)) return false;
        dispatch?.(state.tr.insert(state.doc.content.size, planSchema.node('link', {rel, to})));
        return true;
      }),
    removeLink: (rel, to) => id !== null && run(removeLink(id, rel, to)),
    addPart: (kind, attributes) => id !== null && run(addPart(id, kind, attributes)),
    removePart: (kind, index) => id !== null && run(removePart(id, kind, index)),
    remove: () => {
      if (editor.isEditable) remove();
      return editor.isEditable;
    },
    // Its place is that of its anchor, which never changes.
    move: () => false,
  };
}

function linksTo(item: Node, rel: LinkRel, to: string): boolean {
  return item.children.some(
    child => child.type.name === 'link' && child.attrs.rel === rel && child.attrs.to === to,
  );
}

function setAttribute(
  view: EditorView,
  element: Y.XmlElement,
  ...[name, value]: Parameters<ItemEdit['setAttribute']>
): boolean {
  const item = view.state.doc;
  if (!(name in specOf(item).attributes) || (item.attrs[name] ?? null) === value) return false;
  if (value !== null && !mayStand(itemTypeOf(item), name, value)) return false;
  writeAttribute(view, element, name, value);
  return true;
}
