import {html, type TemplateResult} from 'lit';
import {scales as say} from '../../words/en/scales.ts';

/** What the question before a reveal is drawn from, and what it leads to. */
export interface ScaleRevealer {
  readonly name: string;
  readonly isAsking: boolean;
  readonly ask: (isAsking: boolean) => void;
  readonly reveal: () => void;
}

/** Where all numbers are shown to everybody; asked once more, since nobody takes it back. */
export function scaleRevealer({name, isAsking, ask, reveal}: ScaleRevealer): TemplateResult {
  if (!isAsking)
    return html`<button
      class="btn second"
      type="button"
      aria-label=${say.showOf(name)}
      @click=${() => ask(true)}
    >
      ${say.show}
    </button>`;
  return html`<div class="ask" role="group" aria-label=${say.showOf(name)}>
    <p>${say.showAsk}</p>
    <p class="buttons">
      <button class="btn" type="button" @click=${reveal}>${say.showNow}</button>
      <button class="quiet" type="button" @click=${() => ask(false)}>${say.notYet}</button>
    </p>
  </div>`;
}
