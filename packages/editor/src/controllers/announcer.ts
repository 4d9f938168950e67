/** A change by somebody else, as far as it is said aloud: who, and in which part. Never the words themselves. */
export interface Heard {
  readonly who: string;
  readonly part: string;
}

/** What the announcer needs from outside: the time, a way to wake up, a place to speak, and its words. */
export interface AnnouncerPorts {
  now(): number;
  wakeIn(ms: number, wake: () => void): () => void;
  say(sentence: string): void;
  sentence(heard: readonly Heard[]): string;
}

const SPACE_BETWEEN_MS = 5_000;
const SILENCE_AFTER_KEY_MS = 2_000;

/**
 * Gathers what others changed and says it politely: at most one sentence in five seconds, and none within two
 * seconds of a key (CTAUR REQ 3). It owns the queue and the timing; it doesn't own the live region.
 */
export class Announcer {
  readonly #ports: AnnouncerPorts;
  #heard: Heard[] = [];
  #lastSaid = -Infinity;
  #lastKey = -Infinity;
  #cancel: (() => void) | null = null;

  constructor(ports: AnnouncerPorts) {
    this.#ports = ports;
  }

  /** To be called on each key that the person presses in the plan. */
  keyPressed(): void {
    this.#lastKey = this.#ports.now();
  }

  /** Takes in one change. Said later, together with what else was heard by then. */
  hear(heard: Heard): void {
    const known = this.#heard.some(one => one.who === heard.who && one.part === heard.part);
    if (!known) this.#heard.push(heard);
    this.#plan();
  }

  /** Forgets what was heard and stops waking up. */
  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#heard = [];
  }

  #plan(): void {
    if (this.#cancel !== null || this.#heard.length === 0) return;
    const due = Math.max(this.#lastSaid + SPACE_BETWEEN_MS, this.#lastKey + SILENCE_AFTER_KEY_MS);
    this.#cancel = this.#ports.wakeIn(Math.max(0, due - this.#ports.now()), () => {
      this.#cancel = null;
      this.#speak();
    });
  }

  #speak(): void {
    const now = this.#ports.now();
    // A key may have been pressed while we slept: the silence starts again.
    if (now < this.#lastKey + SILENCE_AFTER_KEY_MS) {
      this.#plan();
      return;
    }
    const heard = this.#heard;
    this.#heard = [];
    if (heard.length === 0) return;
    this.#lastSaid = now;
    this.#ports.say(this.#ports.sentence(heard));
  }
}
