import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {councilWords, type CouncilSays, type CouncilWords} from '../../records/council.ts';
import {base} from '../../styles/shared-sheets.ts';
import type {PlanHttp} from '../../sync/plan-http.ts';
import {nextSteps as say} from '../../words/en/next-steps.ts';
import {nextStepsStyles} from './next-steps.styles.ts';

const STEPS = ['advice', 'meeting', 'mediation', 'appeal'] as const;
type Step = (typeof STEPS)[number];

/**
 * Where somebody can go who doesn't agree: what the council says of it, and what the law says everywhere. What the council left out the law
 * says alone.
 *
 * @summary Advice, a meeting, mediation and appeal.
 */
export class NextSteps extends LitElement {
  static override properties = {http: {attribute: false}, _council: {state: true}};
  static override styles = [base, nextStepsStyles];
  /** The server that is asked for the council's words. */
  declare http: Pick<PlanHttp, 'ask'> | null;
  declare _council: CouncilWords | null;

  constructor() {
    super();
    this.http = null;
    this._council = null;
  }

  protected override firstUpdated(): void {
    void this.#ask();
  }

  async #ask(): Promise<void> {
    if (this.http !== null) this._council = await councilWords(this.http);
  }

  protected override render(): TemplateResult {
    return html`<h2>${say.title}</h2>
      ${STEPS.map(step => this.#step(step))}`;
  }

  #step(step: Step): TemplateResult {
    const said = step === 'meeting' ? undefined : this._council?.says[step];
    return html`<details>
      <summary><span>${say.names[step]}</span></summary>
      <div class="inside">
        ${said === undefined ? nothing : this.#council(said)}
        <ul>
          ${say.facts[step].map(fact => html`<li>${fact}</li>`)}
        </ul>
      </div>
    </details>`;
  }

  #council({name, words, link, phone}: CouncilSays): TemplateResult {
    const council = this._council?.council ?? '';
    return html`<h3>${council === '' ? say.yourCouncil : say.council(council)}</h3>
      <p><b>${name}</b></p>
      <p class="said">${words}</p>
      ${
        link === ''
          ? nothing
          : html`<p><a href=${link} target="_blank" rel="noreferrer noopener">${name} ${say.away}</a></p>`
      }
      ${phone === '' ? nothing : html`<p><a href="tel:${phone.replaceAll(/[^+\d]/g, '')}">${phone}</a></p>`}
      <h3>${say.law}</h3>`;
  }
}
