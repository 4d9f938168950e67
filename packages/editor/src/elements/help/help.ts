import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {PlanPanelOpen} from '../../events/panel-open.ts';
import {PlanScreenClose} from '../../events/screen-close.ts';
import {base} from '../../styles/shared-sheets.ts';
import {helpWords} from '../../words/en/settings.ts';
import {words} from '../../words/words.ts';
import {helpStyles} from './help.styles.ts';

/**
 * @summary The help line, what "saved" means, and the keys.
 * @event plan-panel-open - The person asks for settings from here.
 * @event plan-screen-close - The person has closed the help.
 */
export class PlanHelp extends LitElement {
  static override properties = {helpLine: {attribute: 'help-line'}};
  static override styles = [base, helpStyles];
  declare helpLine: string;

  constructor() {
    super();
    this.helpLine = '';
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult {
    const say = helpWords;
    return html`<dialog aria-labelledby="title" @close=${() => this.dispatchEvent(new PlanScreenClose())}>
      <form method="dialog">
        <h2 id="title">${say.title}</h2>
        ${this.helpLine === '' ? nothing : this.#call()}
        <h3>${say.savedTitle}</h3>
        <p>${say.saved}</p>
        <h3>${say.keysTitle}</h3>
        <dl>
          ${say.keys.map(
            ([key, does]) =>
              html`<div>
                <dt>${key}</dt>
                <dd>${does}</dd>
              </div>`,
          )}
        </dl>
        <p class="acts">
          <button class="btn" type="submit">${say.close}</button>
          <button
            class="quiet"
            type="submit"
            @click=${() => this.dispatchEvent(new PlanPanelOpen('settings'))}
          >
            ${words.plan.settings}
          </button>
        </p>
      </form>
    </dialog>`;
  }

  #call(): TemplateResult {
    return html`<p class="call">
        ${helpWords.call} <a href="tel:${this.helpLine.replaceAll(' ', '')}">${this.helpLine}</a>
      </p>
      <p>${helpWords.callHint}</p>`;
  }
}
