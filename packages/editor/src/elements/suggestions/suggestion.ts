import type {CopyReason} from '@goldthread/schema';
import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {answerProposal, counterProposal, type Proposal} from '../../records/proposals.ts';
import {base} from '../../styles/shared-sheets.ts';
import {suggest as say} from '../../words/en/suggest.ts';
import {marks} from '../marks.ts';
import type {PlanHost} from '../plan/plan-host.ts';
import {copyReasonChoice} from '../screen/copy-reason-choice.ts';
import {differenceStyles} from './difference.styles.ts';
import {differenceView} from './difference-view.ts';
import {factFields} from './fact-fields.ts';
import {notTaken, type Told} from './not-taken.ts';
import {StandingWatch} from './standing-watch.ts';
import {itemTypeOf} from './standing-words.ts';
import {SuggestedWords} from './suggested-words.ts';
import {SuggestionStore} from './suggestion-store.ts';
import {suggestionActs} from './suggestion-acts.ts';
import {suggestionStyles} from './suggestion.styles.ts';
import {stateLine, stepLines, titleOf} from './suggestion-lines.ts';
import {whyForm} from './why-form.ts';

type Choice = Proposal['choices'][number];

/**
 * Other words that one side suggests for an item: who, how they differ, why, how far it has come, and what this person may do
 * about it. Its own side types in them here, in the light DOM.
 *
 * @summary Other words that a side suggests for an item.
 * @slot words - The editor of its own side.
 */
export class PlanSuggestion extends LitElement {
  static override properties = {
    plan: {attribute: false},
    proposal: {attribute: false},
    answered: {attribute: false},
    name: {attribute: false},
    _isRefusing: {state: true},
    _isFacts: {state: true},
    _why: {state: true},
    _told: {state: true},
  };
  static override styles = [base, differenceStyles, suggestionStyles];
  declare plan: PlanHost | null;
  declare proposal: Proposal | null;
  /** The suggestion that these words answer. */
  declare answered: Proposal | null;
  /** What the item is called. */
  declare name: string;
  declare _isRefusing: boolean;
  /** Whether its side fills in facts. */
  declare _isFacts: boolean;
  declare _why: string;
  declare _told: Told;
  readonly #words = new SuggestedWords(this, () => this.requestUpdate());
  readonly #watch = new StandingWatch(() => this.requestUpdate());
  #isBusy = false;
  #copied: Choice = 'refuse';

  constructor() {
    super();
    this.plan = null;
    this.proposal = null;
    this.answered = null;
    this.name = '';
    this._isRefusing = false;
    this._isFacts = false;
    this._why = '';
    this._told = {kind: 'nothing'};
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch.follow(null, null);
    this.#words.unmount();
  }

  protected override willUpdate(): void {
    const {plan, proposal} = this;
    if (!this.isConnected || plan === null || proposal === null) return;
    this.#watch.follow(proposal, plan.source?.docs.get(proposal.compartmentId) ?? null);
  }

  protected override updated(changed: PropertyValues): void {
    const {plan, proposal} = this;
    const {open} = this.#watch;
    if (plan === null || proposal === null || open === null || !this.isConnected) return;
    this.#words.show(plan, open, proposal, itemTypeOf(proposal), say.box);
    const store = SuggestionStore.of(plan);
    const {wanted} = store;
    if (wanted?.id === proposal.id && this.#words.focus(wanted.typed)) store.wanted = null;
    if (changed.get('_isRefusing') === false && this._isRefusing) this.#focus('textarea');
    if (changed.get('_isRefusing') === true && !this._isRefusing) this.#focus('.refuse');
    if (changed.has('_told') && this._told.kind !== 'nothing') this.#focus('.problem');
  }

  protected override render(): TemplateResult | typeof nothing {
    const {proposal, plan} = this;
    if (proposal === null || plan === null) return nothing;
    const isOwn = proposal.choices.includes('withdraw');
    const steps = stepLines(proposal);
    return html`<div class="frame" role="group" aria-labelledby="title">
      ${pen}
      <p id="title">${titleOf(proposal, this.answered, isOwn, plan.source?.facts ?? null)}</p>
      ${this.#isTyping ? this.#box() : nothing} ${this.#difference(proposal, isOwn)}
      <p class="note">${proposal.reason === '' ? say.noWhy : say.why(proposal.reason)}</p>
      <p class="note">${stateLine(proposal)}</p>
      ${steps.map(line => html`<p class="steps">${line}</p>`)} ${this.#acts(proposal)}
      ${this._isRefusing ? this.#refusing() : nothing} ${this.#problem()}
    </div>`;
  }

  get #isTyping(): boolean {
    const {proposal} = this;
    return proposal !== null && this.#watch.open?.writableRoots.includes(proposal.root) === true;
  }

  #box(): TemplateResult {
    const isPrivate = this.#watch.open?.kind === 'withheld';
    return html`<p class="box">${say.box}</p>
      <slot name="words"></slot>
      ${factFields(this.#words.facts, this._isFacts, isOpen => (this._isFacts = isOpen))}
      <p class="note">${isPrivate ? say.livePrivate : say.live}</p>`;
  }

  #difference(proposal: Proposal, isOwn: boolean): TemplateResult | typeof nothing {
    const {state} = proposal;
    const {standing} = this.#watch;
    // What is agreed stands in the plan, and what was taken back is nobody's any more.
    if (standing === null || state === 'agreed' || state === 'withdrawn') return nothing;
    if (standing.isSame) return isOwn ? html`<p class="note">${say.same}</p>` : nothing;
    return html`${standing.saw === null ? this.#asksAgain(isOwn) : nothing}
    ${differenceView(standing.difference, standing.facts)}`;
  }

  #asksAgain(isOwn: boolean): TemplateResult {
    return html`<p class="note">${say.asksAgain} ${isOwn ? say.asksAgainOwn : nothing}</p>`;
  }

  #acts(proposal: Proposal): TemplateResult | typeof nothing {
    const {standing} = this.#watch;
    if (standing === null) return nothing;
    return suggestionActs(proposal, standing, {
      refuse: () => (this._isRefusing = !this._isRefusing),
      answer: choice => void this.#answer(choice),
    });
  }

  #refusing(): TemplateResult {
    return whyForm({
      label: say.whyNot,
      why: this._why,
      sendLabel: say.sayNo,
      write: why => (this._why = why),
      send: () => void this.#answer('refuse'),
      cancel: () => (this._isRefusing = false),
    });
  }

  #problem(): TemplateResult | typeof nothing {
    const told = this._told;
    if (told.kind === 'copied') return copyReasonChoice(reason => void this.#answer(this.#copied, reason));
    if (told.kind === 'nothing') return nothing;
    return html`<p class="problem" tabindex="-1" role="alert">${told.sentence}</p>`;
  }

  async #answer(choice: Choice, copyReason: CopyReason | null = null): Promise<void> {
    const {plan, proposal} = this;
    const http = plan?.source?.http;
    if (plan === null || proposal === null || http === undefined || this.#isBusy) return;
    this.#isBusy = true;
    this._told = {kind: 'nothing'};
    const said = {reason: choice === 'refuse' ? this._why.trim() : '', copyReason};
    const saw = choice === 'accept' ? (this.#watch.standing?.saw ?? null) : null;
    const answer =
      choice === 'counter'
        ? await counterProposal(http, proposal.id, said)
        : await answerProposal(http, proposal.id, choice, said, saw);
    this.#isBusy = false;
    if (!answer.ok) {
      this.#copied = choice;
      this._told = notTaken(answer.error);
      this.#watch.look();
      return;
    }
    const store = SuggestionStore.of(plan);
    if (typeof answer.value === 'string') store.wanted = {id: answer.value, typed: null};
    this._isRefusing = false;
    this._why = '';
    // What was answered may be gone from here with the next list, so the page itself says it.
    plan.news = say.done[choice];
    await store.load();
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

const pen = html`<span class="pen" aria-hidden="true">${marks.pen}</span>`;
