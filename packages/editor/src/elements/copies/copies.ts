import type {CompartmentId, CopyReason} from '@goldthread/schema';
import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import type {OpenDoc, PlanSource} from '../../context/plan-source.ts';
import {PlanScreenClose} from '../../events/screen-close.ts';
import {decideCopy} from '../../records/copies.ts';
import {findingsIn, uncleared, type Finding} from '../../records/disclosure.ts';
import {base} from '../../styles/shared-sheets.ts';
import {copies as say} from '../../words/en/copies.ts';
import {whyAsked} from '../../words/en/disclosure.ts';
import {copyReasonRows} from '../screen/copy-reason.ts';
import {formStyles} from '../screen/form.styles.ts';
import {problemBox} from '../screen/problem-box.ts';
import {tick} from '../screen/rows.ts';
import {sentenceOf} from '../screen/sentence-of.ts';

/**
 * Words that somebody brought from a private note to where more people read: they are let in once that is decided, and
 * what they could tell is cleared by name.
 *
 * @summary Words of a private note where more people read.
 * @event plan-screen-close - It is decided, or the person has closed it.
 */
export class PlanCopies extends LitElement {
  static override properties = {
    source: {attribute: false},
    _reason: {state: true},
    _findings: {state: true},
    _cleared: {state: true},
    _problem: {state: true},
    _isBusy: {state: true},
  };
  static override styles = [base, formStyles];
  declare source: PlanSource;
  declare _reason: CopyReason | null;
  declare _findings: readonly Finding[];
  declare _cleared: readonly string[];
  declare _problem: string;
  declare _isBusy: boolean;

  constructor() {
    super();
    this._reason = null;
    this._findings = [];
    this._cleared = [];
    this._problem = '';
    this._isBusy = false;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('_problem') && this._problem !== '')
      this.renderRoot.querySelector<HTMLElement>('.problem')?.focus();
  }

  get #asking(): readonly (readonly [CompartmentId, OpenDoc])[] {
    return [...this.source.docs].filter(([, {asked}]) => asked.length > 0);
  }

  protected override render(): TemplateResult {
    const texts = this.#asking.flatMap(([, {asked}]) => asked);
    return html`<goldthread-screen .heading=${say.title} ?has-acts=${texts.length > 0}>
      ${texts.length === 0 ? html`<p>${say.gone}</p>` : this.#question(texts.map(({text}) => text))}
    </goldthread-screen>`;
  }

  #question(texts: readonly string[]): TemplateResult {
    return html`${problemBox(this._problem)}
      <p>${say.intro}</p>
      ${texts.map(text => html`<blockquote>${text}</blockquote>`)}
      ${copyReasonRows(this._reason, reason => {
        this._reason = reason;
        this._problem = '';
      })}
      ${this.#findings()}
      <p class="note">${say.noted}</p>
      <p class="buttons" slot="acts">
        <button class="btn" type="button" ?disabled=${this._isBusy} @click=${() => void this.#putIn()}>
          ${say.putIn}
        </button>
        <button class="quiet" type="button" @click=${() => this.#close()}>${say.leaveOut}</button>
      </p>`;
  }

  #findings(): TemplateResult | typeof nothing {
    if (this._findings.length === 0) return nothing;
    return html`<p>${say.look}</p>
      ${this._findings.map(finding =>
        tick(
          {
            label: `“${finding.words}” ${say.safe}`,
            hint: whyAsked(finding),
            isOn: this._cleared.includes(finding.key),
          },
          on =>
            (this._cleared = on
              ? [...this._cleared, finding.key]
              : this._cleared.filter(key => key !== finding.key)),
        ),
      )}`;
  }

  async #putIn(): Promise<void> {
    const reason = this._reason;
    const isClear = uncleared(this._findings, this._cleared).length === 0;
    this._problem = reason === null ? say.choose : isClear ? '' : say.tickAll;
    if (reason === null || !isClear) return;
    this._isBusy = true;
    for (const [id, doc] of this.#asking) {
      const into = doc.kind === 'withheld' ? {compartmentId: id} : {};
      for (const asked of doc.asked) {
        const decision = {...asked, ...into, reason, cleared: this._cleared};
        const done = await decideCopy(this.source.http, decision);
        if (done.ok) continue;
        this._isBusy = false;
        this._problem = sentenceOf(done.error);
        this._findings = [...this._findings, ...findingsIn(done.error)];
        return;
      }
      doc.putInAsked();
    }
    this.#close();
  }

  #close(): void {
    this.dispatchEvent(new PlanScreenClose());
  }
}
