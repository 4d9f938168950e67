/** Allows `burst` at once and `perSecond` for long. One for each thing that a stranger can do too often. */
export class TokenBucket {
  readonly #perMs: number;
  readonly #burst: number;
  #tokens: number;
  #at: number;

  constructor(perSecond: number, burst: number, now: number) {
    this.#perMs = perSecond / 1000;
    this.#burst = burst;
    this.#tokens = burst;
    this.#at = now;
  }

  /** Takes `cost` if there is as much; otherwise takes nothing and says so. */
  take(cost: number, now: number): boolean {
    if (now > this.#at) {
      this.#tokens = Math.min(this.#burst, this.#tokens + (now - this.#at) * this.#perMs);
      this.#at = now;
    }
    if (cost > this.#tokens) return false;
    this.#tokens -= cost;
    return true;
  }
}
