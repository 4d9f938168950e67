import type {CopyReason} from '@goldthread/schema';
import {html, LitElement, nothing, render, type PropertyValues, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {openProposal, type Proposal} from '../../records/proposals.ts';
import {base} from '../../styles/shared-sheets.ts';
import {suggest as say} from '../../words/en/suggest.ts';
import {itemCalled} from '../agreement/agreement-store.ts';
import {planAround} from '../agreement/plan-around.ts';
import {isFamily} from '../plan/view-model.ts';
import {copyReasonChoice} from '../screen/copy-reason-choice.ts';
import {notTaken, type Told} from './not-taken.ts';
import {SuggestionStore} from './suggestion-store.ts';
import {suggestStyles} from './suggest.styles.ts';
import {whyForm} from './why-form.ts';

/**
 * Where somebody begins to suggest other words for one item, beside it. What was suggested stands below the item, in the light
 * DOM, where words are edited.
 *
 * @summary Suggests other words for one item.
 */
export class PlanSuggest extends LitElement {
  static override properties = {
    itemId: {attribute: false},
    name: {attribute: false},
    isOffered: {attribute: false},
    _isAsking: {state: true},
    _isAll: {state: true},
    _why: {state: true},
    _told: {state: true},
    _news: {state: true},
  };
  static override styles = [base, suggestStyles];
  declare itemId: string;
  /** What the item is called. */
  declare name: string;
  /** Whether it is offered to those too who may change the words themselves. */
  declare isOffered: boolean;
  declare _isAsking: boolean;
  /** Whether what is over is shown too. */
  declare _isAll: boolean;
  declare _why: string;
  declare _told: Told;
  /** Counts how often the store told something new. */
  declare _news: number;
  /** What was suggested, below the item. */
  readonly #list = document.createElement('div');
  #store: SuggestionStore | null = null;
  #isBusy = false;

  constructor() {
    super();
    this.itemId = '';
    this.name = '';
    this.isOffered = true;
    this._isAsking = false;
    this._isAll = false;
    this._why = '';
    this._told = {kind: 'nothing'};
    this._news = 0;
    this.#list.className = 'goldthread-suggestions';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const plan = planAround(this);
    this.#store = plan === null ? null : SuggestionStore.of(plan);
    this.#store?.addEventListener('change', this.#onChange);
    this._news += 1;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#store?.removeEventListener('change', this.#onChange);
    this.#store = null;
    this.#list.remove();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('itemId')) return;
    this._isAsking = false;
    this._isAll = false;
    this._why = '';
    this._told = {kind: 'nothing'};
  }

  protected override updated(changed: PropertyValues): void {
    this.#showList();
    if (changed.get('_isAsking') === false && this._isAsking) this.#focus('textarea');
    if (changed.get('_isAsking') === true && !this._isAsking) this.#focus('.ask');
    if (changed.has('_told') && this._told.kind !== 'nothing') this.#focus('.problem');
  }

  protected override render(): TemplateResult | typeof nothing {
    const store = this.#store;
    if (store === null || store.known === null) return nothing;
    const all = store.on(this.itemId);
    const over = all.filter(isOver);
    return html`${this.#mayAsk(store, all) ? this.#ask(store) : nothing}
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
    if (!this.isOffered && !this._isAsking && this.#mayType(store)) return false;
    return !all.some(({state, choices}) => isOpenState(state) && choices.includes('withdraw'));
  }

  #ask(store: SuggestionStore): TemplateResult {
    const {source} = store;
    const what = isFamily(source?.facts ?? null) ? say.askFamily : say.ask;
    // Where somebody may not type, this is what they have.
    return html`<button
      class="ask ${this.#mayType(store) ? 'quiet' : 'btn second'}"
      type="button"
      aria-expanded=${this._isAsking ? 'true' : 'false'}
      aria-label=${say.askOf(what, this.name)}
      @click=${() => (this._isAsking = !this._isAsking)}
    >
      ${what}
    </button>`;
  }

  #mayType({plan, source}: SuggestionStore): boolean {
    const root = plan.index.byId.get(this.itemId)?.root;
    return root !== undefined && source?.docFor(root)?.mayWrite(root) === true;
  }

  #form(): TemplateResult {
    return html`<div class="panel" role="group" aria-label=${say.askOf(say.ask, this.name)}>
      ${whyForm({
        label: say.askWhy,
        why: this._why,
        sendLabel: say.start,
        write: why => (this._why = why),
        send: () => void this.#open(),
        cancel: () => (this._isAsking = false),
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
    const store = this.#store;
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
    this._isAsking = false;
    this._why = '';
    store.wanted = answer.value;
    await store.load();
  }

  readonly #onChange = (): void => void (this._news += 1);

  /** Below whatever holds the line in which this stands. */
  #showList(): void {
    const store = this.#store;
    const all = store?.on(this.itemId) ?? [];
    const shown = this._isAll ? all : all.filter(one => !isOver(one));
    if (store === null || shown.length === 0) {
      this.#list.remove();
      return;
    }
    const {plan} = store;
    const line = lightHostOf(this);
    if (line !== null && line.nextElementSibling !== this.#list) line.after(this.#list);
    render(
      repeat(
        shown,
        one => one.id,
        one =>
          html`<goldthread-suggestion
            .plan=${plan}
            .proposal=${one}
            .answered=${all.find(other => other.id === one.answersTo) ?? null}
            .name=${this.name}
          ></goldthread-suggestion>`,
      ),
      this.#list,
    );
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

function isOver({state}: Proposal): boolean {
  return state === 'agreed' || state === 'withdrawn';
}

function isOpenState(state: Proposal['state']): boolean {
  return state === 'proposed' || state === 'countered';
}

/** The element of the page, outside every shadow root but the section's, in which something stands. */
function lightHostOf(element: Element): Element | null {
  let current = element;
  for (;;) {
    const root = current.getRootNode();
    if (!(root instanceof ShadowRoot)) return current;
    if (root.host.closest('.goldthread-item-facts') !== null) return root.host;
    current = root.host;
  }
}
