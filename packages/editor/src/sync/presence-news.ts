import type {PresentPerson} from './plan-facts.ts';

/** How long changes of presence are gathered, in milliseconds. */
const PAUSE = 250;

/** Tells when who is where has changed: everybody's cursors move all the time, who is where changes seldom. */
export class PresenceNews {
  readonly #read: () => readonly PresentPerson[];
  readonly #tell: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #told = '';
  #isOver = false;

  constructor(read: () => readonly PresentPerson[], tell: () => void) {
    this.#read = read;
    this.#tell = tell;
  }

  /** Somebody's presence changed. Many changes make one question. */
  soon(): void {
    if (this.#isOver) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const text = JSON.stringify(this.#read());
      if (text !== this.#told) this.#tell();
      this.#told = text;
    }, PAUSE);
  }

  /** For good: documents that close say so too, when nobody listens any more. */
  stop(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
