import {compactOf, type Compact} from './compact.ts';

/** Where words stand in a text. */
export interface WordsPlace {
  readonly start: number;
  readonly end: number;
}

/** Fewer letters and digits than this stand in other words by chance. */
const NO_CHANCE = 10;
/** So many letters of the beginning, where a text breaks off, tell what followed. */
const TELLING = 5;

/**
 * Finds every place of some words in a text, however it is spaced, punctuated and capitalised. Words of fewer than ten letters
 * and digits count only where words begin and end. Words without any letter or digit are looked for as they are.
 */
export class WordsFinder {
  readonly #words: string;
  readonly #compact: string;

  constructor(words: string) {
    this.#words = words.trim();
    this.#compact = compactOf(words).text;
  }

  /** Whether there is anything to look for. */
  get isEmpty(): boolean {
    return this.#words === '';
  }

  /** The places in a text, in order; none overlaps another. */
  in(text: string): WordsPlace[] {
    if (this.isEmpty) return [];
    return this.#compact === '' ? this.#asTheyAre(text) : this.#inCompact(compactOf(text));
  }

  /** The text without the words; `null` where they don't stand in it. */
  without(text: string): string | null {
    const places = this.in(text);
    if (places.length === 0) return null;
    return places.reduceRight((left, {start, end}) => left.slice(0, start) + left.slice(end), text);
  }

  /** Whether a text holds the words, or breaks off in the middle of them. */
  isToldBy(text: string): boolean {
    if (this.in(text).length > 0) return true;
    const compact = compactOf(text).text;
    for (let length = this.#compact.length - 1; length >= TELLING; length -= 1) {
      if (compact.endsWith(this.#compact.slice(0, length))) return true;
    }
    return false;
  }

  #asTheyAre(text: string): WordsPlace[] {
    const places: WordsPlace[] = [];
    const {length} = this.#words;
    for (let at = text.indexOf(this.#words); at !== -1; at = text.indexOf(this.#words, at + length)) {
      places.push({start: at, end: at + length});
    }
    return places;
  }

  #inCompact(text: Compact): WordsPlace[] {
    const places: WordsPlace[] = [];
    const {length} = this.#compact;
    for (let at = text.text.indexOf(this.#compact); at !== -1;) {
      const [first, last] = [text.words[at], text.words[at + length - 1]];
      const isWhole = first?.from === at && last?.to === at + length;
      const counts = first && last && (isWhole || length >= NO_CHANCE);
      if (counts) places.push({start: first.start, end: last.end});
      at = text.text.indexOf(this.#compact, counts ? last.to : at + 1);
    }
    return places;
  }
}
