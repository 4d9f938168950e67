import type {RootName} from '@goldthread/schema';
import {Awareness} from 'y-protocols/awareness';
import * as Y from 'yjs';
import {InboundQueue} from '../sync/inbound-queue.ts';
import type {EditableDoc} from '../sync/editable-doc.ts';

/**
 * A document session without a network: what a peer does is brought over by {@link sync}, through the queue that a
 * real session uses.
 */
export class LocalDoc extends EventTarget implements EditableDoc {
  doc = new Y.Doc();
  awareness = new Awareness(this.doc);
  readonly peer = new Y.Doc();
  isOpen = true;
  readonly #queue = new InboundQueue(
    updates => {
      Y.transact(this.doc, () => updates.forEach(update => Y.applyUpdate(this.doc, update)), this, false);
    },
    () => 0,
  );

  constructor() {
    super();
    this.doc.on('update', this.#toPeer);
    this.peer.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#queue.push(update);
    });
  }

  mayWrite(_root: RootName): boolean {
    return this.isOpen;
  }

  hold(tell?: (waiting: number) => void): () => void {
    return this.#queue.hold(tell);
  }

  /** Puts a fresh document with the same content in the place of the old one. */
  replace(): void {
    const fresh = new Y.Doc();
    Y.applyUpdate(fresh, Y.encodeStateAsUpdate(this.peer));
    this.doc.off('update', this.#toPeer);
    this.doc = fresh;
    this.awareness = new Awareness(fresh);
    fresh.on('update', this.#toPeer);
    this.dispatchEvent(new Event('doc'));
  }

  readonly #toPeer = (update: Uint8Array, origin: unknown): void => {
    if (origin !== this) Y.applyUpdate(this.peer, update, this);
  };
}
