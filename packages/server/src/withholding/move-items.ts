import type {ItemId, RootName} from '@goldthread/schema';
import {anchorAttributes} from '@goldthread/schema/anchor';
import type {PmJson} from '@goldthread/schema/prosemirror';
import {elementOf, itemIdOf, readElement} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';

/** An item where it stands in a document now. */
export interface StandingItem {
  readonly root: RootName;
  /** The item before it; `null` at the start of its root. */
  readonly after: ItemId | null;
  readonly node: PmJson;
}

/** Finds an item below one of a document's roots; `null` if it isn't there any more. */
export function standingItem(doc: Y.Doc, roots: readonly RootName[], id: ItemId): StandingItem | null {
  for (const root of roots) {
    const elements = elementsOf(doc, root);
    const at = elements.findIndex(element => itemIdOf(element) === id);
    const element = elements[at];
    if (element === undefined) continue;
    const before = elements[at - 1];
    // The gate lets only ids stand in this attribute.
    const after = before === undefined ? null : (itemIdOf(before) as ItemId | null);
    return {root, after, node: readElement(element)};
  }
  return null;
}

/** Takes an item out of a root. */
export function removeItem(doc: Y.Doc, root: RootName, id: ItemId): void {
  const fragment = doc.getXmlFragment(root);
  const at = fragment.toArray().findIndex(child => child instanceof Y.XmlElement && itemIdOf(child) === id);
  if (at !== -1) fragment.delete(at, 1);
}

/** Puts the words of one node in the place of those of an item, which stays the item that it is. */
export function rewordItem(doc: Y.Doc, root: RootName, id: ItemId, words: readonly PmJson[]): void {
  const element = elementsOf(doc, root).find(one => itemIdOf(one) === id);
  if (element === undefined) return;
  element.delete(0, element.length);
  element.insert(0, words.map(elementOf));
}

/** Puts an item after another one of a root, or at the start; at the end where that one has gone. */
export function insertItem(doc: Y.Doc, root: RootName, after: ItemId | null, node: PmJson): void {
  const fragment = doc.getXmlFragment(root);
  const at = fragment
    .toArray()
    .findIndex(child => child instanceof Y.XmlElement && itemIdOf(child) === after);
  const index = after === null ? 0 : at === -1 ? fragment.length : at + 1;
  fragment.insert(index, [elementOf(node)]);
}

/** A node with another id, and with the anchor that leads back to beside what it stood. */
export function anchoredNode(
  open: Y.Doc,
  node: PmJson,
  id: ItemId,
  root: RootName,
  after: ItemId | null,
): PmJson {
  return {...node, attrs: {...node.attrs, id, ...anchorAttributes(open, root, after)}};
}

/** A node as it stands outside every withheld compartment: without an anchor, and without what it shaped. */
export function openNode(node: PmJson, id: ItemId): PmJson {
  const attrs = Object.entries(node.attrs ?? {}).filter(([name]) => !name.startsWith('anchor.'));
  const content = (node.content ?? []).filter(
    child => child.type !== 'link' || child.attrs?.['rel'] !== 'shapes',
  );
  return {
    type: node.type,
    attrs: {...Object.fromEntries(attrs), id},
    ...(content.length > 0 && {content}),
  };
}

/** The words of an item on one line. */
export function plainText(node: PmJson): string {
  if (node.text !== undefined) return node.text;
  return (node.content ?? [])
    .map(plainText)
    .join(node.type === 'paragraph' ? '' : ' ')
    .trim();
}

function elementsOf(doc: Y.Doc, root: RootName): Y.XmlElement[] {
  return doc
    .getXmlFragment(root)
    .toArray()
    .filter(child => child instanceof Y.XmlElement);
}
