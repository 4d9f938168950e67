import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {nameOf} from '../../context/item-index.ts';
import {PlanScreenClose} from '../../events/screen-close.ts';
import type {Proposal} from '../../records/proposals.ts';
import {base} from '../../styles/shared-sheets.ts';
import {screen} from '../../words/en/screen.ts';
import {suggested as say} from '../../words/en/suggested.ts';
import {words} from '../../words/words.ts';
import {Following} from '../agreement/following.ts';
import type {PlanHost} from '../plan/plan-host.ts';
import {formStyles} from '../screen/form.styles.ts';
import {differenceStyles} from './difference.styles.ts';
import {itemStateOf, STATES} from './item-state.ts';
import {standingOf} from './standing-words.ts';
import {suggestedLines, type SuggestedItem} from './suggested-lines.ts';
import {suggestedStyles} from './suggested.styles.ts';
import {SuggestionStore} from './suggestion-store.ts';

/**
 * Every item for which somebody suggested other words, by how far it has come, with both wordings where both stand and the reason of
 * every answer. It shows what this reader receives and nothing else.
 *
 * @summary What was suggested for the whole plan, and what was answered.
 * @event plan-screen-close - The person goes to an item.
 */
export class PlanSuggested extends LitElement {
  static override properties = {plan: {attribute: false}};
  static override styles = [base, formStyles, differenceStyles, suggestedStyles];
  declare plan: PlanHost;

  constructor() {
    super();
    new Following(this, () => [this.#store]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#store.load();
  }

  protected override render(): TemplateResult {
    return html`<goldthread-screen .heading=${say.title}>${this.#content()}</goldthread-screen>`;
  }

  #content(): TemplateResult {
    const {known} = this.#store;
    if (known === null) return html`<p role="status">${screen.looking}</p>`;
    const items = [...Map.groupBy(known, one => one.item)].flatMap(([id, all]) => this.#item(id, all) ?? []);
    if (items.length === 0) return html`<p>${say.none} ${say.noneHint}</p>`;
    return html`<p class="hint">${say.intro}</p>
      ${STATES.map(state => {
        const group = items.filter(one => one.state.state === state);
        return group.length === 0
          ? nothing
          : html`<h2>${say.groups[state]}</h2>
              <ul>
                ${group.map(suggestedLines)}
              </ul>`;
      })}`;
  }

  #item(id: string, proposals: readonly Proposal[]): SuggestedItem | null {
    const {source, index} = this.plan;
    const state = itemStateOf(proposals);
    const item = index.byId.get(id);
    if (state === null) return null;
    return {
      state,
      name: item === undefined ? words.plan.privateNote : nameOf(item),
      facts: source?.facts ?? null,
      proposals: proposals.map(one => {
        const open = source?.docs.get(one.compartmentId);
        return [one, open === undefined ? null : standingOf(open.doc, one)];
      }),
      goTo:
        item === undefined
          ? null
          : () => {
              this.dispatchEvent(new PlanScreenClose());
              void this.plan.goTo(item.root, item.id);
            },
    };
  }

  get #store(): SuggestionStore {
    return SuggestionStore.of(this.plan);
  }
}
