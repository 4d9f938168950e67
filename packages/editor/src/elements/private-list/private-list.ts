import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {PlanSource} from '../../context/plan-source.ts';
import {withheldWords} from '../../context/withheld-words.ts';
import {PlanScreenOpen} from '../../events/screen-open.ts';
import {listWithholdings} from '../../records/withholding-calls.ts';
import type {Withholding} from '../../records/withholding.ts';
import {base} from '../../styles/shared-sheets.ts';
import {dayIn} from '../../words/clock-time.ts';
import {privateList} from '../../words/en/private-list.ts';
import {screen} from '../../words/en/screen.ts';
import {words} from '../../words/words.ts';
import {formStyles} from '../screen/form.styles.ts';
import {sentenceOf} from '../screen/sentence-of.ts';
import {isWaiting, needsMe, type PrivateEntry} from './entry-view.ts';
import {privateListStyles} from './private-list.styles.ts';

type ListState =
  | {readonly kind: 'looking'}
  | {readonly kind: 'failed'; readonly sentence: string}
  | {readonly kind: 'known'; readonly decisions: readonly Withholding[]};

type Group = 'needsYou' | 'waiting' | 'others';

/**
 * All that is kept private on the plan and that this person may know: what waits for them first. An entry keeps its
 * place while the list is open, so that nothing jumps away from under a hand.
 *
 * @summary What is kept private.
 * @event plan-screen-open - The person wants to keep somebody private.
 * @event plan-screen-close - The person has closed it.
 */
export class PrivateList extends LitElement {
  static override properties = {
    source: {attribute: false},
    mayHide: {attribute: false},
    _state: {state: true},
  };
  static override styles = [base, formStyles, privateListStyles];
  declare source: PlanSource;
  /** Whether this person may keep somebody private from others. */
  declare mayHide: boolean;
  declare _state: ListState;
  readonly #groups = new Map<string, Group>();
  #listening: PlanSource | null = null;

  constructor() {
    super();
    this.mayHide = false;
    this._state = {kind: 'looking'};
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listen(null);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('source')) return;
    this.#listen(this.source);
    void this.#load();
  }

  protected override render(): TemplateResult {
    return html`<goldthread-screen .heading=${privateList.title}>
      <p class="intro">${privateList.intro}</p>
      ${this.mayHide ? this.#hideButton() : nothing} ${this.#content()}
    </goldthread-screen>`;
  }

  #hideButton(): TemplateResult {
    return html`<p>
      <button
        class="quiet"
        type="button"
        @click=${() => this.dispatchEvent(new PlanScreenOpen('hidePerson'))}
      >
        ${words.plan.more.screens.hidePerson}
      </button>
    </p>`;
  }

  #content(): TemplateResult {
    const state = this._state;
    switch (state.kind) {
      case 'looking':
        return html`<p role="status">${screen.looking}</p>`;
      case 'failed':
        return html`<p role="alert">${state.sentence}</p>
          <button class="btn second" type="button" @click=${() => void this.#load()}>
            ${screen.tryAgain}
          </button>`;
      case 'known':
        return state.decisions.length === 0 ? this.#empty() : this.#list(state.decisions);
    }
  }

  #empty(): TemplateResult {
    return html`<h2>${privateList.empty}</h2>
      <p>${privateList.emptyHint}</p>`;
  }

  #list(decisions: readonly Withholding[]): TemplateResult {
    const say = privateList;
    const group = (name: Group, title: string) => {
      const found = decisions.filter(one => this.#groups.get(one.id) === name);
      return found.length === 0
        ? nothing
        : html`<h2>${title}</h2>
            <ul>
              ${repeat(
                found,
                one => one.id,
                one => html`<li>${this.#entry(one)}</li>`,
              )}
            </ul>`;
    };
    return html`${group('needsYou', say.needsYou)} ${group('waiting', say.waiting)}
    ${group('others', say.others)}`;
  }

  #entry(decision: Withholding): TemplateResult {
    const {facts, http} = this.source;
    const people = (facts?.people ?? []).map(({id, role, lead}) => ({id, role, lead, hiddenFrom: []}));
    return html`<goldthread-private-entry
      .entry=${this.#viewOf(decision)}
      .http=${http}
      .people=${people}
      .today=${dayIn(new Date())}
      @decided=${() => void this.#load()}
    ></goldthread-private-entry>`;
  }

  #viewOf(decision: Withholding): PrivateEntry {
    const nameOf = (id: string) => this.source.facts?.people.find(person => person.id === id)?.name ?? '';
    const found = withheldWords(this.source, decision);
    const what =
      decision.personId === null
        ? found.map(one => one.words).join(' ')
        : privateList.withheldPerson(nameOf(decision.personId));
    return {decision, what: what === '' ? privateList.wordsGone : what, root: found[0]?.root ?? null, nameOf};
  }

  async #load(): Promise<void> {
    const found = await listWithholdings(this.source.http);
    if (!found.ok) {
      // What is on the screen already is better than a sentence about a connection.
      if (this._state.kind !== 'known') this._state = {kind: 'failed', sentence: sentenceOf(found.error)};
      return;
    }
    const {withholdings} = found.value;
    for (const one of withholdings) if (!this.#groups.has(one.id)) this.#groups.set(one.id, groupOf(one));
    this._state = {kind: 'known', decisions: this.#withEnded(withholdings)};
  }

  /** An entry that was just opened stays until the list is closed, and says so. */
  #withEnded(now: readonly Withholding[]): readonly Withholding[] {
    if (this._state.kind !== 'known') return now;
    const ids = new Set(now.map(({id}) => id));
    const ended = this._state.decisions
      .filter(one => !ids.has(one.id))
      .map(one => ({...one, status: 'released' as const}));
    return [...now, ...ended];
  }

  readonly #again = (): void => void this.#load();

  #listen(source: PlanSource | null): void {
    this.#listening?.removeEventListener('records', this.#again);
    this.#listening = source;
    source?.addEventListener('records', this.#again);
  }
}

function groupOf(decision: Withholding): Group {
  if (needsMe(decision)) return 'needsYou';
  return isWaiting(decision) ? 'waiting' : 'others';
}
