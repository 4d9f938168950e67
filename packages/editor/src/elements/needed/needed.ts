import {isProfessional, type Day} from '@goldthread/schema';
import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import type {PlanSource} from '../../context/plan-source.ts';
import {PlanScreenOpen} from '../../events/screen-open.ts';
import {listHelpCalls} from '../../records/help-calls.ts';
import {listOverrides} from '../../records/overrides.ts';
import {listWithholdings} from '../../records/withholding-calls.ts';
import {base} from '../../styles/shared-sheets.ts';
import {RecordsEvent} from '../../sync/records-event.ts';
import {dayIn, plainDay} from '../../words/clock-time.ts';
import {needed as say} from '../../words/en/needed.ts';
import {needOf, type Need} from './need-of.ts';
import {RuleChecks} from './rule-checks.ts';

/** News of these may change what waits for somebody. */
const ABOUT: ReadonlySet<string> = new Set(['help', 'withholdings']);

/**
 * Says to whoever is asked to decide about something that is kept private that it waits, and to whose duty it is that a check of the
 * safety plan is overdue, and leads there. Of what is private it says nothing: others may look at the same screen.
 *
 * @summary A line for what waits for this person.
 * @event plan-screen-open - The person wants to see what it is.
 */
export class PlanNeeded extends LitElement {
  static override properties = {source: {attribute: false}, _need: {state: true}};
  static override styles = [base];
  declare source: PlanSource | null;
  /** The day that it is for the reader. */
  today: () => Day = () => dayIn(new Date());
  declare _need: Need | null;
  readonly #checks = new RuleChecks(this);
  #heard: PlanSource | null = null;
  #asked = 0;

  constructor() {
    super();
    this.source = null;
    this._need = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unfollow();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('source')) this.#follow();
  }

  protected override render(): TemplateResult {
    return html`${this.#decision()}${this.#check()}`;
  }

  #decision(): TemplateResult | typeof nothing {
    if (this._need === null) return nothing;
    const open = () => this.dispatchEvent(new PlanScreenOpen('private'));
    return html`<goldthread-notice .text=${say[this._need]}>
      <button class="quiet" type="button" @click=${open}>${say.open}</button>
    </goldthread-notice>`;
  }

  #check(): TemplateResult | typeof nothing {
    const {due} = this.#checks;
    if (due === null) return nothing;
    const {day, isPrivate, itemId} = due;
    const open = () => this.dispatchEvent(new PlanScreenOpen('map', 'sos:next', itemId));
    return html`<goldthread-notice .text=${(isPrivate ? say.privateCheck : say.check)(plainDay(day))}>
      <button class="quiet" type="button" @click=${open}>${say.seeCheck}</button>
    </goldthread-notice>`;
  }

  #follow(): void {
    if (this.#heard === this.source) return;
    this.#unfollow();
    this._need = null;
    this.#heard = this.source;
    this.#heard?.addEventListener(RecordsEvent.type, this.#onRecords);
    void this.#ask();
  }

  #unfollow(): void {
    this.#heard?.removeEventListener(RecordsEvent.type, this.#onRecords);
    this.#heard = null;
    this.#asked += 1;
  }

  readonly #onRecords = (event: Event): void => {
    if (event instanceof RecordsEvent && event.kinds.some(kind => ABOUT.has(kind))) void this.#ask();
  };

  /** Where the server can't be asked, nothing is said: what was known before may be so no more. */
  async #ask(): Promise<void> {
    const {source} = this;
    const me = source?.facts?.me;
    if (source === null || me === undefined || !isProfessional(me.role)) return;
    const turn = ++this.#asked;
    const [calls, list, more] = await Promise.all([
      listHelpCalls(source.http),
      listWithholdings(source.http),
      listOverrides(source.http),
    ]);
    if (turn !== this.#asked) return;
    this._need = needOf(
      calls.ok ? calls.value : [],
      list.ok ? list.value.withholdings : [],
      more.ok ? more.value.overrides : [],
    );
  }
}
