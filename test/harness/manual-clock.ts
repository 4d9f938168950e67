import type {Clock} from '../../packages/server/src/ports/index.ts';

interface Waiting {
  readonly at: number;
  readonly task: () => void;
}

/** A clock that stands still until a test moves it. */
export class ManualClock implements Clock {
  #now: number;
  #waiting: Waiting[] = [];

  constructor(start = Date.UTC(2026, 10, 22, 12)) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, task: () => void): () => void {
    const waiting = {at: this.#now + ms, task};
    this.#waiting.push(waiting);
    return () => {
      this.#waiting = this.#waiting.filter(one => one !== waiting);
    };
  }

  /** Lets a long time pass at once, as on a machine that slept: what falls due in it runs once. */
  skip(ms: number): void {
    this.#now += ms;
    this.advance(0);
  }

  /** Lets time pass, running everything that falls due, in order. */
  advance(ms: number): void {
    const until = this.#now + ms;
    for (;;) {
      const next = this.#waiting.filter(one => one.at <= until).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#waiting = this.#waiting.filter(one => one !== next);
      this.#now = Math.max(this.#now, next.at);
      next.task();
    }
    this.#now = until;
  }
}
