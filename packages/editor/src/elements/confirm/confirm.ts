import {ok} from '@goldthread/schema';
import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import type {PlanSource} from '../../context/plan-source.ts';
import {PlanScreenClose} from '../../events/screen-close.ts';
import {
  addPasskey,
  confirmByCode,
  confirmByPasskey,
  readProof,
  type PasskeyDevice,
  type Proof,
  type ProofAnswer,
} from '../../records/proof.ts';
import type {RecordAnswer} from '../../records/ask-records.ts';
import {base} from '../../styles/shared-sheets.ts';
import {confirm as say} from '../../words/en/confirm.ts';
import {marks} from '../marks.ts';
import {GIVES_CODES} from '../plan/more-screens.ts';
import {whatOf} from '../plan/view-model.ts';
import {formStyles} from '../screen/form.styles.ts';
import {problemBox} from '../screen/problem-box.ts';
import {valueOf} from '../screen/rows.ts';
import {LoadingController, type Waiting} from '../screen/loading.ts';
import {sentenceOf} from '../screen/sentence-of.ts';
import {confirmStyles} from './confirm.styles.ts';

type ConfirmStage =
  /** To be shown, or once more because it is long ago. */
  | {readonly kind: 'asking'; readonly hasPasskey: boolean; readonly isAgain: boolean}
  | {readonly kind: 'sure'; readonly hasPasskey: boolean; readonly told: string};

/**
 * Shows that it is really the person themselves who sits here, with a code that somebody else gives or with a passkey; and
 * sets up a passkey once that is sure. Whether it is sure is for the server to say.
 *
 * @summary Show that it is you.
 * @event plan-screen-close - The person has closed it.
 * @event proved - It was shown.
 */
export class PlanConfirm extends LitElement {
  static override properties = {
    source: {attribute: false},
    device: {attribute: false},
    again: {type: Boolean},
    _code: {state: true},
    _problem: {state: true},
    _isBusy: {state: true},
  };
  static override styles = [base, formStyles, confirmStyles];
  declare source: PlanSource;
  declare device: PasskeyDevice;
  /** It has to be shown now, however sure it was before. */
  declare again: boolean;
  declare _code: string;
  declare _problem: string;
  declare _isBusy: boolean;
  /** Of what it was opened for, until it is closed. */
  #heading: string = say.title;
  readonly #proof = new LoadingController(this, () => this.#ask());

  constructor() {
    super();
    this.again = false;
    this._code = '';
    this._problem = '';
    this._isBusy = false;
  }

  /** Where asking for the proof stands, then what is asked of the person. */
  get _state(): Waiting | ConfirmStage {
    const {state} = this.#proof;
    return state.kind === 'known' ? state.value : state;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('_problem') && this._problem !== '') this.#focus('.problem');
  }

  protected override render(): TemplateResult {
    return html`<goldthread-screen .heading=${this.#heading}>
      ${this.#proof.draw(stage => (stage.kind === 'asking' ? this.#ways(stage) : this.#sure(stage)))}
    </goldthread-screen>`;
  }

  #ways({hasPasskey, isAgain}: {readonly hasPasskey: boolean; readonly isAgain: boolean}): TemplateResult {
    return html`<p class="hint">${isAgain ? say.again : `${say.why} ${say.whyMore}`}</p>
      ${problemBox(this._problem)}
      ${
        hasPasskey && this.device.canUse
          ? html`<h2>${say.device}</h2>
              <p>${say.deviceHint}</p>
              <button
                class="btn second"
                type="button"
                ?disabled=${this._isBusy}
                @click=${() => void this.#prove(confirmByPasskey(this.source.http, this.device))}
              >
                ${say.usePasskey}
              </button>
              <h2>${say.code}</h2>`
          : nothing
      }
      ${this.#whom()}
      <p>${say.told} ${say.notSender}</p>
      <form @submit=${(event: Event) => this.#send(event)}>
        <label class="label" for="code">${say.label}</label>
        <input
          id="code"
          type="text"
          autocomplete="one-time-code"
          autocapitalize="none"
          spellcheck="false"
          maxlength="40"
          .value=${this._code}
          aria-invalid=${this._problem === '' ? nothing : 'true'}
          aria-describedby=${this._problem === '' ? nothing : 'problem'}
          @input=${(event: Event) => (this._code = valueOf(event))}
        />
        <button class="btn" type="submit" ?disabled=${this._isBusy}>${say.send}</button>
      </form>`;
  }

  /** Only those whom this person may know. */
  #whom(): TemplateResult {
    const people = (this.source.facts?.people ?? []).filter(
      one => !one.isMe && (one.lead || GIVES_CODES.has(one.role)),
    );
    if (people.length === 0) return html`<p>${say.askNobody}</p>`;
    return html`<p>${say.ask}</p>
      <ul class="whom">
        ${people.map(one => html`<li><b>${one.name}</b>, ${whatOf(one)}</li>`)}
      </ul>`;
  }

  #sure({hasPasskey, told}: {readonly hasPasskey: boolean; readonly told: string}): TemplateResult {
    const {canUse} = this.device;
    return html`${
        told === ''
          ? html`<p>${say.sure}</p>`
          : html`<p class="told" role="status" tabindex="-1">${marks.tick} <span>${told}</span></p>`
      }
      ${problemBox(this._problem)}
      <p>${canUse ? (hasPasskey ? say.have : say.offer) : say.cannot}</p>
      <p class="buttons">
        ${
          canUse
            ? html`<button
                class="btn second"
                type="button"
                ?disabled=${this._isBusy}
                @click=${() => void this.#add()}
              >
                ${hasPasskey ? say.setUpMore : say.setUp}
              </button>`
            : nothing
        }
        ${
          canUse && !hasPasskey
            ? html`<button
                class="quiet"
                type="button"
                @click=${() => this.dispatchEvent(new PlanScreenClose())}
              >
                ${say.notNow}
              </button>`
            : nothing
        }
      </p>`;
  }

  async #ask(): Promise<RecordAnswer<ConfirmStage>> {
    const proof = await readProof(this.source.http);
    if (!proof.ok) return proof;
    if (proof.value.isSure && !this.again) this.#heading = say.passkeyTitle;
    return ok(stageOf(proof.value, this.again));
  }

  #send(event: Event): void {
    event.preventDefault();
    // Asked twice, the same sentence is a new problem.
    this._problem = '';
    if (this._code.trim() === '') void this.updateComplete.then(() => (this._problem = say.missing));
    else void this.#prove(confirmByCode(this.source.http, this._code.trim()));
  }

  async #prove(asked: Promise<ProofAnswer>): Promise<void> {
    const before = this._state;
    if (before.kind !== 'asking' || !(await this.#wentWell(asked))) return;
    this._code = '';
    this.#tell(before.hasPasskey, before.isAgain ? say.sure : say.done);
    this.dispatchEvent(new Event('proved'));
  }

  async #add(): Promise<void> {
    const before = this._state;
    if (before.kind !== 'sure' || !(await this.#wentWell(addPasskey(this.source.http, this.device)))) return;
    this.#tell(true, say.made);
  }

  /** Says what was just done, where the focus goes. */
  #tell(hasPasskey: boolean, told: string): void {
    this.#proof.know({kind: 'sure', hasPasskey, told});
    void this.updateComplete.then(() => this.#focus('.told'));
  }

  /** Whether something was done; says why where it wasn't. */
  async #wentWell(asked: Promise<ProofAnswer>): Promise<boolean> {
    if (this._isBusy) return false;
    this._isBusy = true;
    this._problem = '';
    const answer = await asked;
    this._isBusy = false;
    if (answer.ok) return true;
    const {error} = answer;
    const state = this._state;
    if (typeof error === 'string') this._problem = say.problems[error];
    else if (error.code === 'PROVE_AGAIN' && state.kind === 'sure')
      this.#proof.know({kind: 'asking', hasPasskey: state.hasPasskey, isAgain: true});
    else this._problem = sentenceOf(error);
    return false;
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

function stageOf({isSure, hasPasskey}: Proof, isAgain: boolean): ConfirmStage {
  if (isAgain) return {kind: 'asking', hasPasskey, isAgain};
  return isSure ? {kind: 'sure', hasPasskey, told: ''} : {kind: 'asking', hasPasskey, isAgain: false};
}
