import {assertNever} from '../base/assert-never.ts';
import type {ContactKind} from '../plan/contact-kind.ts';
import {compactOf, type Compact} from './compact.ts';
import {
  SHORTEST,
  addressPatterns,
  emailPatterns,
  phonePatterns,
  wholePatterns,
  type Pattern,
} from './value-patterns.ts';

/** A value of the protected contact store. */
export interface ProtectedValue {
  readonly token: string;
  readonly kind: ContactKind;
  readonly value: string;
}

/** Where a protected value, or a part of it that tells as much, stands in a text. */
export interface ProtectedMatch {
  readonly token: string;
  readonly kind: ContactKind;
  readonly start: number;
  readonly end: number;
}

/**
 * The protected values that stand in a text, however they are spaced, punctuated and capitalised, the first place of
 * each. To learn which of them an edit completes, take away those that stood there before it.
 *
 * Give only values that the writer may read. Held against any other, the answer would tell the writer that a guess was
 * right (ruling 3).
 */
export function protectedValueIn(text: string, values: readonly ProtectedValue[]): ProtectedMatch[] {
  return new ProtectedValues(values).in(text);
}

/** Protected values made ready, so that every edit of a document can be held against them. */
export class ProtectedValues {
  readonly #values: readonly {readonly value: ProtectedValue; readonly patterns: readonly Pattern[]}[];

  /** How everything that is looked for starts: most texts say none of it, and each key that somebody strikes asks. */
  readonly #starts = new Set<string>();
  /** So many letters and digits the longest thing that is looked for has. */
  readonly longest: number;

  constructor(values: readonly ProtectedValue[]) {
    this.#values = values.map(value => ({value, patterns: patternsOf(value)}));
    const lengths = this.#values.flatMap(({patterns}) => patterns.map(({text}) => text.length));
    this.longest = Math.max(0, ...lengths);
    for (const {patterns} of this.#values) for (const {text} of patterns) this.#starts.add(startAt(text, 0));
  }

  /** See {@link protectedValueIn}. */
  in(text: string): ProtectedMatch[] {
    if (this.#values.length === 0) return [];
    const compact = compactOf(text);
    if (!this.#maySayOne(compact.text)) return [];
    return this.#values.flatMap(({value, patterns}) => {
      const places = patterns.flatMap(pattern => placesOf(compact, pattern));
      const longest = places.sort((a, b) => a.start - b.start || b.end - a.end)[0];
      return longest ? [{token: value.token, kind: value.kind, ...longest}] : [];
    });
  }

  #maySayOne(text: string): boolean {
    for (let at = 0; at + SHORTEST <= text.length; at += 1)
      if (this.#starts.has(startAt(text, at))) return true;
    return false;
  }
}

function startAt(text: string, at: number): string {
  return text.slice(at, at + SHORTEST);
}

function patternsOf({kind, value}: ProtectedValue): Pattern[] {
  switch (kind) {
    case 'address':
      return addressPatterns(value);
    case 'phone':
      return phonePatterns(value);
    case 'email':
      return emailPatterns(value);
    case 'other':
      return wholePatterns(value);
    default:
      return assertNever(kind);
  }
}

function placesOf(compact: Compact, pattern: Pattern): {readonly start: number; readonly end: number}[] {
  const places: {start: number; end: number}[] = [];
  for (
    let at = compact.text.indexOf(pattern.text);
    at !== -1;
    at = compact.text.indexOf(pattern.text, at + 1)
  ) {
    const last = at + pattern.text.length - 1;
    const [from, to] = [compact.words[at], compact.words[last]];
    if (!from || !to) continue;
    const isWhole = from.from === at && to.to === last + 1;
    if (isWhole || !pattern.isWhole) places.push({start: from.start, end: to.end});
  }
  return places;
}
