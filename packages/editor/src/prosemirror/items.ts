import {
  isAnchorAttribute,
  isItemTypeName,
  ITEM_TYPES,
  type ItemId,
  type ItemType,
  type ItemTypeName,
} from '@goldthread/schema';
import type {Node, ResolvedPos} from 'prosemirror-model';

/**
 * An item where it stands in a section. `pos` is the position just before it: -1 where the item is the whole document,
 * as in the editor of one item.
 */
export interface PlacedItem {
  readonly node: Node;
  readonly pos: number;
  readonly index: number;
}

/** The id of an item's node; null if it has none yet. */
export function itemIdOf(node: Node): ItemId | null {
  const id: unknown = node.attrs.id;
  // Ids are made by `newId` on this or another page and checked by the server.
  return typeof id === 'string' && id !== '' ? (id as ItemId) : null;
}

/** The type of an item's node. Anything else can't stand directly in a section. */
export function itemTypeOf(node: Node): ItemTypeName {
  if (!isItemTypeName(node.type.name)) throw new RangeError(`Not an item: ${node.type.name}`);
  return node.type.name;
}

/** What may be recorded about an item's node. */
export function specOf(node: Node): ItemType {
  return ITEM_TYPES[itemTypeOf(node)];
}

/** Whether a document is one item, and not a section of them. */
export function isOneItem(doc: Node): boolean {
  return isItemTypeName(doc.type.name);
}

/** How deep the blocks of an item lie in a document. */
export function blockDepth(doc: Node): 1 | 2 {
  return isOneItem(doc) ? 1 : 2;
}

/** Finds an item of a section by id. */
export function findItem(doc: Node, id: ItemId): PlacedItem | null {
  if (isOneItem(doc)) return itemIdOf(doc) === id ? {node: doc, pos: -1, index: 0} : null;
  let found: PlacedItem | null = null;
  doc.forEach((node, pos, index) => {
    if (found === null && itemIdOf(node) === id) found = {node, pos, index};
  });
  return found;
}

/** The item around a position, if there is one. */
export function itemAround($pos: ResolvedPos): PlacedItem | null {
  if (isOneItem($pos.doc)) return {node: $pos.doc, pos: -1, index: 0};
  if ($pos.depth === 0) return null;
  return {node: $pos.node(1), pos: $pos.before(1), index: $pos.index(0)};
}

/** Whether an item holds nothing at all, typed fields included: removing it loses nothing. */
export function isBlankItem(node: Node): boolean {
  const isFact = (name: string): boolean => name !== 'id' && !isAnchorAttribute(name);
  return (
    isEmptyItem(node) && Object.entries(node.attrs).every(([name, value]) => !isFact(name) || value === null)
  );
}

/** Whether an item holds no words, pictures, links or list entries. */
export function isEmptyItem(node: Node): boolean {
  let hasContent = node.textContent !== '';
  node.descendants(child => {
    hasContent ||=
      child.type.name === 'link' || child.type.name === 'part' || child.type.spec.group === 'media';
  });
  return !hasContent;
}
