import {encodeAwareness} from '@goldthread/schema/wire';
import type {Awareness} from 'y-protocols/awareness';

/** Least time between two presence frames of one document, in milliseconds: two a second. */
const PRESENCE_INTERVAL = 500;

interface AwarenessChange {
  readonly added: readonly number[];
  readonly updated: readonly number[];
  readonly removed: readonly number[];
}

/**
 * Sends this person's own presence and nobody else's. A stock provider sends back every state that it receives,
 * which was 85 % of what a server got in a meeting of twelve.
 */
export class OwnAwareness {
  readonly #awareness: Awareness;
  readonly #send: (frame: Uint8Array) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting = false;

  constructor(awareness: Awareness, send: (frame: Uint8Array) => void) {
    this.#awareness = awareness;
    this.#send = send;
    awareness.on('update', this.#onUpdate);
  }

  /** The frame that says who is here from this page. */
  frame(): Uint8Array {
    const cid = this.#awareness.clientID;
    const clock = this.#awareness.meta.get(cid)?.clock ?? 0;
    return encodeAwareness([{cid, clock, stateText: JSON.stringify(this.#awareness.getLocalState())}]);
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#awareness.off('update', this.#onUpdate);
  }

  readonly #onUpdate = (change: AwarenessChange): void => {
    const own = this.#awareness.clientID;
    const isOwn = [...change.added, ...change.updated, ...change.removed].includes(own);
    if (!isOwn) return;
    this.#waiting = true;
    if (this.#timer === undefined) this.#flush();
  };

  #flush(): void {
    this.#timer = undefined;
    if (!this.#waiting) return;
    this.#waiting = false;
    this.#send(this.frame());
    this.#timer = setTimeout(() => this.#flush(), PRESENCE_INTERVAL);
  }
}
