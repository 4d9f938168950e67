import type {RootName} from '@goldthread/schema';
import type * as Y from 'yjs';
import type {OpenDoc} from '../../context/plan-source.ts';
import {inPause} from '../../sync/typing-pause.ts';
import {StaticWords, type WillEdit} from './static-words.ts';

/**
 * How often words without an editor are drawn when others change them, in milliseconds. They are further away than a
 * screen, and each time the page lays out its text again; so all sections do it in the same moment.
 */
const GATHER = 1_000;
/** It may be so much sooner, where that is a moment in which no key waits. */
const SOONER = 150;

/** What the words of a section need of the section around them. */
export interface SectionWordsHost {
  readonly place: HTMLElement;
  readonly willEdit: WillEdit;
  root(): RootName;
  hasEditor(): boolean;
  /** The section's items were counted. */
  onCount(count: number): void;
  /** The document has had its content once, so that where things stand on the page means something. */
  onContent(): void;
}

/**
 * Follows one section's root in the document that the section has: counts its items, and draws them as plain page
 * content until an editor does. What happens in other sections costs it nothing.
 */
export class SectionWords {
  readonly #host: SectionWordsHost;
  readonly #static: StaticWords;
  #session: OpenDoc | null = null;
  #doc: Y.Doc | null = null;
  #fragment: Y.XmlFragment | null = null;
  /** What changed since the words were drawn; null while nothing has. */
  #changed: Set<unknown> | null = null;
  #callOff: (() => void) | undefined;
  #hasContent = false;

  constructor(host: SectionWordsHost) {
    this.#host = host;
    this.#static = new StaticWords(host.place, host.willEdit);
  }

  /** Follows a document from now on, or none. */
  follow(session: OpenDoc | null): void {
    this.#session?.removeEventListener('doc', this.#onDoc);
    this.#session?.removeEventListener('change', this.#onChange);
    this.#doc?.off('afterTransaction', this.#onTransaction);
    this.#session = session;
    session?.addEventListener('doc', this.#onDoc);
    session?.addEventListener('change', this.#onChange);
    this.#doc = session?.doc ?? null;
    this.#doc?.on('afterTransaction', this.#onTransaction);
    this.#fragment = this.#doc?.getXmlFragment(this.#host.root()) ?? null;
    this.#stopWaiting();
    this.#hasContent = false;
    this.redraw();
    this.#onChange();
  }

  /** Draws all words anew, as when the person's rights have changed. */
  redraw(): void {
    if (this.#fragment !== null) this.#host.onCount(this.#fragment.length);
    this.#show('all');
  }

  readonly #onDoc = (): void => this.follow(this.#session);

  readonly #onChange = (): void => {
    if (this.#session === null || this.#session.state.kind === 'opening') return;
    // What has just come stands on the page before anybody asks where.
    if (!this.#hasContent) this.#show(this.#stopWaiting());
    this.#hasContent = true;
    this.#host.onContent();
  };

  readonly #onTransaction = (transaction: Y.Transaction): void => {
    const changed: ReadonlyMap<unknown, unknown> = transaction.changedParentTypes;
    if (this.#fragment === null || !changed.has(this.#fragment)) return;
    this.#host.onCount(this.#fragment.length);
    if (this.#host.hasEditor()) return;
    this.#changed ??= new Set();
    for (const type of changed.keys()) this.#changed.add(type);
    const pause = GATHER - (performance.now() % GATHER);
    this.#callOff ??= inPause(() => this.#show(this.#stopWaiting()), pause - SOONER, pause);
  };

  #stopWaiting(): ReadonlySet<unknown> {
    this.#callOff?.();
    this.#callOff = undefined;
    const changed = this.#changed;
    this.#changed = null;
    return changed ?? new Set();
  }

  #show(changed: ReadonlySet<unknown> | 'all'): void {
    if (this.#fragment === null || this.#host.hasEditor()) return;
    this.#static.show(this.#fragment, changed);
  }
}
