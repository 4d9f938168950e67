import type {RootName} from '@goldthread/schema';
import {canonicalJson, itemIdOf, readElement} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import {rootNameOf, type UnsentPiece} from './unsent-pieces.ts';

/** Origin of the transaction that brings unsent words into a fresh document. */
export const REINSERT_ORIGIN = 'goldthread-reinsert';

/**
 * Brings what the server doesn't have from a refused document into a fresh one, at its place, as far as
 * `mayWrite` allows; own deletions too, because words that were moved would else stand twice. Returns the pieces
 * that have no place any more: they are for the person to copy.
 */
export function reinsert(
  old: Y.Doc,
  fresh: Y.Doc,
  pieces: readonly UnsentPiece[],
  mayWrite: (root: RootName) => boolean,
): UnsentPiece[] {
  const left: UnsentPiece[] = [];
  const places = new Places(old, fresh);
  fresh.transact(transaction => {
    for (const piece of inDocumentOrder(pieces)) {
      if (!mayWrite(piece.root) || !places.put(piece)) left.push(piece);
    }
    replayDeletions(old, transaction, mayWrite);
  }, REINSERT_ORIGIN);
  return left;
}

/** So that what stands before a piece is always put in before it. */
function inDocumentOrder(pieces: readonly UnsentPiece[]): UnsentPiece[] {
  const byItem = new Map(pieces.map(piece => [piece.item, piece]));
  const ordered = new Set<UnsentPiece>();
  for (const parent of new Set(pieces.map(({item}) => item.parent))) {
    let next = parent instanceof Y.AbstractType ? parent._start : null;
    for (; next !== null; next = next.right) {
      const piece = byItem.get(next);
      if (piece !== undefined) ordered.add(piece);
    }
  }
  // Facts stand in no order, so the walk doesn't meet them.
  return [...new Set([...ordered, ...pieces])];
}

/** Whatever is deleted in the old document and alive in the fresh one was deleted here and never stored. */
function replayDeletions(
  old: Y.Doc,
  transaction: Y.Transaction,
  mayWrite: (root: RootName) => boolean,
): void {
  const known = transaction.beforeState;
  const deletions = Y.createDeleteSetFromStructStore(old.store);
  for (const [client, ranges] of deletions.clients) {
    const end = known.get(client) ?? 0;
    const kept = ranges.filter(range => range.clock < end);
    deletions.clients.set(
      client,
      kept.map(({clock, len}) => ({clock, len: Math.min(len, end - clock)})),
    );
  }
  Y.iterateDeletedStructs(transaction, deletions, struct => {
    if (!(struct instanceof Y.Item) || struct.deleted) return;
    const root = rootNameOf(struct);
    if (root !== null && mayWrite(root)) struct.delete(transaction);
  });
}

/** Finds places of an old document in a fresh one, and remembers what has been put where. */
class Places {
  readonly #old: Y.Doc;
  readonly #fresh: Y.Doc;
  readonly #state: ReadonlyMap<number, number>;
  readonly #moved: {
    readonly client: number;
    readonly clock: number;
    readonly length: number;
    readonly to: number;
  }[] = [];

  constructor(old: Y.Doc, fresh: Y.Doc) {
    this.#old = old;
    this.#fresh = fresh;
    this.#state = Y.decodeStateVector(Y.encodeStateVector(fresh));
  }

  put(piece: UnsentPiece): boolean {
    const parent = this.#parentOf(piece);
    if (parent === null) return false;
    const {what, item} = piece;
    if (what.kind === 'fact') {
      if (!(parent instanceof Y.XmlElement) || !isFactValue(what.value)) return false;
      // Attributes of Y.XmlElement are typed as text, but hold any JSON value.
      parent.setAttribute(what.name, what.value);
      return true;
    }
    const after = what.kind === 'words' && what.cut > 0 ? idBefore(item, what.cut) : this.#before(item);
    const index = this.#indexIn(parent, after);
    const to = Y.getState(this.#fresh.store, this.#fresh.clientID);
    if (what.kind === 'words') {
      if (!(parent instanceof Y.XmlText)) return false;
      parent.insert(index, what.text);
      this.#moved.push({
        client: item.id.client,
        clock: item.id.clock + what.cut,
        length: what.text.length,
        to,
      });
      return true;
    }
    if (!(parent instanceof Y.XmlFragment)) return false;
    const standing = this.#standing(what.type);
    if (standing !== null) return isSame(standing, what.type);
    parent.insert(index, [copyOf(what.type)]);
    this.#moved.push({client: item.id.client, clock: item.id.clock, length: 1, to});
    return true;
  }

  /**
   * The same item where somebody else has moved or brought it back meanwhile. No document may hold an item twice, and
   * a second one would be refused for ever, with all that stands beside it.
   */
  #standing(type: Y.XmlElement | Y.XmlText): Y.XmlElement | null {
    const id = type instanceof Y.XmlElement ? itemIdOf(type) : null;
    if (id === null) return null;
    for (const root of this.#fresh.share.values()) {
      for (let item = root._start; item !== null; item = item.right) {
        const element = elementOf(item);
        if (element === null || itemIdOf(element) !== id) continue;
        // What was deleted in the old document is about to be deleted here.
        if (findStruct(this.#old, item.id)?.deleted !== true) return element;
      }
    }
    return null;
  }

  #parentOf(piece: UnsentPiece): Y.XmlFragment | Y.XmlText | null {
    const {parent} = piece.item;
    if (!(parent instanceof Y.AbstractType)) return null;
    if (parent._item === null) return this.#fresh.getXmlFragment(piece.root);
    const id = this.#now(parent._item.id);
    const item = id === null ? null : this.#find(id);
    if (item === null || item.deleted || !(item.content instanceof Y.ContentType)) return null;
    const {type} = item.content;
    return type instanceof Y.XmlFragment || type instanceof Y.XmlText ? type : null;
  }

  #indexIn(parent: Y.XmlFragment | Y.XmlText, after: Y.ID | null): number {
    if (after === null) return 0;
    const position = new Y.RelativePosition(null, null, after, -1);
    const found = Y.createAbsolutePositionFromRelativePosition(position, this.#fresh);
    return found !== null && found.type === parent ? found.index : parent.length;
  }

  /**
   * What of the fresh document stands just before something of the old one. Found by walking to the left in the old
   * document, deleted things included, because what was typed next to a word that is gone belongs where that word was.
   */
  #before(item: Y.Item): Y.ID | null {
    for (let left = item.left; left !== null; left = left.left) {
      const id = this.#now(left.lastId);
      if (id !== null) return id;
      const stored = this.#state.get(left.id.client) ?? 0;
      if (left.id.clock < stored) return Y.createID(left.id.client, stored - 1);
    }
    return null;
  }

  /** The id under which something of the old document stands in the fresh one, if it does. */
  #now(id: Y.ID): Y.ID | null {
    const {client, clock} = id;
    if (clock < (this.#state.get(client) ?? 0)) return id;
    const moved = this.#moved.find(
      m => m.client === client && clock >= m.clock && clock < m.clock + m.length,
    );
    return moved === undefined ? null : Y.createID(this.#fresh.clientID, moved.to + clock - moved.clock);
  }

  #find(id: Y.ID): Y.Item | null {
    const struct = findStruct(this.#fresh, id);
    return struct instanceof Y.Item ? struct : null;
  }
}

function findStruct(doc: Y.Doc, id: Y.ID): Y.Item | Y.GC | null {
  if (id.clock >= Y.getState(doc.store, id.client)) return null;
  return Y.getItem(doc.store, id);
}

function elementOf(item: Y.Item): Y.XmlElement | null {
  if (item.deleted || !(item.content instanceof Y.ContentType)) return null;
  const {type} = item.content;
  return isElement(type) ? type : null;
}

function isElement(type: unknown): type is Y.XmlElement {
  return type instanceof Y.XmlElement;
}

function isSame(standing: Y.XmlElement, type: Y.XmlElement | Y.XmlText): boolean {
  return (
    type instanceof Y.XmlElement &&
    canonicalJson([readElement(standing)]) === canonicalJson([readElement(type)])
  );
}

function idBefore(item: Y.Item, cut: number): Y.ID {
  return Y.createID(item.id.client, item.id.clock + cut - 1);
}

function isFactValue(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function copyOf(type: Y.XmlElement | Y.XmlText): Y.XmlElement | Y.XmlText {
  if (type instanceof Y.XmlText) {
    const text = new Y.XmlText();
    // Yjs types a delta as any; what one text gives another takes.
    text.applyDelta(type.toDelta() as never[]);
    return text;
  }
  const element = new Y.XmlElement(type.nodeName);
  const attributes: Readonly<Record<string, unknown>> = type.getAttributes();
  for (const [name, value] of Object.entries(attributes)) {
    // Attributes of Y.XmlElement are typed as text, but hold any JSON value.
    if (isFactValue(value)) element.setAttribute(name, value as string);
  }
  const children = type.toArray().flatMap(child => (child instanceof Y.XmlHook ? [] : [copyOf(child)]));
  element.insert(0, children);
  return element;
}
