import {COPY_REASONS, type CopyReason} from '@goldthread/schema';
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
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

/** Asks for the reason once the server has said that there are such words, and holds it until what was sent is taken. */
export class CopyReasonAsk {
  readonly #host: ReactiveControllerHost;
  /** `undefined` unless it was asked, `null` until it is answered. */
  #reason: CopyReason | null | undefined = undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  rows(): TemplateResult | typeof nothing {
    if (this.#reason === undefined) return nothing;
    return copyReasonRows(this.#reason, reason => this.#set(reason));
  }

  /** What goes along with the words. */
  get why(): {copyReason?: CopyReason} {
    return this.#reason ? {copyReason: this.#reason} : {};
  }

  hear({code}: {readonly code: string}): void {
    if (code === 'COPIED_WORDS') this.#set(this.#reason ?? null);
  }

  clear(): void {
    this.#set(undefined);
  }

  #set(reason: CopyReason | null | undefined): void {
    this.#reason = reason;
    this.#host.requestUpdate();
  }
}
