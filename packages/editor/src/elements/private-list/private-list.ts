import {isProfessional, ok} from '@goldthread/schema';
import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {PlanSource} from '../../context/plan-source.ts';
import {withheldWords} from '../../context/withheld-words.ts';
import {PlanScreenOpen} from '../../events/screen-open.ts';
import type {RecordAnswer} from '../../records/ask-records.ts';
import {listHelpCalls, type HelpCall} from '../../records/help-calls.ts';
import {listWithholdings} from '../../records/withholding-calls.ts';
import type {Withholding} from '../../records/withholding.ts';
import {base} from '../../styles/shared-sheets.ts';
import {dayIn} from '../../words/clock-time.ts';
import {helpCalls} from '../../words/en/help-calls.ts';
import {privateList} from '../../words/en/private-list.ts';
import {words} from '../../words/words.ts';
import {formStyles} from '../screen/form.styles.ts';
import {LoadingController, newsOf, type Loading} from '../screen/loading.ts';
import {isWaiting, needsMe, type PrivateEntry} from './entry-view.ts';
import {privateListStyles} from './private-list.styles.ts';

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
  };
  static override styles = [base, formStyles, privateListStyles];
  declare source: PlanSource;
  /** Whether this person may keep somebody private from others. */
  declare mayHide: boolean;
  readonly #groups = new Map<string, Group>();
  readonly #list = new LoadingController<readonly Withholding[]>(this, () => this.#ask(), {
    from: () => this.source,
    type: 'records',
    isOurs: () => true,
  });

  /** Calls about which nobody had decided when they came: they keep their place too. */
  readonly #wasOpen = new Set<string>();
  readonly #calls = new LoadingController<readonly HelpCall[]>(
    this,
    () => listHelpCalls(this.source.http),
    newsOf('help', () => this.source),
  );

  constructor() {
    super();
    this.mayHide = false;
  }

  /** Where asking for the list stands. */
  get _state(): Loading<readonly Withholding[]> {
    return this.#list.state;
  }

  protected override render(): TemplateResult {
    return html`<goldthread-screen .heading=${privateList.title}>
      <p class="intro">${privateList.intro}</p>
      ${this.mayHide ? this.#hideButton() : nothing} ${this.#calls.draw(calls => this.#callsPart(calls))}
      ${this.#list.draw(decisions => (decisions.length === 0 ? this.#empty() : this.#groupsOf(decisions)))}
      ${this.#overrides()}
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

  /** Nothing for a family: what was decided against the child's choice is told to the child by a person. */
  #overrides(): TemplateResult | typeof nothing {
    const {me} = this.source.facts ?? {};
    if (me === undefined || !isProfessional(me.role)) return nothing;
    return html`<goldthread-child-overrides
      .source=${this.source}
      .today=${dayIn(new Date())}
    ></goldthread-child-overrides>`;
  }

  /** What waits longest for nobody: it has to be decided the same day. */
  #callsPart(calls: readonly HelpCall[]): TemplateResult {
    for (const {id, decisions} of calls) if (decisions.length === 0) this.#wasOpen.add(id);
    const open = calls.filter(({id}) => this.#wasOpen.has(id));
    const part = (title: string, found: readonly HelpCall[]) =>
      found.length === 0
        ? nothing
        : html`<h2>${title}</h2>
            <ul>
              ${repeat(
                found,
                ({id}) => id,
                call => html`<li>${this.#call(call)}</li>`,
              )}
            </ul>`;
    const decided = calls.filter(call => !open.includes(call));
    return html`${part(helpCalls.title, open)} ${part(helpCalls.decidedTitle, decided)}`;
  }

  #call(call: HelpCall): TemplateResult {
    const what = withheldWords(this.source, call)
      .map(one => one.words)
      .join(' ');
    return html`<goldthread-help-entry
      .call=${call}
      .what=${what === '' ? helpCalls.noWords : what}
      .http=${this.source.http}
      .nameOf=${this.#nameOf}
      @decided=${() => void this.#calls.load()}
    ></goldthread-help-entry>`;
  }

  readonly #nameOf = (id: string): string =>
    this.source.facts?.people.find(person => person.id === id)?.name ?? '';

  #empty(): TemplateResult {
    return html`<h2>${privateList.empty}</h2>
      <p>${privateList.emptyHint}</p>`;
  }

  #groupsOf(decisions: readonly Withholding[]): TemplateResult {
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
      @decided=${() => void this.#list.load()}
    ></goldthread-private-entry>`;
  }

  #viewOf(decision: Withholding): PrivateEntry {
    const nameOf = this.#nameOf;
    const found = withheldWords(this.source, decision);
    const what =
      decision.personId === null
        ? found.map(one => one.words).join(' ')
        : privateList.withheldPerson(nameOf(decision.personId));
    return {decision, what: what === '' ? privateList.wordsGone : what, root: found[0]?.root ?? null, nameOf};
  }

  async #ask(): Promise<RecordAnswer<readonly Withholding[]>> {
    const found = await listWithholdings(this.source.http);
    if (!found.ok) return found;
    const {withholdings} = found.value;
    for (const one of withholdings) if (!this.#groups.has(one.id)) this.#groups.set(one.id, groupOf(one));
    return ok(this.#withEnded(withholdings));
  }

  /** An entry that was just opened stays until the list is closed, and says so. */
  #withEnded(now: readonly Withholding[]): readonly Withholding[] {
    const ids = new Set(now.map(({id}) => id));
    const ended = (this.#list.value ?? [])
      .filter(one => !ids.has(one.id))
      .map(one => ({...one, status: 'released' as const}));
    return [...now, ...ended];
  }
}

function groupOf(decision: Withholding): Group {
  if (needsMe(decision)) return 'needsYou';
  return isWaiting(decision) ? 'waiting' : 'others';
}
