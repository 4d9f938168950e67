import {html, type TemplateResult} from 'lit';
import {plan} from '../../words/en/plan.ts';

/**
 * What a printer gets of all that isn't made for paper: one sentence, and nothing that stands beside it. Private notes, comments and
 * what is being written are so on no paper, however it is asked for.
 */
export function onPaper(): TemplateResult {
  return html`<p class="on-paper" hidden>${plan.onPaper}</p>`;
}
