import type {Wording} from './wording.ts';

/** Shortest wording that is taken for the same wording again and not for chance. */
const SHORTEST = 6;

/** Most places of the older wording that are tried for one place of the new one. */
const MOST_TRIES = 16;

/** Part of a new wording that repeats part of an older one; positions and length in characters. */
export interface Match {
  readonly at: number;
  readonly older: Wording;
  readonly olderAt: number;
  readonly length: number;
}

/** Older wordings, ready to be looked for in new ones. */
export class WordingPool {
  readonly #places = new Map<string, {readonly wording: Wording; readonly at: number}[]>();
  readonly #wordings: readonly Wording[];

  constructor(wordings: readonly Wording[]) {
    this.#wordings = wordings;
    for (const wording of wordings) {
      for (let at = 0; at + SHORTEST <= wording.text.length; at++) {
        const key = wording.text.slice(at, at + SHORTEST);
        const places = this.#places.get(key);
        if (places === undefined) this.#places.set(key, [{wording, at}]);
        else if (places.length < MOST_TRIES) places.push({wording, at});
      }
    }
  }

  /** The parts of a wording that stand in the pool, from left to right, each as long as it can be. */
  matches(wording: Wording): Match[] {
    const short = this.#shortMatch(wording);
    if (short !== null) return [short];
    const result: Match[] = [];
    for (let at = 0; at + SHORTEST <= wording.text.length;) {
      const match = this.#longestAt(wording.text, at);
      if (match !== null) result.push(match);
      at += match?.length ?? 1;
    }
    return result;
  }

  #longestAt(text: string, at: number): Match | null {
    let best: Match | null = null;
    for (const {wording, at: olderAt} of this.#places.get(text.slice(at, at + SHORTEST)) ?? []) {
      let length = SHORTEST;
      while (
        at + length < text.length &&
        olderAt + length < wording.text.length &&
        text.charCodeAt(at + length) === wording.text.charCodeAt(olderAt + length)
      ) {
        length++;
      }
      if (best === null || length > best.length) best = {at, older: wording, olderAt, length};
    }
    return best;
  }

  /**
   * A few words that moved as a whole: into a text that is new (Enter, another kind of block) or out of one that is
   * gone (joining paragraphs). Typing a letter over a selection that happens to hold it is neither.
   */
  #shortMatch(wording: Wording): Match | null {
    if (wording.text.length >= SHORTEST) return null;
    for (const older of this.#wordings) {
      const olderAt = older.text === wording.text ? 0 : older.text.lastIndexOf(wording.text);
      const moved = wording.whole || (older.whole && older.text === wording.text);
      if (moved && olderAt >= 0) return {at: 0, older, olderAt, length: wording.text.length};
    }
    return null;
  }
}
