import type {PresentPerson} from './plan-facts.ts';
import {inPause} from './typing-pause.ts';

/** How long changes of presence are gathered, in milliseconds. */
const GATHER = {least: 150, most: 250};

/** Tells when who is where has changed: everybody's cursors move all the time, who is where changes seldom. */
export class PresenceNews {
  readonly #read: () => readonly PresentPerson[];
  readonly #tell: () => void;
  #callOff: (() => void) | undefined;
  #told = '';
  #isOver = false;

  constructor(read: () => readonly PresentPerson[], tell: () => void) {
    this.#read = read;
    this.#tell = tell;
  }

  /** Somebody's presence changed. Many changes make one question. */
  soon(): void {
    if (this.#isOver) return;
    this.#callOff ??= inPause(
      () => {
        this.#callOff = undefined;
        const text = JSON.stringify(this.#read());
        if (text !== this.#told) this.#tell();
        this.#told = text;
      },
      GATHER.least,
      GATHER.most,
    );
  }

  /** For good: documents that close say so too, when nobody listens any more. */
  stop(): void {
    this.#isOver = true;
    this.#callOff?.();
    this.#callOff = undefined;
  }
}
