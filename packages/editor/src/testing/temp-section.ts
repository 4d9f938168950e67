import {EHCP, newId, sectionOf, type ItemId, type ItemTypeName, type RootName} from '@goldthread/schema';
import {readRoot, writeItems} from '@goldthread/schema/ydoc';
import {TextSelection} from 'prosemirror-state';
import * as Y from 'yjs';
import {mountSection} from '../prosemirror/mount-section.ts';
import type {SectionEditor, SectionEditorOptions} from '../prosemirror/section-editor.ts';
import {LocalDoc} from './local-doc.ts';

/** An editor of one section on the page, with a peer who writes in the same document. */
export interface TempSection {
  readonly editor: SectionEditor;
  readonly local: LocalDoc;
  readonly root: RootName;
  readonly ids: readonly ItemId[];
  /** The words of each item, paragraphs joined by a line end. */
  words(): string[];
  /** The peer's text of the first paragraph of an item. */
  peerText(index: number): Y.XmlText;
  remove(): void;
}

/** Mounts a section that holds one item for each text. */
export function tempSection(
  texts: readonly string[],
  options: Partial<SectionEditorOptions> & {readonly type?: ItemTypeName} = {},
): TempSection {
  const {type = 'need', ...more} = options;
  const root = more.root ?? 'section:B';
  const section = more.section ?? sectionOf(EHCP, root);
  if (section === undefined) throw new RangeError(`No section ${root}`);
  const local = new LocalDoc();
  const ids = texts.map(() => newId<ItemId>(length => crypto.getRandomValues(new Uint8Array(length))));
  const items = texts.map((text, index) => ({
    type,
    attrs: {id: ids[index]},
    content: [{type: 'paragraph', ...(text !== '' && {content: [{type: 'text', text}]})}],
  }));
  writeItems(local.peer, root, items, 'test');
  const place = document.createElement('div');
  const look = document.createElement('style');
  // As in the page: without it a browser drops spaces while somebody types.
  look.textContent = '.ProseMirror { white-space: break-spaces; }';
  document.body.append(look, place);
  const editor = mountSection(place, {
    docSession: local,
    root,
    section,
    label: 'B. What Jory finds hard',
    people: () => [],
    ...more,
  });
  return {
    editor,
    local,
    root,
    ids,
    words: () => editor.view.state.doc.children.map(item => item.textBetween(0, item.content.size, '\n')),
    peerText: index => textAt(local.peer.getXmlFragment(root), index),
    remove: () => {
      editor.destroy();
      place.remove();
      look.remove();
    },
  };
}

/** The content of a root as JSON text. */
export function jsonOf(doc: Y.Doc, root: RootName): string {
  return JSON.stringify(readRoot(doc.getXmlFragment(root)));
}

/** Puts the caret after so many letters of an item's first paragraph, and the focus into the section. */
export function caretIn(section: TempSection, index: number, offset: number): void {
  selectIn(section, index, offset, index, offset);
}

/** Selects from one place to another, each given as item and letters into its first paragraph. */
export function selectIn(
  section: TempSection,
  index: number,
  offset: number,
  toIndex: number,
  toOffset: number,
): void {
  const {view} = section.editor;
  const from = startOf(section, index) + offset;
  const to = startOf(section, toIndex) + toOffset;
  view.focus();
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)));
}

function startOf({editor}: TempSection, index: number): number {
  const items = editor.view.state.doc.children.slice(0, index);
  return items.reduce((pos, item) => pos + item.nodeSize, 2);
}

function textAt(fragment: Y.XmlFragment, index: number): Y.XmlText {
  const item = fragment.get(index);
  const paragraph = item instanceof Y.XmlElement ? item.get(0) : null;
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new RangeError(`Item ${index} has no text`);
  return text;
}
