/** Least time between two questions whether this person's access still holds, in milliseconds. */
const PAUSE = 3_000;
/** How long reasons to ask are gathered, in milliseconds: two documents that are closed together ask once. */
const GATHER = 50;

/**
 * Asks again what a person may open: at once, because whose access has ended may not go on reading, but not again
 * before a pause is over. It owns the timing; it doesn't own the question.
 */
export class Recheck {
  readonly #ask: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastAsked = -Infinity;

  constructor(ask: () => void) {
    this.#ask = ask;
  }

  /** There is a reason to ask. Many reasons make one question. */
  soon(): void {
    const wait = Math.max(GATHER, this.#lastAsked + PAUSE - performance.now());
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#lastAsked = performance.now();
      this.#ask();
    }, wait);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
