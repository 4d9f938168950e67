import {COPY_REASONS, type CopyReason} from '@goldthread/schema';
import {html, type TemplateResult} from 'lit';
import {copies as say} from '../../words/en/copies.ts';
import {pick} from './rows.ts';

/** Why words of a private note may stand where more people read them (E08). */
export function copyReasonRows(chosen: CopyReason | null, set: (reason: CopyReason) => void): TemplateResult {
  return html`<fieldset>
    <legend>${say.why}</legend>
    ${COPY_REASONS.map(reason =>
      pick('reason', {label: say.reasons[reason], isOn: chosen === reason}, () => set(reason)),
    )}
  </fieldset>`;
}
