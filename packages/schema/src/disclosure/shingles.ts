import {wordsOf, type Word} from '../base/words.ts';

/** So many words in a row are no chance: somebody copied or retyped them (E08). */
export const SHINGLE_WORDS = 8;

/** Words in a row that stand in two texts, at their places in each. */
export interface SharedRun {
  /** How many words the run has, as far as it goes in both. */
  readonly words: number;
  readonly start: number;
  readonly end: number;
  readonly narrowStart: number;
  readonly narrowEnd: number;
}

/**
 * The first run of words of the text that more people read which stands in the one that fewer people read, whatever its
 * capitals, punctuation and invisible characters; null where no run is so long.
 */
export function firstSharedRun(wide: string, narrow: string, length = SHINGLE_WORDS): SharedRun | null {
  const index = new ShingleIndex(length);
  index.add('narrow', narrow);
  return index.match(wide);
}

/** A run of words that a text shares with one of the texts of an index. */
export interface ShingleMatch extends SharedRun {
  readonly source: string;
}

/** So many words in a row that stand in one of the texts of an index. */
export interface FoundRun {
  readonly source: string;
  /** The words as they are compared. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

interface Place {
  readonly source: string;
  readonly at: number;
}

/** Many texts that few people read, so that one that more people read can be held against all of them at once. */
export class ShingleIndex {
  readonly #length: number;
  readonly #texts = new Map<string, readonly Word[]>();
  /** Where a run first stands in each text that has it. One place is enough, however often a text repeats itself. */
  readonly #places = new Map<string, Map<string, number>>();

  constructor(length = SHINGLE_WORDS) {
    this.#length = length;
  }

  /** Puts a text under a name of its own; what stood there before is forgotten. */
  add(source: string, text: string): void {
    this.remove(source);
    const words = wordsOf(text);
    this.#texts.set(source, words);
    this.#eachRun(words, (run, at) => {
      const places = this.#places.get(run);
      if (places === undefined) this.#places.set(run, new Map([[source, at]]));
      else if (!places.has(source)) places.set(source, at);
    });
  }

  /** Forgets a text; one that isn't there is no fault. */
  remove(source: string): void {
    this.#eachRun(this.#texts.get(source) ?? [], run => {
      const places = this.#places.get(run);
      places?.delete(source);
      if (places?.size === 0) this.#places.delete(run);
    });
    this.#texts.delete(source);
  }

  /**
   * The first run that a text shares with one of the texts, as long as it goes; null where there is none.
   * `counts` leaves texts out, such as those that the writer doesn't receive and so can't have copied.
   */
  match(text: string, counts: (source: string) => boolean = () => true): ShingleMatch | null {
    const words = wordsOf(text);
    let found: ShingleMatch | null = null;
    this.#eachRun(words, (run, at) => {
      const place = this.#placeOf(run, counts);
      if (!place) return false;
      found = this.#extend(words, at, place);
      return true;
    });
    return found;
  }

  /** Every run of a text that stands in one of the texts, as words are compared, with the first text that has it. */
  runsIn(text: string, counts: (source: string) => boolean): FoundRun[] {
    const words = wordsOf(text);
    const found: FoundRun[] = [];
    this.#eachRun(words, (run, at) => {
      const place = this.#placeOf(run, counts);
      const [first, last] = [words[at], words[at + this.#length - 1]];
      if (place && first && last)
        found.push({source: place.source, words: run, start: first.start, end: last.end});
    });
    return found;
  }

  #placeOf(run: string, counts: (source: string) => boolean): Place | null {
    for (const [source, at] of this.#places.get(run) ?? []) if (counts(source)) return {source, at};
    return null;
  }

  #extend(words: readonly Word[], at: number, place: Place): ShingleMatch | null {
    const narrow = this.#texts.get(place.source) ?? [];
    let length = this.#length;
    while (words[at + length] && words[at + length]?.text === narrow[place.at + length]?.text) length += 1;
    const [first, last] = [words[at], words[at + length - 1]];
    const [from, to] = [narrow[place.at], narrow[place.at + length - 1]];
    if (!first || !last || !from || !to) return null;
    return {
      source: place.source,
      words: length,
      start: first.start,
      end: last.end,
      narrowStart: from.start,
      narrowEnd: to.end,
    };
  }

  /** Goes over every run of a text, until told that it is enough. */
  #eachRun(words: readonly Word[], visit: (run: string, at: number) => boolean | void): void {
    for (let at = 0; at + this.#length <= words.length; at += 1) {
      let run = '';
      for (let offset = 0; offset < this.#length; offset += 1) run += ` ${words[at + offset]?.text ?? ''}`;
      if (visit(run, at) === true) return;
    }
  }
}
