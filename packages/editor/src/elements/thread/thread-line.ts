import {ContextConsumer} from '@lit/context';
import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {itemIndexContext} from '../../context/contexts.ts';
import {EMPTY_INDEX, type IndexedItem} from '../../context/item-index.ts';
import {threadOf} from '../../context/thread-of.ts';
import {base} from '../../styles/shared-sheets.ts';
import {words} from '../../words/words.ts';
import {threadLineStyles} from './thread-line.styles.ts';

/**
 * A bead and the letters of what an item is tied to. Shows nothing where an item is tied to nothing; pressing it
 * opens the thread in place.
 *
 * @summary What an item is linked to, in one short line, and the whole thread on asking.
 */
export class ThreadLine extends LitElement {
  static override properties = {itemId: {attribute: false}, open: {type: Boolean, reflect: true}};
  static override styles = [base, threadLineStyles];
  declare itemId: string;
  declare open: boolean;
  readonly #index = new ContextConsumer(this, {context: itemIndexContext, subscribe: true});
  #tied: readonly IndexedItem[] = [];

  constructor() {
    super();
    this.itemId = '';
    this.open = false;
  }

  /** A new index of the whole plan is of interest for what this item is tied to only. */
  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    const before = this.#tied;
    this.#tied = threadOf(this.#index.value ?? EMPTY_INDEX, this.itemId);
    const isSame = before.length === this.#tied.length && before.every((item, at) => item === this.#tied[at]);
    return changed.size > 0 || !isSame;
  }

  protected override render(): TemplateResult {
    const tied = this.#tied;
    const others = tied.filter(item => item.id !== this.itemId);
    this.toggleAttribute('tied', others.length > 0);
    if (others.length === 0) return html`${nothing}`;
    const letters = others.map(item => item.label || words.item.unlettered).join(', ');
    return html`<button
        class="toggle"
        type="button"
        aria-expanded=${this.open ? 'true' : 'false'}
        @click=${() => (this.open = !this.open)}
      >
        <i></i><span>${words.item.tiedTo(letters)}</span>
      </button>
      ${this.open ? html`<goldthread-thread .tied=${tied} .self=${this.itemId}></goldthread-thread>` : nothing}`;
  }
}
