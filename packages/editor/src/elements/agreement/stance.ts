import type {CopyReason, ItemTypeName, Stance} from '@goldthread/schema';
import {ContextConsumer} from '@lit/context';
import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {itemIndexContext} from '../../context/contexts.ts';
import {PlanScreenOpen} from '../../events/screen-open.ts';
import {nameOf, type IndexedItem} from '../../context/item-index.ts';
import {isFamily} from '../plan/view-model.ts';
import {sentenceOf} from '../screen/sentence-of.ts';
import {base} from '../../styles/shared-sheets.ts';
import {agree as say} from '../../words/en/agree.ts';
import {words as all} from '../../words/words.ts';
import type {PartyAnswer, Position} from '../../records/positions.ts';
import {AgreementStore, itemCalled} from './agreement-store.ts';
import {sendAnswer} from './answer-draft.ts';
import {answerForm, isChoice, type Told} from './answer-form.ts';
import {stanceLines} from './stance-lines.ts';
import {stanceMarks} from './stance-marks.ts';
import {stanceStyles} from './stance.styles.ts';
import {StoreAround} from './store-around.ts';
import {theirAnswers} from './their-answers.ts';

/**
 * How everybody stands to one item, in words beside it, and where this person answers: one press is an answer, words are
 * a gift. Draws nothing outside a plan, or where the server hasn't said yet what people think.
 *
 * @summary What people think of one item.
 */
export class PlanStance extends LitElement {
  static override properties = {
    itemId: {attribute: false},
    itemType: {attribute: false},
    open: {type: Boolean, reflect: true},
    _words: {state: true},
    _told: {state: true},
  };
  static override styles = [base, stanceStyles];
  declare itemId: string;
  declare itemType: ItemTypeName;
  declare open: boolean;
  /** What is in the box; null while nobody wrote in it. */
  declare _words: string | null;
  declare _told: Told;
  readonly #index = new ContextConsumer(this, {context: itemIndexContext, subscribe: true});
  #drawnName: string | null = null;
  readonly #around = new StoreAround(this, plan => AgreementStore.of(plan));
  /** What the next answer has to expect, where the server said so since. */
  #version: number | null = null;
  #isBusy = false;

  constructor() {
    super();
    this.itemId = '';
    this.itemType = 'need';
    this.open = false;
    this._words = null;
    this._told = {kind: 'nothing'};
  }

  /** Of an index of the whole plan only what is said of this item is news. */
  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    const before = this.#drawnName;
    this.#drawnName = this.#store === null ? null : this.#itemName(this.#store);
    return changed.size > 0 || this.#drawnName !== before;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get('itemId') === undefined || !changed.has('itemId')) return;
    this.open = false;
    this._words = null;
    this._told = {kind: 'nothing'};
    this.#version = null;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.get('open') === true && !this.open) this.#focus('.toggle');
    if (changed.get('open') === false && this.open) this.#focus('.panel');
    if (changed.has('_told') && ['problem', 'copied'].includes(this._told.kind)) this.#focus('.problem');
  }

  protected override render(): TemplateResult {
    const beside = html`<goldthread-beside .itemId=${this.itemId}></goldthread-beside>`;
    const store = this.#store;
    if (store === null || !store.isKnown || !this.#isAskedAbout()) return beside;
    if (this.#itemName(store) === null) return beside;
    const positions = store.positionsOn(this.itemId);
    if (positions.length === 0 && !store.mayAnswer) return beside;
    return html`<p class="sum">
        ${stanceLines(positions).map(
          ({stance, text}) => html`<span class=${stance}>${stanceMarks[stance]}${text} </span>`,
        )}
        <button
          class="toggle quiet"
          type="button"
          aria-expanded=${this.open ? 'true' : 'false'}
          aria-label=${this.#toggleName(store)}
          @click=${() => (this.open = !this.open)}
        >
          ${this.#toggleText(store)}
        </button>
        ${beside}
      </p>
      ${this.open ? this.#panel(store, positions) : nothing}`;
  }

  get #store(): AgreementStore | null {
    return this.#around.store;
  }

  /** A child's words in a house are nobody's to agree with: an answer to them is something else. */
  #isAskedAbout(): boolean {
    const root = this.#item?.root;
    return root === undefined ? this.itemType !== 'statement' : !root.startsWith('house:');
  }

  get #item(): IndexedItem | undefined {
    return this.#index.value?.byId.get(this.itemId);
  }

  #toggleText(store: AgreementStore): string {
    const mine = this.#mine(store);
    if (!store.mayAnswer) return say.theirsMore;
    if (mine === undefined) return say.ask;
    const isAgency = store.mine?.kind === 'agency';
    return (isAgency ? say.ours : say.mine)[mine.stance] + (mine.isBeforeLastChange ? `, ${say.before}` : '');
  }

  /** Every item has such a button, so its name has the item in it. */
  #toggleName(store: AgreementStore): string {
    const text = this.#toggleText(store);
    return `${text}${text.endsWith('?') ? '' : '.'} ${this.#itemName(store) ?? ''}`;
  }

  /** What it is called; null where this page doesn't know it yet. */
  #itemName(store: AgreementStore): string | null {
    if (this.#item !== undefined) return nameOf(this.#item);
    return store.withheldIn(this.itemId) === null ? null : all.plan.privateNote;
  }

  #mine(store: AgreementStore): Position | undefined {
    return store.positionsOn(this.itemId).find(one => one.party === store.mine?.key);
  }

  #panel(store: AgreementStore, positions: readonly Position[]): TemplateResult {
    const form = this.#form(store);
    const theirs = theirAnswers(positions, store.partiesOn(this.itemId));
    // A family is asked; who else thinks what comes after.
    const ownFirst = isFamily(store.plan.source?.facts ?? null);
    return html`<div
      class="panel"
      role="group"
      tabindex="-1"
      aria-label=${say.panelOf(this.#itemName(store) ?? '')}
      @keydown=${this.#onKey}
    >
      ${ownFirst ? [form, theirs] : [theirs, form]}
      <button class="quiet" type="button" @click=${() => (this.open = false)}>${say.done}</button>
    </div>`;
  }

  #form(store: AgreementStore): TemplateResult | typeof nothing {
    const facts = store.plan.source?.facts ?? null;
    const party = store.mine;
    if (!store.mayAnswer || facts === null || party === null) return nothing;
    const mine = this.#mine(store);
    return answerForm({
      ...{facts, party, mine},
      words: this._words ?? mine?.words ?? '',
      told: this._told,
      isPrivate: store.withheldIn(this.itemId) !== null,
      write: words => (this._words = words),
      answer: (stance, copyReason) => void this.#answer(stance, copyReason),
      saveWords: () => this.#saveWords(mine),
      disagree: () => this.dispatchEvent(new PlanScreenOpen('disagree', null, itemCalled(this.itemId))),
    });
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.open = false;
  };

  #saveWords(mine: Position | undefined): void {
    if (mine === undefined || !isChoice(mine.stance))
      this._told = {kind: 'problem', sentence: say.chooseFirst};
    else void this.#answer(mine.stance);
  }

  async #answer(stance: Stance, copyReason: CopyReason | null = null): Promise<void> {
    const store = this.#store;
    const source = store?.plan.source ?? null;
    const me = source?.facts?.me;
    if (store === null || source === null || me === undefined || this.#isBusy) return;
    const mine = this.#mine(store);
    const words = (this._words ?? mine?.words ?? '').trim();
    this.#isBusy = true;
    this._told = {kind: 'nothing'};
    const version = this.#version ?? mine?.version ?? 0;
    const draft = {stance, words: stance === 'noAnswer' ? '' : words, version, copyReason};
    const answer = await sendAnswer(source.http, itemCalled(this.itemId), me.id, draft);
    this.#isBusy = false;
    if (answer.ok) {
      this.#version = null;
      this._words = null;
      await store.load();
      this._told = {kind: 'saved'};
      return;
    }
    const {error} = answer;
    if (error.kind === 'copied') this._told = {kind: 'copied', stance};
    else if (error.kind === 'refused') this._told = {kind: 'problem', sentence: sentenceOf(error.problem)};
    else {
      this.#version = error.version;
      await store.load();
      this._told = {kind: 'problem', sentence: otherSentence(error.answer)};
    }
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

/** What one's own side said meanwhile, words included: it is one's own side's. */
function otherSentence(answer: PartyAnswer | null): string {
  if (answer === null) return `${say.otherNobody} ${say.pressAgain}`;
  const words = answer.words === '' ? '' : ` ${say.quoted(answer.words)}`;
  const what = say.plain[answer.stance] + words;
  return `${say.other(answer.byName ?? say.someone, what)} ${say.pressAgain}`;
}
