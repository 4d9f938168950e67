import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {PlanScreenClose} from '../../events/screen-close.ts';
import {undo} from '../../records/withholding-calls.ts';
import {base} from '../../styles/shared-sheets.ts';
import type {PlanHttp} from '../../sync/plan-http.ts';
import {people} from '../../words/en/people.ts';
import {withhold} from '../../words/en/withhold.ts';
import {noticeStyles} from '../notice/notice.styles.ts';
import {sentenceOf} from '../screen/sentence-of.ts';
import {undoLineStyles} from './undo-line.styles.ts';

/** How often the time that is left is said anew. */
const STEP_MS = 1000;

/**
 * "Hidden. Undo", among the notices of the plan. The seconds that are left are said in words and nothing moves; a
 * screen reader is told once, and again when the time is over. The focus comes to the button, since the page that the
 * person was on is gone.
 *
 * @summary What was just hidden, and taking it back for half a minute.
 * @event plan-screen-close - The person no longer needs the line.
 */
export class PlanUndoLine extends LitElement {
  static override properties = {
    http: {attribute: false},
    withholdingId: {attribute: false},
    names: {attribute: false},
    ends: {attribute: false},
    _now: {state: true},
    _said: {state: true},
    _isDone: {state: true},
  };
  static override styles = [base, noticeStyles, undoLineStyles];
  declare http: PlanHttp;
  declare withholdingId: string;
  declare names: readonly string[];
  /** When it can no longer be undone, in milliseconds of the page's clock; null where it never could. */
  declare ends: number | null;
  declare _now: number;
  /** What came of undoing it. */
  declare _said: string;
  declare _isDone: boolean;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.withholdingId = '';
    this.names = [];
    this.ends = null;
    this._now = performance.now();
    this._said = '';
    this._isDone = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => (this._now = performance.now()), STEP_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('button')?.focus();
  }

  protected override render(): TemplateResult {
    const say = withhold.done;
    const left = this.ends === null ? 0 : Math.ceil((this.ends - this._now) / 1000);
    const mayUndo = left > 0 && !this._isDone;
    if (!mayUndo) clearInterval(this.#timer);
    const said = this._said !== '' ? this._said : mayUndo || this.ends === null ? '' : say.over;
    return html`<div class="bar">
      <p role="status"><b>${this._isDone ? nothing : say.hidden(people.and(this.names))}</b> ${said}</p>
      ${mayUndo ? html`<p>${say.left(left)}</p>` : nothing}
      ${
        mayUndo
          ? html`<button class="btn second" type="button" @click=${() => void this.#undo()}>
              ${say.undo}
            </button>`
          : nothing
      }
      <button class="quiet" type="button" @click=${() => this.dispatchEvent(new PlanScreenClose())}>
        ${say.close}
      </button>
    </div>`;
  }

  async #undo(): Promise<void> {
    const done = await undo(this.http, this.withholdingId);
    this._isDone = done.ok;
    const {undone, writtenSince} = withhold.done;
    this._said = done.ok ? undone : done.error.code === 'DISCLOSURE' ? writtenSince : sentenceOf(done.error);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('button')?.focus();
  }
}
