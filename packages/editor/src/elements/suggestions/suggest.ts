import type {CopyReason} from '@goldthread/schema';
import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {openProposal, type Proposal} from '../../records/proposals.ts';
import {base} from '../../styles/shared-sheets.ts';
import {suggest as say} from '../../words/en/suggest.ts';
import {itemCalled} from '../agreement/agreement-store.ts';
import {StoreAround} from '../agreement/store-around.ts';
import {copyReasonChoice} from '../screen/copy-reason-choice.ts';
import {askButton, askIn} from './ask-button.ts';
import {BelowItem} from './below-item.ts';
import {isOver, isOwnAndOpen} from './item-state.ts';
import {notTaken, type Told} from './not-taken.ts';
import {SuggestionStore, type Taker} from './suggestion-store.ts';
import {suggestStyles} from './suggest.styles.ts';
import {TapOffer} from './tap-offer.ts';
import type {TypedWords} from './typed-words.ts';
import {typedBox} from './typed-box.ts';
import {whyForm} from './why-form.ts';

/**
 * Where somebody begins to suggest other words for one item, beside it: with a button, or by typing on words that they may not
 * change. What was suggested stands below the item, in the light DOM, where words are edited.
 *
 * @summary Suggests other words for one item.
 */
export class PlanSuggest extends LitElement {
  static override properties = {
    itemId: {attribute: false},
    name: {attribute: false},
    isOffered: {attribute: false},
    _isAsking: {state: true},
    _typed: {state: true},
    _isAll: {state: true},
    _why: {state: true},
    _told: {state: true},
  };
  static override styles = [base, suggestStyles];
  declare itemId: string;
  /** What the item is called. */
  declare name: string;
  /** Whether it is offered to those too who may change the words themselves. */
  declare isOffered: boolean;
  declare _isAsking: boolean;
  /** What was typed on the item, which goes into the words. */
  declare _typed: TypedWords | null;
  /** Whether what is over is shown too. */
  declare _isAll: boolean;
  declare _why: string;
  declare _told: Told;
  readonly #around = new StoreAround(this, plan => SuggestionStore.of(plan));
  readonly #below = new BelowItem();
  readonly #offer = new TapOffer(this);
  #isBusy = false;

  constructor() {
    super();
    this.itemId = '';
    this.name = '';
    this.isOffered = true;
    this._isAsking = false;
    this._typed = null;
    this._isAll = false;
    this._why = '';
    this._told = {kind: 'nothing'};
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#around.store?.takers.set(this.itemId, this.#taker);
  }

  override disconnectedCallback(): void {
    this.#letGo(this.itemId);
    super.disconnectedCallback();
    this.#below.remove();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('itemId')) return;
    this.#letGo(changed.get('itemId') ?? '');
    this.#around.store?.takers.set(this.itemId, this.#taker);
    this._isAll = false;
    this._why = '';
    this.#close();
  }

  protected override updated(changed: PropertyValues): void {
    this.#showList();
    if (changed.get('_isAsking') === false && this._isAsking)
      this.#focus(this._typed === null ? 'textarea' : 'input');
    if (changed.get('_isAsking') === true && !this._isAsking) this.#focus('.ask');
    if (changed.has('_told') && this._told.kind !== 'nothing') this.#focus('.problem');
  }

  protected override render(): TemplateResult | typeof nothing {
    const {store} = this.#around;
    if (store === null || store.known === null) return nothing;
    const all = store.on(this.itemId);
    const over = all.filter(isOver);
    const mayAsk = this.#mayAsk(store, all);
    return html`${mayAsk ? [this.#tapOffer(store), this.#ask(store)] : nothing}
    ${
      over.length === 0
        ? nothing
        : html`<button
            class="quiet"
            type="button"
            aria-expanded=${this._isAll ? 'true' : 'false'}
            aria-label=${say.askOf(say.earlier(over.length), this.name)}
            @click=${() => (this._isAll = !this._isAll)}
          >
            ${say.earlier(over.length)}
          </button>`
    }
    ${this._isAsking ? this.#form() : nothing}`;
  }

  /** A side suggests once at a time; what it suggests already is below. */
  #mayAsk(store: SuggestionStore, all: readonly Proposal[]): boolean {
    const {plan, source} = store;
    const facts = source?.facts ?? null;
    if (facts === null || facts.stage === 'ceased' || plan.screens.isPlain) return false;
    if (plan.index.byId.get(this.itemId)?.isVerbatim === true) return false;
    if (!this.isOffered && !this._isAsking && store.mayType(this.itemId)) return false;
    return !all.some(isOwnAndOpen);
  }

  #tapOffer(store: SuggestionStore): TemplateResult | typeof nothing {
    const what = askIn(store);
    return this.#offer.template(what, say.askOf(what, this.name), ({stretch}) => {
      this.#offer.hide();
      this._typed = {text: '', stretch, isApart: true};
      this._isAsking = true;
    });
  }

  #ask(store: SuggestionStore): TemplateResult {
    const asked = {itemId: this.itemId, name: this.name, isOpen: this._isAsking};
    return askButton(store, asked, () => {
      if (this._isAsking) this.#close();
      else this._isAsking = true;
    });
  }

  #form(): TemplateResult {
    return html`<div class="panel" role="group" aria-label=${say.askOf(say.ask, this.name)}>
      ${
        this._typed === null
          ? nothing
          : typedBox(this._typed, {
              write: typed => (this._typed = typed),
              send: () => void this.#open(),
              cancel: () => this.#close(),
            })
      }
      ${whyForm({
        label: say.askWhy,
        why: this._why,
        sendLabel: say.start,
        write: why => (this._why = why),
        send: () => void this.#open(),
        cancel: () => this.#close(),
      })}
      ${this.#problem()}
    </div>`;
  }

  #problem(): TemplateResult | typeof nothing {
    const told = this._told;
    if (told.kind === 'copied') return copyReasonChoice(reason => void this.#open(reason));
    if (told.kind === 'nothing') return nothing;
    return html`<p class="problem" tabindex="-1" role="alert">${told.sentence}</p>`;
  }

  async #open(copyReason: CopyReason | null = null): Promise<void> {
    const {store} = this.#around;
    const http = store?.source?.http;
    if (store === null || http === undefined || this.#isBusy) return;
    this.#isBusy = true;
    this._told = {kind: 'nothing'};
    const said = {reason: this._why.trim(), copyReason};
    const answer = await openProposal(http, itemCalled(this.itemId), said);
    this.#isBusy = false;
    if (!answer.ok) {
      this._told = notTaken(answer.error);
      return;
    }
    store.wanted = {id: answer.value, typed: this._typed};
    this._why = '';
    this.#close();
    await store.load();
  }

  /** What is typed on the item goes into what its side suggests already, or asks first whether anything is to be suggested. */
  readonly #taker: Taker = {
    type: ({text, stretch}) => {
      const {store} = this.#around;
      if (store === null || store.known === null) return false;
      const all = store.on(this.itemId);
      const own = all.find(isOwnAndOpen);
      if (own !== undefined) {
        store.wanted = {id: own.id, typed: text === null ? null : {text, stretch: null}};
        this.#below.look(own.id);
        return true;
      }
      if (!this.#mayAsk(store, all)) return false;
      if (this._isAsking) this.#focus('textarea');
      else {
        this._typed = text === null ? null : {text, stretch};
        this._isAsking = true;
      }
      return true;
    },
    tap: tapped => {
      const {store} = this.#around;
      if (store === null || store.known === null || this._isAsking) return;
      if (!this.#mayAsk(store, store.on(this.itemId))) return;
      this.#offer.show(tapped, store.plan, say.offered(askIn(store)));
    },
  };

  #letGo(itemId: string): void {
    const takers = this.#around.store?.takers;
    if (takers?.get(itemId) === this.#taker) takers.delete(itemId);
  }

  #close(): void {
    this._isAsking = false;
    this._typed = null;
    this._told = {kind: 'nothing'};
  }

  #showList(): void {
    const {store} = this.#around;
    const all = store?.on(this.itemId) ?? [];
    const shown = this._isAll ? all : all.filter(one => !isOver(one));
    if (store === null || shown.length === 0) this.#below.remove();
    else this.#below.show(this, store.plan, shown, all, this.name);
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
