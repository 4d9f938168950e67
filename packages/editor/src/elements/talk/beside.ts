import {ContextConsumer} from '@lit/context';
import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {itemIndexContext} from '../../context/contexts.ts';
import {nameOf} from '../../context/item-index.ts';
import {PlanScreenOpen} from '../../events/screen-open.ts';
import {base} from '../../styles/shared-sheets.ts';
import {authors as author} from '../../words/en/authors.ts';
import {comments as say} from '../../words/en/comments.ts';
import {disagreeMark as disagree} from '../../words/en/disagree-mark.ts';
import {words} from '../../words/words.ts';
import {AgreementStore, itemCalled} from '../agreement/agreement-store.ts';
import {StoreAround} from '../agreement/store-around.ts';
import {DisagreeStore} from '../disagree/disagree-store.ts';
import {besideStyles} from './beside.styles.ts';
import {CommentStore} from './comment-store.ts';

/**
 * What one item leads to besides what people think of it: what was said beside it, who wrote it, and other words for it. Draws nothing
 * outside a plan, and on a room's screen nothing to press.
 *
 * @summary The comments and authors of one item, as buttons that open them, and what is suggested for it.
 * @event plan-screen-open - The person asks for one of them.
 */
export class PlanBeside extends LitElement {
  static override properties = {itemId: {attribute: false}, _isMore: {state: true}};
  static override styles = [base, besideStyles];
  declare itemId: string;
  /** Whether everything is offered; else only what there is, so that a plan stays a text to read. */
  declare _isMore: boolean;
  readonly #index = new ContextConsumer(this, {context: itemIndexContext, subscribe: true});
  readonly #around = new StoreAround(this, plan => CommentStore.of(plan));
  readonly #matters = new StoreAround(this, plan => DisagreeStore.of(plan));
  #drawnName: string | null = null;

  constructor() {
    super();
    this.itemId = '';
    this._isMore = false;
  }

  /** Of an index of the whole plan only what is said of this item is news. */
  protected override shouldUpdate(changed: Map<PropertyKey, unknown>): boolean {
    const before = this.#drawnName;
    this.#drawnName = this.#name();
    return changed.size > 0 || this.#drawnName !== before;
  }

  protected override render(): TemplateResult | typeof nothing {
    const store = this.#store;
    const name = this.#name();
    if (store === null || name === null) return nothing;
    const isSilent = store.known === null || store.plan.screens.isPlain;
    return html`${isSilent ? nothing : this.#buttons(store, name)}${
      this.#isInHouse
        ? nothing
        : html`<goldthread-suggest
            .itemId=${this.itemId}
            .name=${name}
            .isOffered=${this._isMore}
          ></goldthread-suggest>`
    }`;
  }

  #buttons(store: CommentStore, name: string): TemplateResult {
    const comments = this.#comments(store, name);
    // A child’s own words are there to be answered.
    const isFirst = this.#count(store) > 0 || this.#isInHouse;
    return html`${this.#notAgreed(name)}${isFirst ? comments : nothing}<button
        class="toggle quiet"
        type="button"
        aria-expanded=${this._isMore ? 'true' : 'false'}
        aria-label=${say.moreOf(name)}
        @click=${() => (this._isMore = !this._isMore)}
      >
        ${say.more}</button
      >${
        this._isMore
          ? html`${isFirst ? nothing : comments}<button
                class="toggle quiet"
                type="button"
                aria-label=${author.askOf(name)}
                @click=${() => this.#open('authors')}
              >
                ${author.ask}
              </button>`
          : nothing
      }`;
  }

  /** What is written down of it and isn't settled. */
  #notAgreed(name: string): TemplateResult | typeof nothing {
    const count = this.#matters.store?.openOn(this.itemId) ?? 0;
    if (count === 0) return nothing;
    return html`<button
      class="toggle quiet"
      type="button"
      aria-label=${`${disagree.mark(count)}. ${name}`}
      @click=${() => this.dispatchEvent(new PlanScreenOpen('disagree'))}
    >
      ${disagree.mark(count)}
    </button>`;
  }

  #comments(store: CommentStore, name: string): TemplateResult | typeof nothing {
    if (store.threadsOn(this.itemId).length === 0 && !store.maySay) return nothing;
    const isAnswered = this.#isInHouse;
    const none = isAnswered ? say.noneAnswers : say.none;
    const count = this.#count(store);
    const text = count === 0 ? none : (isAnswered ? say.someAnswers : say.some)(count);
    return html`<button
      class="toggle quiet"
      type="button"
      aria-label=${`${text}. ${name}`}
      @click=${() => this.#open('comments')}
    >
      ${text}
    </button>`;
  }

  /** What is said here and not dealt with yet. */
  #count(store: CommentStore): number {
    const open = store.threadsOn(this.itemId).filter(({resolved}) => resolved === null);
    return open.reduce((sum, {comments}) => sum + comments.length, 0);
  }

  get #store(): CommentStore | null {
    return this.#around.store;
  }

  /** A child's own words are answered, and nobody suggests others for them. */
  get #isInHouse(): boolean {
    return this.#index.value?.byId.get(this.itemId)?.root.startsWith('house:') ?? false;
  }

  #open(what: 'comments' | 'authors'): void {
    this.dispatchEvent(new PlanScreenOpen(what, null, itemCalled(this.itemId)));
  }

  /** What the item is called; null where this page doesn't know it. */
  #name(): string | null {
    const item = this.#index.value?.byId.get(this.itemId);
    if (item !== undefined) return nameOf(item);
    const plan = this.#store?.plan;
    const isNote = plan !== undefined && AgreementStore.of(plan).withheldIn(this.itemId) !== null;
    return isNote ? words.plan.privateNote : null;
  }
}
