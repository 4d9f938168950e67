import {isProfessional} from '@goldthread/schema';
import {html, LitElement, type PropertyValues, type TemplateResult} from 'lit';
import {nameOf, type ItemIndex} from '../../context/item-index.ts';
import type {PlanSource} from '../../context/plan-source.ts';
import {readAudit, type AuditPage} from '../../records/audit.ts';
import {base} from '../../styles/shared-sheets.ts';
import {dayIn, plainDay} from '../../words/clock-time.ts';
import {looked as say} from '../../words/en/looked.ts';
import {problemBox} from '../screen/problem-box.ts';
import {formStyles} from '../screen/form.styles.ts';
import {LoadingController, type Loading} from '../screen/loading.ts';
import {sentenceOf} from '../screen/sentence-of.ts';
import {auditDays, type AuditDay} from './audit-lines.ts';
import {lookedStyles} from './looked.styles.ts';

/**
 * Who has opened what this person can see, and what was done in their name; for professionals, what was done on the
 * plan. Only ever what the server lets this reader know: the list has no numbers and no gaps.
 *
 * @summary Who has looked.
 * @event plan-screen-close - The person has closed it.
 */
export class PlanLooked extends LitElement {
  static override properties = {
    source: {attribute: false},
    index: {attribute: false},
    _isBusy: {state: true},
    _problem: {state: true},
    _told: {state: true},
  };
  static override styles = [base, formStyles, lookedStyles];
  declare source: PlanSource;
  declare index: ItemIndex;
  declare _isBusy: boolean;
  /** Why what was before could not be shown. */
  declare _problem: string;
  /** What was just shown, for whoever doesn't see it. */
  declare _told: string;
  readonly #audit = new LoadingController(this, () => readAudit(this.source.http));

  constructor() {
    super();
    this._isBusy = false;
    this._problem = '';
    this._told = '';
  }

  /** Where asking for the first page stands. */
  get _state(): Loading<AuditPage> {
    return this.#audit.state;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('_problem') && this._problem !== '') this.#focus('.problem');
    // The button that was pressed has gone.
    if (changed.has('_told') && this._told !== '' && this.#audit.value?.earlier === null) this.#focus('.end');
  }

  protected override render(): TemplateResult {
    const me = this.source.facts?.me;
    const isStaff = me !== undefined && isProfessional(me.role);
    return html`<goldthread-screen .heading=${say.title}>
      <p class="hint">${isStaff ? say.introStaff : say.intro}</p>
      ${this.#audit.draw(page => this.#content(page))}
      <p class="vh" role="status">${this._told}</p>
    </goldthread-screen>`;
  }

  #content({entries, earlier}: AuditPage): TemplateResult {
    if (entries.length === 0 && earlier === null)
      return html`<h2>${say.empty}</h2>
        <p>${say.emptyHint}</p>`;
    return html`${auditDays(entries, this.#reader()).map(day => this.#day(day))} ${problemBox(this._problem)}
    ${earlier !== null ? this.#earlier() : html`<p class="end" tabindex="-1">${say.end}</p>`}`;
  }

  #day({day, lines}: AuditDay): TemplateResult {
    return html`<h2>${dayText(day)}</h2>
      <ul>
        ${lines.map(
          ({time, sentence}) =>
            html`<li>
              <time>${time}</time>
              <span>${sentence}</span>
            </li>`,
        )}
      </ul>`;
  }

  #earlier(): TemplateResult {
    return html`<p class="earlier">
      <button
        class="btn second"
        type="button"
        ?disabled=${this._isBusy}
        @click=${() => void this.#loadMore()}
      >
        ${say.earlier}
      </button>
    </p>`;
  }

  #reader() {
    const me = this.source.facts?.me.id;
    return {
      isMe: ({id}: {readonly id: string}) => id === me,
      nameOf: (id: string) => {
        const item = this.index.byId.get(id);
        return item === undefined ? '' : nameOf(item);
      },
    };
  }

  async #loadMore(): Promise<void> {
    const known = this.#audit.value;
    if (known === null || known.earlier === null || this._isBusy) return;
    this._isBusy = true;
    const page = await readAudit(this.source.http, {before: known.earlier});
    this._isBusy = false;
    this._problem = page.ok ? '' : sentenceOf(page.error);
    if (!page.ok) return;
    const {entries, earlier} = page.value;
    this.#audit.know({entries: [...known.entries, ...entries], earlier});
    this._told = entries.length === 0 ? say.end : say.more(String(entries.length));
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

function dayText(day: string): string {
  const now = new Date();
  if (day === dayIn(now)) return say.today;
  const before = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  return day === dayIn(before) ? say.yesterday : plainDay(day);
}
