import {fromBase64url} from '@goldthread/schema/anchor';
import {itemIdOf} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import type {CommentAnchor} from '../storage/index.ts';

/** Longest quotation that a comment keeps. */
const QUOTE_LENGTH = 200;

/** Where the words of a comment are now: as they were, others in their place, or nowhere in the item. */
export type AnchorState = 'there' | 'changed' | 'gone';

/** One run of words of an item. */
interface Run {
  readonly text: Y.XmlText;
  readonly words: string;
  /** Of how many letters of the item it comes after. */
  readonly from: number;
}

/** The words of an item between two places of its document; `null` where they are no places of it, or nothing is between them. */
export function wordsBetween(item: Y.XmlElement, start: string, end: string): string | null {
  const runs = runsOf(item);
  const [from, to] = [start, end].map(one => offsetOf(item, runs, one));
  if (from === null || from === undefined || to === null || to === undefined || from >= to) return null;
  const words = wordsIn(runs).slice(from, to).trim();
  return words === '' ? null : words.slice(0, QUOTE_LENGTH);
}

/** What became of the words of a comment. Words that stand somewhere else in their item are still there. */
export function anchorState(item: Y.XmlElement, {start, end, quote}: CommentAnchor): AnchorState {
  if (wordsIn(runsOf(item)).includes(quote)) return 'there';
  if (start === null || end === null) return 'gone';
  return wordsBetween(item, start, end) === null ? 'gone' : 'changed';
}

/** The words of an item, without its facts. */
export function itemWords(item: Y.XmlElement): string {
  return wordsIn(runsOf(item)).trim();
}

/** The items of a document that have one of these ids. */
export function elementsOf(
  doc: Y.Doc,
  roots: readonly string[],
  ids: ReadonlySet<string>,
): ReadonlyMap<string, Y.XmlElement> {
  const items = roots.flatMap(root => doc.getXmlFragment(root).toArray());
  return new Map(
    items.flatMap((child): [string, Y.XmlElement][] => {
      const id = child instanceof Y.XmlElement ? itemIdOf(child) : null;
      return child instanceof Y.XmlElement && id !== null && ids.has(id) ? [[id, child]] : [];
    }),
  );
}

function runsOf(item: Y.XmlElement): Run[] {
  let from = 0;
  return textsOf(item).map(text => {
    const words = plain(text);
    const run = {text, words, from};
    from += words.length + 1;
    return run;
  });
}

function textsOf(element: Y.XmlElement): Y.XmlText[] {
  return element.toArray().flatMap(child => {
    if (child instanceof Y.XmlText) return [child];
    return child instanceof Y.XmlElement ? textsOf(child) : [];
  });
}

function wordsIn(runs: readonly Run[]): string {
  return runs.map(({words}) => words).join(' ');
}

/** As long as Yjs counts it: what is no letter counts as one. */
function plain(text: Y.XmlText): string {
  // Yjs types a delta as any; its runs are what this says.
  const runs = text.toDelta() as readonly {readonly insert?: unknown}[];
  return runs.map(({insert}) => (typeof insert === 'string' ? insert : ' ')).join('');
}

function offsetOf({doc}: Y.XmlElement, runs: readonly Run[], place: string): number | null {
  const bytes = fromBase64url(place);
  if (doc === null || bytes === null) return null;
  try {
    const found = Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(bytes), doc);
    const run = runs.find(({text}) => text === found?.type);
    return run === undefined || found === null ? null : run.from + found.index;
  } catch {
    // Whatever a client sent in its place is a place of nothing.
    return null;
  }
}
