import {isRootName, type RootName} from '@goldthread/schema';
import * as Y from 'yjs';
import type {OwnCid} from './doc-copy.ts';

/** One thing that this person made in a document and that the server doesn't have. */
export interface UnsentPiece {
  readonly item: Y.Item;
  readonly root: RootName;
  readonly what:
    | {
        readonly kind: 'words';
        readonly text: string;
        /** Characters of the item that are stored. */ readonly cut: number;
      }
    | {readonly kind: 'block'; readonly type: Y.XmlElement | Y.XmlText}
    | {readonly kind: 'fact'; readonly name: string; readonly value: unknown};
}

/**
 * What stands in `doc` under the person's own client ids and isn't stored, in the order in which it was made. A block that isn't
 * stored stands for all that is in it. Marks alone aren't listed: they are no words.
 */
export function unsentPieces(doc: Y.Doc, own: readonly OwnCid[]): UnsentPiece[] {
  const pieces: UnsentPiece[] = [];
  for (const {cid, storedUpTo: stored} of own) {
    for (const struct of doc.store.clients.get(cid) ?? []) {
      if (!(struct instanceof Y.Item) || struct.deleted) continue;
      if (struct.id.clock + struct.length <= stored || isInsideUnsent(struct, own)) continue;
      const piece = pieceOf(struct, Math.max(0, stored - struct.id.clock));
      if (piece !== null) pieces.push(piece);
    }
  }
  return pieces;
}

/** The words of a piece, as the person can copy them. */
export function wordsOf(piece: UnsentPiece): string {
  switch (piece.what.kind) {
    case 'words':
      return piece.what.text;
    case 'block':
      return textOf(piece.what.type);
    case 'fact': {
      const {name, value} = piece.what;
      const isShown = name !== 'id' && (typeof value === 'string' || typeof value === 'number');
      return isShown ? String(value) : '';
    }
  }
}

/** The name of the root above something in a document. */
export function rootNameOf(item: Y.Item): RootName | null {
  let type = item.parent;
  while (type instanceof Y.AbstractType && type._item !== null) type = type._item.parent;
  if (!(type instanceof Y.AbstractType)) return null;
  const name = Y.findRootTypeKey(type);
  return isRootName(name) ? name : null;
}

function pieceOf(item: Y.Item, cut: number): UnsentPiece | null {
  const root = rootNameOf(item);
  if (root === null) return null;
  const {content} = item;
  if (content instanceof Y.ContentString) {
    return {item, root, what: {kind: 'words', text: content.str.slice(cut), cut}};
  }
  if (content instanceof Y.ContentType) {
    const {type} = content;
    const isXml = type instanceof Y.XmlElement || type instanceof Y.XmlText;
    return isXml ? {item, root, what: {kind: 'block', type}} : null;
  }
  if (content instanceof Y.ContentAny && item.parentSub !== null) {
    const value: unknown = content.arr[content.arr.length - 1];
    return {item, root, what: {kind: 'fact', name: item.parentSub, value}};
  }
  return null;
}

function isInsideUnsent(item: Y.Item, own: readonly OwnCid[]): boolean {
  const {parent} = item;
  const holder = parent instanceof Y.AbstractType ? parent._item : null;
  return own.some(({cid, storedUpTo}) => holder?.id.client === cid && holder.id.clock >= storedUpTo);
}

/** The words of an element, a line for each text. */
export function textOf(type: Y.XmlElement | Y.XmlText): string {
  if (type instanceof Y.XmlText) return plainText(type);
  const parts = type.toArray().map(child => (child instanceof Y.XmlHook ? '' : textOf(child)));
  return parts.filter(part => part !== '').join('\n');
}

function plainText(text: Y.XmlText): string {
  // Yjs types a delta as any; it is a list of such runs.
  const delta = text.toDelta() as readonly {insert?: unknown}[];
  return delta.map(part => (typeof part.insert === 'string' ? part.insert : '')).join('');
}
