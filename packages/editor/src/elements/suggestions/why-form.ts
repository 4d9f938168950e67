import {html, type TemplateResult} from 'lit';
import {suggest as say} from '../../words/en/suggest.ts';

/** What a question for a reason is drawn from, and what it leads to. */
export interface WhyForm {
  readonly label: string;
  /** What is in the box. */
  readonly why: string;
  readonly sendLabel: string;
  readonly write: (why: string) => void;
  readonly send: () => void;
  readonly cancel: () => void;
}

/** Asks for a reason in somebody's own words. */
export function whyForm({label, why, sendLabel, write, send, cancel}: WhyForm): TemplateResult {
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    cancel();
  };
  return html`<div class="why" @keydown=${onKey}>
    <label for="why">${label}</label>
    <textarea
      id="why"
      rows="2"
      maxlength="4000"
      .value=${why}
      @input=${({target}: Event) => {
        if (target instanceof HTMLTextAreaElement) write(target.value);
      }}
    ></textarea>
    <p class="acts">
      <button class="btn" type="button" @click=${send}>${sendLabel}</button>
      <button class="quiet" type="button" @click=${cancel}>${say.cancel}</button>
    </p>
  </div>`;
}
