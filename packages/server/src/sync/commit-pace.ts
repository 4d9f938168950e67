/** Time over which it is remembered how long commits took. */
const MEMORY_MS = 200;
/** Share of all time from which commits are too many. */
const BUSY_SHARE = 0.2;
/** After a commit of so long the next one waits this many times as long... */
const REST = 4;
/** ...but never longer than this. */
const LONGEST_REST_MS = 5;

/**
 * Says how long the next commit waits, so that commits leave time for everything else. A commit costs nearly the same
 * however many edits are in it: when many rooms write at once, a few milliseconds of waiting put many edits into one.
 * While commits take less than a fifth of the time nobody waits at all. All times in milliseconds of one steady clock.
 */
export class CommitPace {
  #spent = 0;
  #last = {at: 0, took: 0};

  /** A commit ended. */
  ended(at: number, took: number): void {
    this.#spent = this.#spentBy(at) + took;
    this.#last = {at, took};
  }

  /** How long to wait from `now` before the next commit. */
  wait(now: number): number {
    if (this.#spentBy(now) / MEMORY_MS < BUSY_SHARE) return 0;
    const rest = Math.min(this.#last.took * REST, LONGEST_REST_MS);
    return Math.max(0, this.#last.at + rest - now);
  }

  #spentBy(now: number): number {
    return this.#spent * Math.exp((this.#last.at - now) / MEMORY_MS);
  }
}
