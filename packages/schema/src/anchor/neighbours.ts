import * as Y from 'yjs';
import {ANCHOR_QUOTE_LENGTH} from '../plan/anchor-attribute.ts';
import {itemIdOf} from '../ydoc/item-element.ts';

/** Shortest quotation that is looked for inside other words: any shorter one stands in half of all sentences. */
const SHORTEST_QUOTE = 12;

/** How far down a root the item of an id stands, or -1. */
export function indexOfItem(fragment: Y.XmlFragment, id: string): number {
  return fragment.toArray().findIndex(child => child instanceof Y.XmlElement && itemIdOf(child) === id);
}

/** The first words of an item, without what lies between them in the markup. */
export function quoteOf(element: Y.XmlElement): string {
  return wordsOf(element).slice(0, ANCHOR_QUOTE_LENGTH).trim();
}

/** How far down a root the one item stands in which a quotation is found; -1 where none is, or more than one. */
export function indexOfQuote(fragment: Y.XmlFragment, quote: string): number {
  const found = fragment.toArray().flatMap((child, index) => {
    if (!(child instanceof Y.XmlElement)) return [];
    const words = wordsOf(child);
    const isThere = quote.length < SHORTEST_QUOTE ? words === quote : words.includes(quote);
    return isThere ? [index] : [];
  });
  return quote !== '' && found.length === 1 ? (found[0] ?? -1) : -1;
}

function wordsOf(element: Y.XmlElement): string {
  return runsOf(element).join(' ').replace(/\s+/g, ' ').trim();
}

/** The text of an element, block by block. The text of a drawing's stroke is no words. */
function runsOf(element: Y.XmlElement): string[] {
  if (element.nodeName === 'stroke') return [];
  return element.toArray().flatMap(child => {
    if (child instanceof Y.XmlText) return [plainText(child)];
    return child instanceof Y.XmlElement ? runsOf(child) : [];
  });
}

function plainText(text: Y.XmlText): string {
  // Yjs types a delta as any; its runs are what this says.
  const runs = text.toDelta() as readonly {readonly insert?: unknown}[];
  return runs.map(({insert}) => (typeof insert === 'string' ? insert : '')).join('');
}
