import {inPause, noteOwnKey} from './typing-pause.ts';

/** How long other people's edits are gathered at least, and may wait at most, while the person types, in milliseconds. */
const TYPING_GATHER = 50;
const TYPING_DELAY = 150;
/** A key pressed this recently counts as typing, in milliseconds. */
const TYPING_WINDOW = 600;

/** Edits that follow each other this soon count as one change, in milliseconds: a sentence is many edits. */
const ONE_CHANGE = 3_000;

type Entry = {readonly update: Uint8Array} | {readonly then: () => void};

/**
 * Other people's edits on their way into the document. While somebody holds it (a composition runs) everything
 * waits, because an insert beside the word being composed corrupts it. While the person types, edits are gathered
 * until a key of theirs was painted, or for a moment, so that each costs no paint of its own. Order is always kept.
 */
export class InboundQueue {
  readonly #apply: (updates: readonly Uint8Array[]) => void;
  readonly #now: () => number;
  #entries: Entry[] = [];
  #holds = 0;
  readonly #tellers = new Set<(waiting: number) => void>();
  #waiting = 0;
  #heldAt = Number.NEGATIVE_INFINITY;
  #stopWaiting: (() => void) | null = null;
  #typedAt = Number.NEGATIVE_INFINITY;

  constructor(apply: (updates: readonly Uint8Array[]) => void, now: () => number) {
    this.#apply = apply;
    this.#now = now;
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0;
  }

  /** Notes that the person changed something just now. */
  noteTyping(): void {
    this.#typedAt = this.#now();
    noteOwnKey();
  }

  /** Takes an edit; it is applied now, in a moment, or when nobody holds the queue any more. */
  push(update: Uint8Array): void {
    this.#entries.push({update});
    if (this.#holds > 0) this.#count();
    this.#schedule();
  }

  /** Runs something after all that came before it was applied. */
  afterPending(then: () => void): void {
    this.#entries.push({then});
    this.#schedule();
  }

  /**
   * Holds everything back, and tells how many changes wait each time that there is one more. Returns the release;
   * calling it twice does nothing.
   */
  hold(tell: (waiting: number) => void = () => undefined): () => void {
    const teller = (waiting: number): void => tell(waiting);
    this.#tellers.add(teller);
    this.#holds += 1;
    this.#waitNoMore();
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#holds -= 1;
      this.#tellers.delete(teller);
      if (this.#holds === 0) this.flush();
    };
  }

  /** Applies what waits, unless somebody holds it. */
  flush(): void {
    this.#waitNoMore();
    if (this.#holds > 0) return;
    const entries = this.#entries;
    this.#entries = [];
    this.#waiting = 0;
    this.#heldAt = Number.NEGATIVE_INFINITY;
    let batch: Uint8Array[] = [];
    for (const entry of entries) {
      if ('update' in entry) batch.push(entry.update);
      else {
        this.#applyBatch(batch);
        batch = [];
        entry.then();
      }
    }
    this.#applyBatch(batch);
  }

  /** Forgets what waits; the document it was meant for is gone. */
  clear(): void {
    this.#waitNoMore();
    this.#entries = [];
  }

  #waitNoMore(): void {
    this.#stopWaiting?.();
    this.#stopWaiting = null;
  }

  #count(): void {
    const now = this.#now();
    const isNew = now - this.#heldAt > ONE_CHANGE;
    this.#heldAt = now;
    if (!isNew) return;
    this.#waiting += 1;
    for (const tell of this.#tellers) tell(this.#waiting);
  }

  #applyBatch(batch: readonly Uint8Array[]): void {
    if (batch.length > 0) this.#apply(batch);
  }

  #schedule(): void {
    if (this.#holds > 0 || this.#stopWaiting !== null) return;
    if (this.#now() - this.#typedAt > TYPING_WINDOW) this.flush();
    else this.#stopWaiting = inPause(() => this.flush(), TYPING_GATHER, TYPING_DELAY);
  }
}
