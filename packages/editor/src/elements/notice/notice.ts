import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {base} from '../../styles/shared-sheets.ts';
import {noticeStyles} from './notice.styles.ts';

/**
 * A bar in the page, never a pop-up: offline, back online, access changed.
 *
 * @summary One sentence about the page, with at most one thing to do.
 * @slot - A button, where there is something to do.
 */
export class PlanNotice extends LitElement {
  static override properties = {text: {type: String}, urgent: {type: Boolean}};
  static override styles = [base, noticeStyles];
  declare text: string;
  /** Read out at once instead of when the reader is free. */
  declare urgent: boolean;

  constructor() {
    super();
    this.text = '';
    this.urgent = false;
  }

  protected override render(): TemplateResult {
    if (this.text === '') return html`${nothing}`;
    return html`<div class="bar">
      <p role=${this.urgent ? 'alert' : 'status'}>${this.text}</p>
      <slot></slot>
    </div>`;
  }
}
