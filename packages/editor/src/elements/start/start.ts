import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {base, tokens} from '../../styles/shared-sheets.ts';
import {pageWords} from '../../words/page-words.ts';
import {stopPageStyles} from '../stop-page/stop-page.styles.ts';

/**
 * The plain front page. It asks nothing and knows nobody.
 *
 * @summary What this is, and how to open a plan.
 */
export class StartPage extends LitElement {
  static override properties = {helpLine: {attribute: 'help-line'}};
  static override styles = [tokens, base, stopPageStyles];
  declare helpLine: string;

  constructor() {
    super();
    this.helpLine = '';
  }

  protected override render(): TemplateResult {
    const say = pageWords.start;
    return html`<main class="page">
      <h1>${say.title}</h1>
      <p>${say.what}</p>
      <p>${say.how}</p>
      ${
        this.helpLine === ''
          ? nothing
          : html`<p class="call">
              ${say.stuck} <a href="tel:${this.helpLine.replaceAll(' ', '')}">${this.helpLine}</a>
            </p>`
      }
    </main>`;
  }
}
