import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {nameOf, type IndexedItem} from '../../context/item-index.ts';
import {PlanScreenClose} from '../../events/screen-close.ts';
import {PlanScreenOpen} from '../../events/screen-open.ts';
import {base} from '../../styles/shared-sheets.ts';
import {stand as say} from '../../words/en/agree.ts';
import {people} from '../../words/en/people.ts';
import {screen} from '../../words/en/screen.ts';
import type {PlanHost} from '../plan/plan-host.ts';
import {formStyles} from '../screen/form.styles.ts';
import {AgreementStore} from './agreement-store.ts';
import {Following} from './following.ts';
import {standingIn, stanceLines, type Standing} from './stance-lines.ts';
import {stanceMarks} from './stance-marks.ts';
import {standStyles} from './stand.styles.ts';

/** The order in which a room goes through a plan. */
const GROUPS = ['differ', 'missing', 'agreed'] as const satisfies readonly Standing[];

/** What leads from here to what each side says in its own words. */
const OTHERS = ['disagree', 'suggested'] as const;

/**
 * Where a room stands: every item of which somebody was asked, what is seen in different ways first, each in words. It counts
 * what this reader receives and nothing else, and adds nothing up across items.
 *
 * @summary Where everybody stands.
 * @event plan-screen-close - The person has closed it.
 * @event plan-screen-open - The person asks for the record of what people don't agree on, or for what was suggested.
 */
export class PlanStand extends LitElement {
  static override properties = {plan: {attribute: false}};
  static override styles = [base, formStyles, standStyles];
  declare plan: PlanHost;

  constructor() {
    super();
    new Following(this, () => [this.#store]);
  }

  protected override firstUpdated(): void {
    if (!this.#store.isKnown) void this.#store.load();
  }

  protected override render(): TemplateResult {
    return html`<goldthread-screen .heading=${say.title}>${this.#content()}</goldthread-screen>`;
  }

  #content(): TemplateResult {
    const store = this.#store;
    if (!store.isKnown) return html`<p role="status">${screen.looking}</p>`;
    const groups = Map.groupBy(this.plan.index.items, item => standingIn(store.positionsOn(item.id)));
    const count = (standing: Standing): number => groups.get(standing)?.length ?? 0;
    if (GROUPS.every(standing => count(standing) === 0))
      return html`${this.#others()}
        <h2>${say.none}</h2>
        <p>${say.noneHint}</p>`;
    return html`${this.#others()}
      <p class="hint">${say.intro}</p>
      <p>
        ${GROUPS.filter(standing => count(standing) > 0).map(standing => html`${say.counts[standing](count(standing))} `)}
      </p>
      ${GROUPS.map(standing => this.#group(store, standing, groups.get(standing) ?? []))}
      ${this.#untouched(groups.get('untouched') ?? [])}`;
  }

  /** Where the words of each side stand; nowhere that others look too. */
  #others(): TemplateResult | typeof nothing {
    const offered = OTHERS.filter(name => this.plan.screens.offers(name));
    if (offered.length === 0) return nothing;
    return html`<p class="buttons">
      ${offered.map(
        name =>
          html`<button
            class="quiet"
            type="button"
            @click=${() => this.dispatchEvent(new PlanScreenOpen(name))}
          >
            ${say[name]}
          </button>`,
      )}
    </p>`;
  }

  #group(
    store: AgreementStore,
    standing: (typeof GROUPS)[number],
    items: readonly IndexedItem[],
  ): TemplateResult | typeof nothing {
    if (items.length === 0) return nothing;
    return html`<h2>${say[standing]}</h2>
      <ul>
        ${items.map(
          item =>
            html`<li>
              <button
                class="quiet"
                type="button"
                aria-label=${say.goTo(nameOf(item))}
                @click=${() => this.#goTo(item)}
              >
                ${nameOf(item)}
              </button>
              <div>
                ${item.label === '' ? nothing : html`<p class="words">${item.words}</p>`}
                <p class="sum">
                  ${stanceLines(store.positionsOn(item.id)).map(
                    ({stance, text}) => html`<span class=${stance}>${stanceMarks[stance]}${text} </span>`,
                  )}
                </p>
              </div>
            </li>`,
        )}
      </ul>`;
  }

  /** A long list of what nobody was asked about would bury what a room has to talk about. */
  #untouched(items: readonly IndexedItem[]): TemplateResult | typeof nothing {
    const named = items.filter(({label}) => label !== '');
    if (named.length === 0) return nothing;
    return html`<h2>${say.untouched}</h2>
      <p class="note">${say.untouchedIs(people.and(named.map(nameOf)))}</p>`;
  }

  #goTo(item: IndexedItem): void {
    this.dispatchEvent(new PlanScreenClose());
    void this.plan.goTo(item.root, item.id);
  }

  get #store(): AgreementStore {
    return AgreementStore.of(this.plan);
  }
}
