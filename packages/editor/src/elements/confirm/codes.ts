import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import type {PlanSource} from '../../context/plan-source.ts';
import {issueCode, type IssuedCode} from '../../records/proof.ts';
import {base} from '../../styles/shared-sheets.ts';
import type {PersonOnPlan} from '../../sync/plan-facts.ts';
import {clockTime} from '../../words/clock-time.ts';
import {codes as say} from '../../words/en/confirm.ts';
import {whatOf} from '../plan/view-model.ts';
import {formStyles} from '../screen/form.styles.ts';
import {problemBox} from '../screen/problem-box.ts';
import {sentenceOf} from '../screen/sentence-of.ts';
import {confirmStyles} from './confirm.styles.ts';

type CodeState =
  | {readonly kind: 'choosing'}
  | {readonly kind: 'making'}
  | {readonly kind: 'made'; readonly person: PersonOnPlan; readonly issued: IssuedCode};

/**
 * A code with which somebody else can show that it is them. It is on the screen once and kept nowhere on the page.
 *
 * @summary Give someone a code.
 * @event plan-screen-close - The person has closed it.
 */
export class PlanCodes extends LitElement {
  static override properties = {
    source: {attribute: false},
    _state: {state: true},
    _problem: {state: true},
  };
  static override styles = [base, formStyles, confirmStyles];
  declare source: PlanSource;
  declare _state: CodeState;
  declare _problem: string;

  constructor() {
    super();
    this._state = {kind: 'choosing'};
    this._problem = '';
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('_problem') && this._problem !== '')
      this.renderRoot.querySelector<HTMLElement>('.problem')?.focus();
  }

  protected override render(): TemplateResult {
    const state = this._state;
    const heading = state.kind === 'made' ? say.for(state.person.name) : say.title;
    return html`<goldthread-screen .heading=${heading}>
      ${problemBox(this._problem)} ${state.kind === 'made' ? this.#made(state) : this.#choose(state)}
    </goldthread-screen>`;
  }

  #choose({kind}: CodeState): TemplateResult {
    const people = (this.source.facts?.people ?? []).filter(person => !person.isMe);
    return html`<p class="hint">${say.hint}</p>
      <p>${say.notSender}</p>
      <p class="vh" role="status">${kind === 'making' ? say.making : nothing}</p>
      <ul class="people" aria-label=${say.people}>
        ${people.map(
          person =>
            html`<li>
              <button type="button" ?disabled=${kind === 'making'} @click=${() => void this.#make(person)}>
                <b>${person.name}</b><small>${whatOf(person)}</small>
              </button>
            </li>`,
        )}
      </ul>`;
  }

  #made({person, issued}: Extract<CodeState, {kind: 'made'}>): TemplateResult {
    return html`<p>${say.how}</p>
      <output class="code">${inFours(issued.code)}</output>
      <p>${say.until(clockTime(issued.expiresAt))} ${say.where(person.name)}</p>
      <button class="btn second" type="button" @click=${() => (this._state = {kind: 'choosing'})}>
        ${say.other}
      </button>`;
  }

  async #make(person: PersonOnPlan): Promise<void> {
    this._problem = '';
    this._state = {kind: 'making'};
    const issued = await issueCode(this.source.http, person.id);
    if (!this.isConnected) return;
    this._state = issued.ok ? {kind: 'made', person, issued: issued.value} : {kind: 'choosing'};
    if (!issued.ok) this._problem = sentenceOf(issued.error);
  }
}

/** Four at a time, as people read a code out. */
function inFours(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ');
}
