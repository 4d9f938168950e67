import type {ItemId, ItemTypeName, RandomBytes, RootName} from '@goldthread/schema';
import {newId} from '@goldthread/schema';
import {node} from '@goldthread/schema/testing';
import {readRoot, writeItems} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';

/** Adds an item with these words at the end of a root, as its author; gives its id. */
export function addItem(
  doc: Y.Doc,
  random: RandomBytes,
  root: RootName,
  type: ItemTypeName,
  words: string,
): ItemId {
  const id = newId<ItemId>(random);
  writeItems(doc, root, [node(type, id, words)], 'test');
  return id;
}

/** Takes an item out of a root. */
export function removeItem(doc: Y.Doc, root: RootName, id: string): void {
  const fragment = doc.getXmlFragment(root);
  fragment.delete(fragment.toArray().indexOf(itemIn(doc, root, id)), 1);
}

/** The element of an item. */
export function itemIn(doc: Y.Doc, root: RootName, id: string): Y.XmlElement {
  for (const child of doc.getXmlFragment(root).toArray()) {
    if (child instanceof Y.XmlElement && child.getAttribute('id') === id) return child;
  }
  throw new Error('There is no such item.');
}

/** The text of the first paragraph of an item. */
export function textOf(doc: Y.Doc, root: RootName, id: string): Y.XmlText {
  const paragraph = itemIn(doc, root, id).get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error('The item has no text.');
  return text;
}

/** All words of a root, one item a line. */
export function wordsOf(doc: Y.Doc, root: RootName): string {
  return JSON.stringify(readRoot(doc.getXmlFragment(root)));
}
