import {ContextProvider} from '@lit/context';
import type {PmJson} from '@goldthread/schema/prosemirror';
import {readElement} from '@goldthread/schema/ydoc';
import type {SectionSpec} from '@goldthread/schema';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import * as Y from 'yjs';
import {itemIndexContext} from '../context/contexts.ts';
import {buildItemIndex, EMPTY_INDEX, type ItemIndex} from '../context/item-index.ts';
import type {PlanSource} from '../context/plan-source.ts';

const REST_MS = 400;
/** In a meeting the documents are never still. */
const MOST_MS = 3_000;

/**
 * Keeps the index of items that this reader may point to, made anew when the documents have been still for a moment,
 * or never are. It reads only those items again that have changed. It owns the watching and provides the index to pickers and threads below; it changes no document.
 */
export class ItemIndexController implements ReactiveController {
  readonly #provider: ContextProvider<typeof itemIndexContext, ReactiveControllerHost & HTMLElement>;
  #source: PlanSource | null = null;
  #sections: readonly SectionSpec[] = [];
  #watched = new Set<Y.Doc>();
  readonly #read = new WeakMap<object, PmJson>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #firstAt = 0;
  #lastAt = 0;

  constructor(element: ReactiveControllerHost & HTMLElement) {
    this.#provider = new ContextProvider(element, {context: itemIndexContext, initialValue: EMPTY_INDEX});
    element.addController(this);
  }

  get index(): ItemIndex {
    return this.#provider.value;
  }

  /** Says which sections of which plan to read. Cheap to call on every change of the session. */
  follow(source: PlanSource, sections: readonly SectionSpec[]): void {
    this.#source = source;
    this.#sections = sections;
    const docs = new Set([...source.docs.values()].map(open => open.doc));
    for (const doc of this.#watched) if (!docs.has(doc)) doc.off('afterTransaction', this.#onTransaction);
    for (const doc of docs) if (!this.#watched.has(doc)) doc.on('afterTransaction', this.#onTransaction);
    const isNew = [...docs].some(doc => !this.#watched.has(doc));
    this.#watched = docs;
    if (isNew) this.#later();
  }

  /** Knows nothing any more. */
  clear(): void {
    this.hostDisconnected();
    this.#source = null;
    if (this.index !== EMPTY_INDEX) this.#provider.setValue(EMPTY_INDEX);
  }

  hostConnected(): void {
    this.#later();
  }

  hostDisconnected(): void {
    for (const doc of this.#watched) doc.off('afterTransaction', this.#onTransaction);
    this.#watched.clear();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  readonly #onTransaction = (transaction: Y.Transaction): void => {
    if (transaction.changedParentTypes.size === 0) return;
    for (const type of transaction.changedParentTypes.keys()) this.#read.delete(type);
    this.#later();
  };

  /** The first index is made at once: somebody who types on and on would otherwise have nothing to link to. */
  #later(): void {
    this.#lastAt = performance.now();
    if (this.index.items.length === 0 && this.#timer !== null) clearTimeout(this.#timer);
    else if (this.#timer !== null) return;
    this.#firstAt = this.#lastAt;
    this.#wait(this.index.items.length === 0 ? 0 : REST_MS);
  }

  #wait(ms: number): void {
    this.#timer = setTimeout(() => {
      const now = performance.now();
      const due = Math.min(this.#lastAt + REST_MS, this.#firstAt + MOST_MS);
      if (this.index.items.length > 0 && due > now) this.#wait(due - now);
      else this.#make();
    }, ms);
  }

  #make(): void {
    this.#timer = null;
    const source = this.#source;
    if (source === null) return;
    const index = buildItemIndex(this.#sections, root => {
      const open = source.docFor(root);
      return open === undefined ? [] : this.#itemsOf(open.doc.getXmlFragment(root));
    });
    this.#provider.setValue(index);
  }

  #itemsOf(fragment: Y.XmlFragment): readonly PmJson[] {
    return fragment.toArray().flatMap(child => {
      if (!(child instanceof Y.XmlElement)) return [];
      const json = this.#read.get(child) ?? readElement(child);
      this.#read.set(child, json);
      return [json];
    });
  }
}
