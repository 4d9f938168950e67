import {mayBreakGlass} from '@goldthread/schema';
import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {PlanSource} from '../../context/plan-source.ts';
import {PlanScreenClose} from '../../events/screen-close.ts';
import {PlanScreenOpen} from '../../events/screen-open.ts';
import {breakGlass, listOpenings, reviewGlass, type Opening} from '../../records/glass.ts';
import {base} from '../../styles/shared-sheets.ts';
import {glass as say} from '../../words/en/glass.ts';
import {formStyles} from '../screen/form.styles.ts';
import {LoadingController, newsOf, type Loading} from '../screen/loading.ts';
import {nameFor} from '../screen/name-for.ts';
import {screenWith, type ScreenPage} from '../screen/page.ts';
import {sentenceOf} from '../screen/sentence-of.ts';
import {
  askPage,
  checkPage,
  openingEntry,
  openPage,
  provePage,
  type Plea,
  type Verdict,
} from './glass-pages.ts';
import {glassStyles} from './glass.styles.ts';

type Stage =
  | {readonly kind: 'asking'}
  | {readonly kind: 'proving'}
  | {readonly kind: 'open'; readonly until: Date}
  | {readonly kind: 'checking'; readonly opening: Opening; readonly verdict: Verdict};

const LEAST_WORDS = 20;
const EMPTY: Plea = {reason: null, words: ''};
/** What somebody had begun to say, so that showing in between who they are loses no word. In memory only. */
const begun = new WeakMap<PlanSource, Plea>();

/**
 * Emergency access: for whoever's work allows it, the questions that open for an hour what is kept private; for whoever
 * was told, what was opened and whether it was right. Which documents open is nobody's to learn from here.
 *
 * @summary Reading in an emergency what is kept private.
 * @event plan-screen-open - The person has to show first that it is them.
 * @event plan-screen-close - The person has closed it.
 */
export class PlanGlass extends LitElement {
  static override properties = {
    source: {attribute: false},
    _stage: {state: true},
    _plea: {state: true},
    _problem: {state: true},
    _told: {state: true},
  };
  static override styles = [base, formStyles, glassStyles];
  declare source: PlanSource;
  declare _stage: Stage;
  declare _plea: Plea;
  declare _problem: string;
  declare _told: string;
  readonly #openings = new LoadingController(
    this,
    () => listOpenings(this.source.http),
    newsOf('breakGlass', () => this.source),
  );

  constructor() {
    super();
    this._stage = {kind: 'asking'};
    this._plea = EMPTY;
    this._problem = '';
    this._told = '';
  }

  protected override firstUpdated(): void {
    this._plea = begun.get(this.source) ?? EMPTY;
  }

  /** Where asking for the openings stands. */
  get _openings(): Loading<readonly Opening[]> {
    return this.#openings.state;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('_problem') && this._problem !== '')
      this.renderRoot.querySelector<HTMLElement>('.problem')?.focus();
  }

  protected override render(): TemplateResult {
    return screenWith(this.#page());
  }

  #page(): ScreenPage {
    const stage = this._stage;
    const me = this.source.facts?.me;
    const back = (): void => this.#show({kind: 'asking'});
    switch (stage.kind) {
      case 'asking': {
        const known = this.#openings.value ?? [];
        const may = me !== undefined && mayBreakGlass({...me, hiddenFrom: []});
        const areFirst = known.some(({mayReview}) => mayReview);
        return askPage(may ? this._plea : null, {openings: this.#list(may), areFirst}, this._problem, {
          edit: plea => {
            this._plea = plea;
            begun.set(this.source, plea);
          },
          open: () => void this.#open(),
        });
      }
      case 'proving':
        return provePage({prove: () => this.dispatchEvent(new PlanScreenOpen('prove')), back});
      case 'open':
        return openPage(stage.until, () => this.dispatchEvent(new PlanScreenClose()));
      case 'checking':
        return checkPage(this.#entry(stage.opening), stage.verdict, this._problem, {
          edit: verdict => (this._stage = {...stage, verdict}),
          save: () => void this.#check(),
          back,
        });
    }
  }

  /** Whoever is asked the questions needs no sentence that says that nothing stands below them. */
  #list(isBelowQuestions: boolean): TemplateResult {
    const none = isBelowQuestions
      ? nothing
      : html`<h2>${say.none}</h2>
          <p>${say.noneHint}</p>`;
    return this.#openings.draw(
      openings =>
        html`<p class="told" role="status">${this._told}</p>
          ${
            openings.length === 0
              ? none
              : html`<h2>${say.list}</h2>
                  <ul>
                    ${repeat(
                      openings,
                      one => one.id,
                      one => html`<li class="one">${this.#entry(one)} ${this.#checkButton(one)}</li>`,
                    )}
                  </ul>`
          }`,
    );
  }

  #entry(opening: Opening): TemplateResult {
    return openingEntry(opening, {now: new Date(), nameOf: id => nameFor(this.source.facts, id, say)});
  }

  #checkButton(opening: Opening): TemplateResult | typeof nothing {
    if (!opening.mayReview) return nothing;
    const verdict = {outcome: null, words: ''};
    return html`<button
      class="btn second"
      type="button"
      aria-label=${say.checkOf(nameFor(this.source.facts, opening.by, say))}
      @click=${() => this.#show({kind: 'checking', opening, verdict})}
    >
      ${say.check}
    </button>`;
  }

  #show(stage: Stage): void {
    this._problem = '';
    this._told = '';
    this._stage = stage;
  }

  async #open(): Promise<void> {
    const {reason, words} = this._plea;
    if (reason === null) this._problem = say.chooseReason;
    else if (words.trim().length < LEAST_WORDS) this._problem = say.tooShort;
    else {
      const answer = await breakGlass(this.source.http, reason, words.trim());
      if (answer.ok) {
        this._plea = EMPTY;
        begun.delete(this.source);
        this.source.lookAgain();
        this.#show({kind: 'open', until: answer.value});
      } else if (answer.error.code === 'PROVE_AGAIN') this.#show({kind: 'proving'});
      else this._problem = sentenceOf(answer.error);
    }
  }

  async #check(): Promise<void> {
    if (this._stage.kind !== 'checking') return;
    const {opening, verdict} = this._stage;
    if (verdict.outcome === null) this._problem = say.chooseOutcome;
    else if (verdict.words.trim() === '') this._problem = say.sayWhy;
    else {
      const answer = await reviewGlass(this.source.http, opening.id, verdict.outcome, verdict.words.trim());
      if (!answer.ok) {
        this._problem = sentenceOf(answer.error);
        return;
      }
      this.#show({kind: 'asking'});
      await this.#openings.load();
      this._told = say.saved;
    }
  }
}
