import type {WordsFinder} from '@goldthread/schema/disclosure';
import * as Y from 'yjs';
import type {IdRange} from '../storage/index.ts';

/** A piece of one Yjs text, and where it begins in the words of its item. */
interface Piece {
  readonly text: Y.XmlText;
  readonly words: string;
  readonly at: number;
}

/** A run of a Yjs text, as Yjs gives it; Yjs types a delta as any. */
interface Run {
  readonly insert?: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/**
 * Takes words out of every item of a document, wherever they stand: across paragraphs, cells and formats, in details that
 * somebody filled in, and in the addresses of links. Gives how many places there were. To be called in a transaction.
 */
export function cutWords(doc: Y.Doc, finder: WordsFinder): number {
  let places = 0;
  // Every root that the document has, of whatever name: the gate lets nothing but items stand in one.
  for (const root of doc.share.keys()) {
    for (const item of doc.getXmlFragment(root).toArray()) {
      if (!(item instanceof Y.XmlElement)) continue;
      places += cutFromTexts(item, finder) + cutFromDetails(item, finder);
    }
  }
  return places;
}

/** Takes out what has these ids. To be called in a transaction. */
export function cutRanges(doc: Y.Doc, ranges: readonly IdRange[]): number {
  const deletions = Y.createDeleteSet();
  for (const {client, clock, length} of ranges) {
    const known = deletions.clients.get(client) ?? [];
    deletions.clients.set(client, [...known, {clock, len: length}]);
  }
  doc.transact(transaction => {
    Y.iterateDeletedStructs(transaction, deletions, struct => {
      if (struct instanceof Y.Item) struct.delete(transaction);
    });
  });
  return ranges.length > 0 ? 1 : 0;
}

function cutFromTexts(item: Y.XmlElement, finder: WordsFinder): number {
  const pieces = piecesOf(item);
  const words = pieces.map(piece => piece.words).join('\n');
  const places = finder.in(words);
  for (const {text, words: own, at} of pieces) {
    // From the end, so that what comes before stays where it is.
    for (const {start, end} of [...places].reverse()) {
      const from = Math.max(start - at, 0);
      const to = Math.min(end - at, own.length);
      if (from < to) text.delete(from, to - from);
    }
  }
  return places.length + cutFromLinks(pieces, finder);
}

/** Texts of an item in the order in which they are read, a line each. */
function piecesOf(item: Y.XmlElement): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const text of textsOf(item)) {
    const words = runsOf(text)
      .map(({insert}) => (typeof insert === 'string' ? insert : ' '))
      .join('');
    pieces.push({text, words, at});
    at += words.length + 1;
  }
  return pieces;
}

function cutFromLinks(pieces: readonly Piece[], finder: WordsFinder): number {
  let places = 0;
  for (const {text} of pieces) {
    let at = 0;
    for (const {insert, attributes = {}} of runsOf(text)) {
      const length = typeof insert === 'string' ? insert.length : 1;
      for (const [name, value] of Object.entries(attributes)) {
        if (finder.in(readable(JSON.stringify(value))).length === 0) continue;
        text.format(at, length, {[name]: null});
        places += 1;
      }
      at += length;
    }
  }
  return places;
}

function cutFromDetails(item: Y.XmlElement, finder: WordsFinder): number {
  let places = 0;
  for (const element of [item, ...elementsIn(item)]) {
    for (const [name, value] of Object.entries(attributesOf(element))) {
      const left = typeof value === 'string' ? finder.without(value) : null;
      if (left === null) continue;
      if (left.trim() === '') element.removeAttribute(name);
      else element.setAttribute(name, left);
      places += 1;
    }
  }
  return places;
}

/** In the address of a web page spaces are written as `%20` or `+`. */
function readable(address: string): string {
  try {
    return decodeURIComponent(address).replaceAll('+', ' ');
  } catch {
    return address;
  }
}

/** The attributes of an element; what Yjs types as text may be a number or a switch. */
export function attributesOf(element: Y.XmlElement): Readonly<Record<string, unknown>> {
  return element.getAttributes();
}

function runsOf(text: Y.XmlText): readonly Run[] {
  return text.toDelta() as readonly Run[];
}

function* elementsIn(element: Y.XmlElement): Generator<Y.XmlElement> {
  for (const child of element.toArray()) {
    if (!(child instanceof Y.XmlElement)) continue;
    yield child;
    yield* elementsIn(child);
  }
}

function* textsOf(element: Y.XmlElement): Generator<Y.XmlText> {
  for (const child of element.toArray()) {
    if (child instanceof Y.XmlText) yield child;
    else if (child instanceof Y.XmlElement) yield* textsOf(child);
  }
}
