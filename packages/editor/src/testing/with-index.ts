import {ContextProvider} from '@lit/context';
import {LitElement, html} from 'lit';
import {itemActsContext, itemIndexContext} from '../context/contexts.ts';
import {NO_ACTS, type ItemActs} from '../context/item-acts.ts';
import {EMPTY_INDEX, type IndexedItem, type ItemIndex} from '../context/item-index.ts';

/** Stands where a plan would: gives the elements inside it the items that the reader may point to. */
export class WithIndex extends LitElement {
  readonly #provider = new ContextProvider(this, {context: itemIndexContext, initialValue: EMPTY_INDEX});

  readonly #acts = new ContextProvider(this, {context: itemActsContext, initialValue: NO_ACTS});

  /** Changes what those inside know of what the person may do. */
  set acts(acts: ItemActs) {
    this.#acts.setValue(acts);
  }

  /** Changes what those inside know. */
  set items(items: readonly IndexedItem[]) {
    const index: ItemIndex = {items, byId: new Map(items.map(item => [item.id, item]))};
    this.#provider.setValue(index);
  }

  protected override render() {
    return html`<slot></slot>`;
  }
}
customElements.define('test-with-index', WithIndex);
