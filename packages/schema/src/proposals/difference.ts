import {diffIndices} from 'node-diff3';
import type {PmJson} from '../prosemirror/pm-json.ts';
import type {Wording} from './wording.ts';

/** Words that stand in both wordings, or in one of them. */
export interface DifferencePart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** A fact that is another one; `null` for none. */
export interface FactDifference {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** How two wordings differ, as it is read: a line for each paragraph, what was removed before what was added. */
export interface Difference {
  readonly lines: readonly (readonly DifferencePart[])[];
  readonly facts: readonly FactDifference[];
}

/** How one wording differs from another, word by word. */
export function differenceOf(before: Wording, after: Wording): Difference {
  const [old, young] = [before, after].map(one => one.blocks.flatMap(linesOf).join('\n'));
  return {
    lines: linesIn(wordsIn(old ?? '', young ?? '')),
    facts: factsIn(before.facts, after.facts),
  };
}

/** The words of a wording, a line for each paragraph. */
export function plainWords({blocks}: Wording): string {
  return blocks.flatMap(linesOf).join('\n');
}

function linesOf({text, content = []}: PmJson): string[] {
  if (text !== undefined) return [text];
  const isLine = content.length === 0 || content.some(child => child.text !== undefined);
  return isLine ? [content.map(child => child.text ?? '').join('')] : content.flatMap(linesOf);
}

const WORD = /\n|[^\s]+|[^\S\n]+/gu;
/** Two changes with a mere space between them are read more easily as one. */
const FEWEST_SAME = 2;

function wordsIn(before: string, after: string): DifferencePart[] {
  const [old, young] = [before, after].map(text => text.match(WORD) ?? []);
  if (old === undefined || young === undefined) return [];
  const parts: DifferencePart[] = [];
  const add = (kind: DifferencePart['kind'], words: readonly string[]) => {
    if (words.length > 0) parts.push({kind, text: words.join('')});
  };
  let at = 0;
  for (const hunk of hunksOf(old, young)) {
    add('same', old.slice(at, hunk.from));
    add('removed', old.slice(hunk.from, hunk.to));
    add('added', hunk.words);
    at = hunk.to;
  }
  add('same', old.slice(at));
  return parts;
}

interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly words: readonly string[];
}

/** The changed places, those with no word between them taken together. */
function hunksOf(old: string[], young: string[]): Hunk[] {
  const hunks: Hunk[] = [];
  for (const {buffer1, buffer1Content, buffer2Content} of diffIndices(old, young)) {
    const [from, length] = buffer1;
    const last = hunks.at(-1);
    const between = last === undefined ? [] : old.slice(last.to, from);
    const joins = between.length < FEWEST_SAME && !between.includes('\n');
    if (last === undefined || !joins) hunks.push({from, to: from + length, words: buffer2Content});
    else {
      const words = [...last.words, ...between, ...buffer2Content];
      hunks[hunks.length - 1] = {from: last.from, to: from + buffer1Content.length, words};
    }
  }
  return hunks;
}

/** Parts with a break in them are parts of several lines. */
function linesIn(parts: readonly DifferencePart[]): DifferencePart[][] {
  const lines: DifferencePart[][] = [[]];
  for (const {kind, text} of parts) {
    for (const [index, piece] of text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (piece !== '') lines.at(-1)?.push({kind, text: piece});
    }
  }
  return lines;
}

function factsIn(before: Wording['facts'], after: Wording['facts']): FactDifference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap(name => {
    const [one, other] = [before[name], after[name]].map(value => (value === undefined ? null : said(value)));
    return one === other ? [] : [{name, before: one ?? null, after: other ?? null}];
  });
}

function said(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
