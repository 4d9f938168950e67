import type * as Y from 'yjs';
import {CarryIndex, type CarryRange, type CharacterId} from './carry-range.ts';
import {WordingPool, type Match} from './match-wording.ts';
import {wordingsOf, type Span, type Wording} from './wording.ts';

/** Most characters that one transaction is searched for and that one person's deletions are remembered by. */
const MOST_CHARACTERS = 20_000;

/** Shortest wording that is looked for among what somebody deleted a while ago. */
const SHORTEST_RECENT = 6;

/** The text that `passagesOf` and the log are about stays in the document; this is who wrote it, by client id. */
export type PersonOf<Person> = (client: number) => Person | null;

/**
 * Knows who first wrote each character of one document. Yjs keeps the client id of each character, but splitting and
 * joining paragraphs, changing a block, moving, pasting and undoing all write the words anew under the id of whoever
 * did it. This compares what a transaction brings with what it deletes, and with what the same person deleted lately,
 * and carries the first writer over.
 *
 * Owns the carry ranges of one document and, in memory only and at most 20,000 characters a person, what was deleted
 * lately. Doesn't own the bindings of client ids to people, and stores nothing.
 */
export class Carry<Person> {
  readonly #index = new CarryIndex();
  readonly #recent = new Map<Person, Wording[]>();
  readonly #personOf: PersonOf<Person>;

  /** @param stored the ranges that earlier transactions gave */
  constructor(personOf: PersonOf<Person>, stored: Iterable<CarryRange> = []) {
    this.#personOf = personOf;
    for (const range of stored) this.#index.add(range);
  }

  /**
   * Looks at one transaction of one person (null is the server itself) and gives the ranges to store with it. To be
   * called from `afterTransaction`, the last moment at which deleted words can be read.
   */
  observe(transaction: Y.Transaction, person: Person | null): readonly CarryRange[] {
    if (person === null || !this.#mayMatter(transaction, person)) return [];
    const {brought, deleted} = wordingsOf(transaction);
    const found = this.#search(brought, deleted);
    const lately = this.#recent.get(person) ?? [];
    const rest = found.length > 0 ? [] : brought.filter(({text}) => text.length >= SHORTEST_RECENT);
    const ranges = [...found, ...this.#search(rest, lately)];
    const kept = ranges.filter(range => this.#personOf(range.sourceClient) !== person);
    for (const range of kept) this.#index.add(range);
    if (deleted.length > 0) this.#remember(person, deleted);
    return kept;
  }

  /**
   * Looks at what the server wrote in somebody's name: words that it deleted and wrote anew keep their first writer, all others are
   * of whoever `client` was issued to. To be called as {@link observe}.
   */
  credit(transaction: Y.Transaction, client: number): readonly CarryRange[] {
    const {brought, deleted} = wordingsOf(transaction);
    const found = this.#search(brought, deleted);
    const isFound = (id: CharacterId) =>
      found.some(
        one => one.client === id.client && id.clock >= one.clock && id.clock < one.clock + one.length,
      );
    const ranges = [...found];
    for (const span of brought.flatMap(({spans}) => spans)) {
      for (let at = 0; at < span.text.length; at += 1) {
        const id = {client: span.client, clock: span.clock + at};
        const last = ranges.at(-1);
        if (isFound(id)) continue;
        if (
          last?.sourceClient === client &&
          last.client === id.client &&
          last.clock + last.length === id.clock
        )
          ranges[ranges.length - 1] = {...last, length: last.length + 1};
        else ranges.push({...id, length: 1, sourceClient: client, sourceClock: 0});
      }
    }
    for (const range of ranges) this.#index.add(range);
    return ranges;
  }

  /** The words that a transaction deletes, under the ids of their first writing. To be called as {@link observe}. */
  firstWritings(transaction: Y.Transaction): readonly Wording[] {
    return wordingsOf(transaction).deleted.map(wording => ({
      ...wording,
      spans: wording.spans.flatMap(span => this.#sourcesOf(span)),
    }));
  }

  /**
   * Ranges for what a transaction of another document repeats of such words. Their client ids are of the document in which they were
   * first written. To be called as {@link observe}; {@link learn} makes them known here.
   */
  repeatsOf(transaction: Y.Transaction, writings: readonly Wording[]): readonly CarryRange[] {
    return this.#search(wordingsOf(transaction).brought, writings);
  }

  /** Takes ranges that are stored from now on. */
  learn(ranges: readonly CarryRange[]): void {
    for (const range of ranges) this.#index.add(range);
  }

  #sourcesOf({client, clock, text}: Span): Span[] {
    const spans: Span[] = [];
    for (let done = 0; done < text.length;) {
      const {id, length} = this.#index.sourceOf({client, clock: clock + done});
      const run = Math.min(length, text.length - done);
      spans.push({...id, text: text.slice(done, done + run)});
      done += run;
    }
    return spans;
  }

  /** Where a character was first written; itself if nowhere else. `length` says how far that holds. */
  sourceOf(id: CharacterId): {readonly id: CharacterId; readonly length: number} {
    return this.#index.sourceOf(id);
  }

  /** Who wrote a run of characters that are explained alike. */
  writerOf(id: CharacterId): {readonly person: Person | null; readonly length: number} {
    const {id: source, length} = this.#index.sourceOf(id);
    return {person: this.#personOf(source.client), length};
  }

  /** Drops the deleted words that are still remembered, as a purge must. */
  forgetDeleted(): void {
    this.#recent.clear();
  }

  /** A keystroke deletes nothing and brings too little to be the same wording again. */
  #mayMatter({deleteSet, beforeState, afterState}: Y.Transaction, person: Person): boolean {
    if (deleteSet.clients.size > 0) return true;
    if (!this.#recent.has(person)) return false;
    let brought = 0;
    for (const [client, end] of afterState) brought += end - (beforeState.get(client) ?? 0);
    return brought >= SHORTEST_RECENT;
  }

  #search(brought: readonly Wording[], older: readonly Wording[]): CarryRange[] {
    if (brought.length === 0 || older.length === 0) return [];
    if (lengthOf(brought) > MOST_CHARACTERS || lengthOf(older) > MOST_CHARACTERS) return [];
    const pool = new WordingPool(older);
    return brought.flatMap(wording => pool.matches(wording).flatMap(match => this.#rangesOf(wording, match)));
  }

  /** One match as ranges of ids that are consecutive on both sides, each leading to the first writing. */
  #rangesOf(wording: Wording, {at, older, olderAt, length}: Match): CarryRange[] {
    const ranges: CarryRange[] = [];
    for (let done = 0; done < length;) {
      const to = idAt(wording.spans, at + done);
      const from = idAt(older.spans, olderAt + done);
      if (to === null || from === null) break;
      const source = this.#index.sourceOf(from);
      const run = Math.min(length - done, to.left, from.left, source.length);
      const {client: sourceClient, clock: sourceClock} = source.id;
      ranges.push({client: to.client, clock: to.clock, length: run, sourceClient, sourceClock});
      done += run;
    }
    return ranges;
  }

  #remember(person: Person, deleted: readonly Wording[]): void {
    const wordings = [
      ...(this.#recent.get(person) ?? []),
      ...deleted.filter(({text}) => text.length >= SHORTEST_RECENT),
    ];
    while (wordings.length > 0 && lengthOf(wordings) > MOST_CHARACTERS) wordings.shift();
    if (wordings.length > 0) this.#recent.set(person, wordings);
    else this.#recent.delete(person);
  }
}

function lengthOf(wordings: readonly Wording[]): number {
  return wordings.reduce((sum, {text}) => sum + text.length, 0);
}

/** The id of a character of a wording, and how many characters of its span are left from there. */
function idAt(spans: readonly Span[], at: number): (CharacterId & {readonly left: number}) | null {
  let before = 0;
  for (const {client, clock, text} of spans) {
    if (at < before + text.length) {
      return {client, clock: clock + at - before, left: before + text.length - at};
    }
    before += text.length;
  }
  return null;
}
