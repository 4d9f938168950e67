import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {base} from '../../styles/shared-sheets.ts';
import {words} from '../../words/words.ts';
import {stopPageStyles} from './stop-page.styles.ts';

/** Why there is no plan to show. */
export type StopReason = 'noAccess' | 'signedOut' | 'outOfDate' | 'failed';

/**
 * Takes the place of the plan where it can't be shown. It says nothing about the child.
 *
 * @summary A page that says why the plan can't be shown, and what to do.
 * @slot - Words to keep, where there are some.
 */
export class PlanStopPage extends LitElement {
  static override properties = {reason: {type: String}, helpLine: {attribute: 'help-line'}};
  static override styles = [base, stopPageStyles];
  declare reason: StopReason;
  declare helpLine: string;

  constructor() {
    super();
    this.reason = 'noAccess';
    this.helpLine = '';
  }

  protected override render(): TemplateResult {
    const {title, text, action} = this.#words();
    return html`<main class="page">
      <h1>${title}</h1>
      <p>${text}</p>
      ${action === '' ? nothing : html`<button class="btn" type="button" @click=${() => location.reload()}>${action}</button>`}
      <slot></slot>
      ${
        this.helpLine === ''
          ? nothing
          : html`<p class="call">
              ${words.access.call} <a href="tel:${this.helpLine.replaceAll(' ', '')}">${this.helpLine}</a>
            </p>`
      }
    </main>`;
  }

  #words(): {title: string; text: string; action: string} {
    const say = words.access;
    switch (this.reason) {
      case 'noAccess':
        return {title: say.noPlanTitle, text: say.noPlan, action: ''};
      case 'signedOut':
        return {title: say.signedOutTitle, text: say.signedOut, action: ''};
      case 'outOfDate':
        return {title: say.outOfDateTitle, text: say.outOfDate, action: say.reload};
      case 'failed':
        return {title: say.problem, text: say.openFailed, action: say.tryAgain};
    }
  }
}
