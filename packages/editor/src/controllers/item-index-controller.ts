import {ContextProvider} from '@lit/context';
import {readRoot} from '@goldthread/schema/ydoc';
import type {SectionSpec} from '@goldthread/schema';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Doc} from 'yjs';
import {itemIndexContext} from '../context/contexts.ts';
import {buildItemIndex, EMPTY_INDEX, type ItemIndex} from '../context/item-index.ts';
import type {PlanSource} from '../context/plan-source.ts';

const REST_MS = 400;

/**
 * Keeps the index of items that this reader may point to, made anew when the documents have been still for a moment.
 * It owns the watching and provides the index to pickers and threads below; it changes no document.
 */
export class ItemIndexController implements ReactiveController {
  readonly #provider: ContextProvider<typeof itemIndexContext, ReactiveControllerHost & HTMLElement>;
  #source: PlanSource | null = null;
  #sections: readonly SectionSpec[] = [];
  #watched = new Set<Doc>();
  #timer: ReturnType<typeof setTimeout> | null = null;

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
    for (const doc of this.#watched) if (!docs.has(doc)) doc.off('update', this.#later);
    for (const doc of docs) if (!this.#watched.has(doc)) doc.on('update', this.#later);
    const isNew = [...docs].some(doc => !this.#watched.has(doc));
    this.#watched = docs;
    if (isNew) this.#later();
  }

  hostConnected(): void {
    this.#later();
  }

  hostDisconnected(): void {
    for (const doc of this.#watched) doc.off('update', this.#later);
    this.#watched.clear();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** The first index is made at once: somebody who types on and on would otherwise have nothing to link to. */
  readonly #later = (): void => {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#read(), this.index.items.length === 0 ? 0 : REST_MS);
  };

  #read(): void {
    this.#timer = null;
    const source = this.#source;
    if (source === null) return;
    const index = buildItemIndex(this.#sections, root => {
      const open = source.docFor(root);
      return open === undefined ? [] : readRoot(open.doc.getXmlFragment(root));
    });
    this.#provider.setValue(index);
  }
}
