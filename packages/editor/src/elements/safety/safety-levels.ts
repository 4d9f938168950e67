import {SAFETY_LEVELS, type SafetyLevel} from '@goldthread/schema';
import {css, html, LitElement, type PropertyValues, type TemplateResult} from 'lit';
import type {PlanSource} from '../../context/plan-source.ts';
import {readLevels, sayLevels} from '../../records/safety.ts';
import {base} from '../../styles/shared-sheets.ts';
import {people} from '../../words/en/people.ts';
import {safety as say} from '../../words/en/safety.ts';
import {formStyles} from '../screen/form.styles.ts';
import {LoadingController} from '../screen/loading.ts';
import {screenWith} from '../screen/page.ts';
import {problemBox} from '../screen/problem-box.ts';
import {tick} from '../screen/rows.ts';
import {sentenceOf} from '../screen/sentence-of.ts';

const afterRows = css`
  fieldset + .hint {
    margin-top: var(--s4);
  }
`;

/** From the earliest help on, as people know it. */
const IN_ORDER = SAFETY_LEVELS.toReversed();

/**
 * Where the child is on the continuum of help: what the safety map takes its names from.
 *
 * @summary What holds for the child now.
 * @event plan-screen-close - The person has closed it.
 */
export class SafetyLevels extends LitElement {
  static override properties = {
    source: {attribute: false},
    _ticked: {state: true},
    _problem: {state: true},
    _told: {state: true},
  };
  static override styles = [base, formStyles, afterRows];
  declare source: PlanSource;
  /** What this person changed and hasn't kept yet; null for nothing. */
  declare _ticked: ReadonlySet<SafetyLevel> | null;
  declare _problem: string;
  declare _told: string;
  readonly #levels = new LoadingController(this, () => readLevels(this.source.http));

  constructor() {
    super();
    this._ticked = null;
    this._problem = '';
    this._told = '';
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('_problem') && this._problem !== '')
      this.renderRoot.querySelector<HTMLElement>('.problem')?.focus();
  }

  protected override render(): TemplateResult {
    const heading = say.title(this.source.facts?.childName ?? '');
    const isKnown = this.#levels.value !== null;
    return screenWith({
      heading,
      body: this.#levels.draw(() => this.#form(heading)),
      acts: isKnown
        ? html`<button class="btn" type="button" @click=${() => void this.#keep()}>${say.keep}</button>`
        : null,
      back: null,
    });
  }

  #form(heading: string): TemplateResult {
    return html`<p class="hint">${say.intro}</p>
      ${problemBox(this._problem)}
      <p class="told" role="status">${this._told}</p>
      <fieldset>
        <legend class="vh">${heading}</legend>
        ${IN_ORDER.map(level =>
          tick({label: say.levels[level], isOn: this.#now.has(level)}, isOn => this.#tick(level, isOn)),
        )}
      </fieldset>
      <p class="hint">${say.hint}</p>`;
  }

  /** What holds as this person has it now. */
  get #now(): ReadonlySet<SafetyLevel> {
    return this._ticked ?? new Set(this.#levels.value);
  }

  #tick(level: SafetyLevel, isOn: boolean): void {
    const others = [...this.#now].filter(one => one !== level);
    this._ticked = new Set(isOn ? [...others, level] : others);
    this._told = '';
  }

  async #keep(): Promise<void> {
    this._problem = '';
    this._told = '';
    const now = this.#now;
    const levels = SAFETY_LEVELS.filter(level => now.has(level));
    const answer = await sayLevels(this.source.http, levels, this.#levels.value ?? []);
    if (!answer.ok) {
      this._problem =
        answer.error.code === 'ALREADY_CHANGED' ? await this.#meanwhile(now) : sentenceOf(answer.error);
      return;
    }
    this.#levels.know(answer.value);
    this._ticked = null;
    this._told = say.kept;
  }

  /** What somebody else said meanwhile, in words. What this person ticked stays as it is, to be kept or not. */
  async #meanwhile(mine: ReadonlySet<SafetyLevel>): Promise<string> {
    this._ticked ??= mine;
    const newer = await readLevels(this.source.http);
    if (!newer.ok) return sentenceOf(newer.error);
    this.#levels.know(newer.value);
    const now = IN_ORDER.filter(level => newer.value.includes(level)).map(level => say.levels[level]);
    return say.changed(now.length === 0 ? say.none : people.and(now));
  }
}
