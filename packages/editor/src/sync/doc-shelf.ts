import {Awareness} from 'y-protocols/awareness';
import * as Y from 'yjs';
import type {KeptDoc, OwnCid} from './doc-copy.ts';

/** A document, and the client ids under which its person wrote. */
export interface OldDoc {
  readonly doc: Y.Doc;
  readonly own: readonly OwnCid[];
}

/** A document without a connection: to read while there is none, or to look for words that were never sent. */
export class DocShelf implements OldDoc {
  readonly doc = new Y.Doc();
  #awareness: Awareness | null = null;
  #own: readonly OwnCid[] = [];
  #dirty = false;

  constructor(kept: KeptDoc | null) {
    if (kept !== null) this.fill(kept);
  }

  get own(): readonly OwnCid[] {
    return this.#own;
  }

  /** Made when first asked for, because it keeps a timer running. */
  get awareness(): Awareness {
    return (this.#awareness ??= new Awareness(this.doc));
  }

  get isEmpty(): boolean {
    return this.doc.store.clients.size === 0;
  }

  /** Whether words stand in it that aren't known to be on the server's disk. */
  get dirty(): boolean {
    return this.#dirty;
  }

  fill(kept: KeptDoc): void {
    this.#dirty = kept.facts.dirty;
    this.#own = kept.facts.own;
    for (const update of kept.updates) Y.applyUpdate(this.doc, update, this);
  }

  /** Ends its timers; the document stays readable. */
  stop(): void {
    this.#awareness?.destroy();
  }
}
