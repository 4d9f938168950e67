import {COPY_REASONS, type CopyReason} from '@goldthread/schema';
import {html, type TemplateResult} from 'lit';
import {agree} from '../../words/en/agree.ts';
import {copies} from '../../words/en/copies.ts';

/** Asks why words of a private note may stand here; each answer sends them again. */
export function copyReasonChoice(choose: (reason: CopyReason) => void): TemplateResult {
  return html`<div class="problem" tabindex="-1" role="alert">
    <div>
      <p>${agree.copied}</p>
      ${COPY_REASONS.map(
        reason =>
          html`<button class="btn second" type="button" @click=${() => choose(reason)}>
            ${copies.reasons[reason]}
          </button>`,
      )}
    </div>
  </div>`;
}
