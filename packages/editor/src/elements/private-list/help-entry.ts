import {HELP_OUTCOMES, type ParticipantId} from '@goldthread/schema';
import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {decideHelp, type HelpAnswer, type HelpCall} from '../../records/help-calls.ts';
import {base} from '../../styles/shared-sheets.ts';
import type {PlanHttp} from '../../sync/plan-http.ts';
import {dayIn, plainDay} from '../../words/clock-time.ts';
import {helpCalls as say} from '../../words/en/help-calls.ts';
import {people} from '../../words/en/people.ts';
import {screen} from '../../words/en/screen.ts';
import {marks} from '../marks.ts';
import {formStyles} from '../screen/form.styles.ts';
import {problemBox} from '../screen/problem-box.ts';
import {pick, tick, valueOf} from '../screen/rows.ts';
import {sentenceOf} from '../screen/sentence-of.ts';
import {privateListStyles} from './private-list.styles.ts';

type Draft = Omit<HelpAnswer, 'outcome'> & {readonly outcome: HelpAnswer['outcome'] | null};

const NEW: Draft = {outcome: null, words: '', childTold: '', keepsSealed: true};

/**
 * One call of the child for help: the words, since when, from whom they are kept, and what somebody decided.
 *
 * @summary A child's call for help.
 * @event decided - A decision was kept; the list has to be asked for again.
 */
export class HelpEntry extends LitElement {
  static override properties = {
    call: {attribute: false},
    what: {},
    http: {attribute: false},
    nameOf: {attribute: false},
    _draft: {state: true},
    _problem: {state: true},
    _told: {state: true},
  };
  static override styles = [base, formStyles, privateListStyles];
  declare call: HelpCall;
  /** The child's words. */
  declare what: string;
  declare http: PlanHttp;
  declare nameOf: (id: string) => string;
  /** What is about to be decided; `null` while nothing is. */
  declare _draft: Draft | null;
  declare _problem: string;
  declare _told: string;

  constructor() {
    super();
    this.what = '';
    this._draft = null;
    this._problem = '';
    this._told = '';
  }

  protected override render(): TemplateResult {
    const {call} = this;
    const isOpen = call.decisions.length === 0;
    return html`<article class="island">
        ${isOpen ? marks.check : marks.tick}
        <div>
          <h3>${say[call.how]}</h3>
          <p class="words">${this.what}</p>
        </div>
      </article>
      ${this.#state()}
      ${call.decisions.map(
        ({by, at, outcome, words, childTold}) =>
          html`<p class="by">
            ${say.decided(by === null ? '' : this.nameOf(by), plainDay(dayIn(at)), say.outcomes[outcome])}
            ${words} ${say.told(childTold)}
          </p>`,
      )}
      <p class="told" role="status" tabindex="-1">${this._told}</p>
      ${problemBox(this._problem)}
      ${
        this._draft === null
          ? html`<p class="acts">
              <button
                class="btn second"
                type="button"
                aria-label=${say.decideOf(this.what)}
                @click=${() => this.#begin()}
              >
                ${isOpen ? say.decide : say.decideAgain}
              </button>
            </p>`
          : this.#form(this._draft)
      }`;
  }

  #state(): TemplateResult {
    const {decisions, isLate, dueOn, escalatedAt, keptFrom, asked} = this.call;
    const day = plainDay(dueOn);
    const due = decisions.length > 0 ? '' : isLate ? say.late(day) : say.due;
    const again = escalatedAt === null ? '' : say.escalated(plainDay(dayIn(escalatedAt)));
    const lines = [due, again, this.#keptFrom(keptFrom), say.askedToo(this.#names(asked))];
    return html`<p>${lines.filter(Boolean).join(' ')}</p>`;
  }

  #keptFrom(ids: readonly ParticipantId[]): string {
    if (ids.length === 0) return '';
    return (ids.length === 1 ? say.keptFromOne : say.keptFrom)(this.#names(ids));
  }

  #names(ids: readonly ParticipantId[]): string {
    return people.and(ids.map(this.nameOf));
  }

  #form(draft: Draft): TemplateResult {
    const edit = (more: Partial<Draft>) => (this._draft = {...(this._draft ?? NEW), ...more});
    const {keptFrom} = this.call;
    const isWrong = this._problem !== '';
    return html`<div class="act">
      <ul class="rules">
        ${say.rules.map(rule => html`<li>${rule}</li>`)}
      </ul>
      <fieldset>
        <legend>${say.what}</legend>
        ${HELP_OUTCOMES.map(outcome =>
          pick('outcome', {label: say.outcomes[outcome], isOn: draft.outcome === outcome}, () =>
            edit({outcome}),
          ),
        )}
      </fieldset>
      ${this.#box('why', say.why, draft.words, isWrong, words => edit({words}))}
      ${this.#box('child', say.childTold, draft.childTold, isWrong, childTold => edit({childTold}))}
      ${
        keptFrom.length === 0
          ? nothing
          : tick(
              {label: say.keep(this.#names(keptFrom)), hint: say.keepHint, isOn: draft.keepsSealed},
              keepsSealed => edit({keepsSealed}),
            )
      }
      <p class="acts">
        <button class="btn second" type="button" @click=${() => void this.#save(draft)}>${say.save}</button>
        <button class="quiet" type="button" @click=${() => this.#end('')}>${screen.cancel}</button>
      </p>
    </div>`;
  }

  #box(
    id: string,
    label: string,
    value: string,
    isWrong: boolean,
    onInput: (text: string) => void,
  ): TemplateResult {
    return html`<label class="label" for=${id}>${label}</label>
      <textarea
        id=${id}
        class="short"
        maxlength="4000"
        .value=${value}
        aria-invalid=${isWrong && value.trim() === '' ? 'true' : nothing}
        aria-describedby=${isWrong ? 'problem' : nothing}
        @input=${(event: Event) => onInput(valueOf(event))}
      ></textarea>`;
  }

  #begin(): void {
    this._told = '';
    this._draft = NEW;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('input')?.focus());
  }

  #end(told: string): void {
    this._draft = null;
    this._problem = '';
    this._told = told;
    const next = told === '' ? '.acts button' : '.told';
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(next)?.focus());
  }

  async #save({outcome, ...said}: Draft): Promise<void> {
    if (outcome === null || said.words.trim() === '' || said.childTold.trim() === '') {
      this._problem = say.needed;
      return;
    }
    const done = await decideHelp(this.http, this.call.id, {outcome, ...said});
    if (!done.ok) {
      this._problem = sentenceOf(done.error);
      return;
    }
    this.call = done.value;
    this.#end(say.saved);
    this.dispatchEvent(new Event('decided'));
  }
}
