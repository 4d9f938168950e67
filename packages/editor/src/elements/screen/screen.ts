import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {PlanScreenClose} from '../../events/screen-close.ts';
import {base} from '../../styles/shared-sheets.ts';
import {screen} from '../../words/en/screen.ts';
import {screenStyles} from './screen.styles.ts';

/**
 * What every screen over the plan stands in. Opens itself when it is put on the page; the focus goes to its heading
 * then, and each time that the heading changes.
 *
 * @summary One thing at a time over the plan: a page on a phone, a sheet beside the plan on a laptop.
 * @slot - What the screen is about.
 * @slot acts - What can be done, at the bottom where it is always in reach.
 * @event plan-screen-close - The person has closed it.
 * @event back - The person asks for the question before.
 */
export class PlanScreen extends LitElement {
  static override properties = {
    heading: {attribute: false},
    step: {attribute: false},
    canGoBack: {type: Boolean},
    hasActs: {type: Boolean, reflect: true, attribute: 'has-acts'},
  };
  static override styles = [base, screenStyles];
  declare heading: string;
  /** "Question 2 of 9", above the heading. */
  declare step: string;
  declare canGoBack: boolean;
  /** There is something in the slot of that name. */
  declare hasActs: boolean;

  constructor() {
    super();
    this.heading = '';
    this.step = '';
    this.canGoBack = false;
    this.hasActs = false;
  }

  /** Closes it, as the button does. */
  close(): void {
    this.renderRoot.querySelector('dialog')?.close();
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('heading')) this.renderRoot.querySelector('h1')?.focus();
    if (changed.has('heading')) this.renderRoot.querySelector('.body')?.scrollTo(0, 0);
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @close=${this.#onClose}>
      <div class="top">
        ${
          this.canGoBack
            ? html`<button class="quiet" type="button" @click=${() => this.dispatchEvent(new Event('back'))}>
                ${screen.back}
              </button>`
            : nothing
        }
        <button class="quiet" type="button" @click=${() => this.close()}>${screen.close}</button>
      </div>
      <div class="body">
        ${this.step === '' ? nothing : html`<p class="step">${this.step}</p>`}
        <h1 id="title" tabindex="-1">${this.heading}</h1>
        <slot></slot>
      </div>
      <div class="acts"><slot name="acts"></slot></div>
    </dialog>`;
  }

  readonly #onClose = (): void => void this.dispatchEvent(new PlanScreenClose());
}
