import {PLAN_TYPES, rootsOf} from '@goldthread/schema';
import {toBase64url} from '@goldthread/schema/anchor';
import {itemIdOf} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import type {PlanSource} from '../../context/plan-source.ts';

/** Longest words that are offered by themselves; the server keeps no more of them. */
const LONGEST = 200;

/** Words of an item to which a comment can belong. */
export interface Passage {
  readonly words: string;
  /** Where they are, as the server takes it. */
  readonly anchor: {readonly start: string; readonly end: string};
}

/** The sentences of an item, and before them the words that are selected in it. */
export function passagesOf(source: PlanSource, itemId: string, selected: string): readonly Passage[] {
  const texts = textsOf(source, itemId);
  const chosen = selected.trim();
  const at = chosen === '' ? undefined : texts.find(one => plain(one).includes(chosen));
  const first = at === undefined ? [] : [passage(at, plain(at).indexOf(chosen), chosen)];
  const sentences = texts.flatMap(text =>
    [...plain(text).matchAll(/[^.!?]+[.!?]*/g)].flatMap(found => {
      const words = found[0].trim();
      const start = found.index + found[0].indexOf(words);
      return words === '' || words === chosen ? [] : [passage(text, start, words)];
    }),
  );
  return [...first, ...sentences];
}

function passage(text: Y.XmlText, start: number, all: string): Passage {
  const words = all.slice(0, LONGEST);
  // Bound to the first letter and to the last: what is typed beside them isn't theirs.
  const place = (index: number, assoc: number): string =>
    toBase64url(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, index, assoc)));
  return {words, anchor: {start: place(start, 0), end: place(start + words.length, -1)}};
}

function textsOf({docs, facts}: PlanSource, itemId: string): Y.XmlText[] {
  const planType = facts === null ? undefined : PLAN_TYPES[facts.planType];
  if (planType === undefined) return [];
  for (const {kind, doc} of docs.values()) {
    for (const root of rootsOf(planType, kind)) {
      for (const child of doc.getXmlFragment(root).toArray())
        if (child instanceof Y.XmlElement && itemIdOf(child) === itemId) return textsIn(child);
    }
  }
  return [];
}

function textsIn(element: Y.XmlElement): Y.XmlText[] {
  return element.toArray().flatMap(child => {
    if (child instanceof Y.XmlText) return [child];
    return child instanceof Y.XmlElement ? textsIn(child) : [];
  });
}

/** As long as Yjs counts it: what is no letter counts as one. */
function plain(text: Y.XmlText): string {
  // Yjs types a delta as any; its runs are what this says.
  const runs = text.toDelta() as readonly {readonly insert?: unknown}[];
  return runs.map(({insert}) => (typeof insert === 'string' ? insert : ' ')).join('');
}
