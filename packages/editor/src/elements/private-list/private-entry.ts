import type {Decider} from '@goldthread/schema';
import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import type {RecordAnswer} from '../../records/ask-records.ts';
import {checkDisclosure, findingsIn, uncleared, type Finding} from '../../records/disclosure.ts';
import {approve, release, review} from '../../records/withholding-calls.ts';
import type {Withholding} from '../../records/withholding.ts';
import {base} from '../../styles/shared-sheets.ts';
import type {PlanHttp} from '../../sync/plan-http.ts';
import {privateList} from '../../words/en/private-list.ts';
import {marks} from '../marks.ts';
import {formStyles} from '../screen/form.styles.ts';
import {problemBox} from '../screen/problem-box.ts';
import {sentenceOf} from '../screen/sentence-of.ts';
import {askForm, openForm, reviewForm} from './entry-acts.ts';
import {entryDetails} from './entry-details.ts';
import {namesOf, openingHint, stateOf, type PrivateEntry} from './entry-view.ts';
import {privateListStyles} from './private-list.styles.ts';
import {reviewProblem} from './review-problem.ts';

/** What is asked about in place before it is done. */
export type EntryAct = 'review' | 'ask' | 'open';

/**
 * One decision: the words that are kept private, from whom, where it stands, and what this person may do about it.
 *
 * @summary One thing that is kept private.
 * @event decided - Something was done; the list has to be asked for again.
 */
export class PrivateEntryCard extends LitElement {
  static override properties = {
    entry: {attribute: false},
    http: {attribute: false},
    people: {attribute: false},
    today: {attribute: false},
    _act: {state: true},
    _day: {state: true},
    _findings: {state: true},
    _cleared: {state: true},
    _problem: {state: true},
    _told: {state: true},
    _isBusy: {state: true},
  };
  static override styles = [base, formStyles, privateListStyles];
  declare entry: PrivateEntry;
  declare http: PlanHttp;
  declare people: readonly Decider[];
  declare today: string;
  declare _act: EntryAct | null;
  declare _day: string;
  declare _findings: readonly Finding[];
  declare _cleared: readonly string[];
  declare _problem: string;
  /** What was just done, in words. */
  declare _told: string;
  declare _isBusy: boolean;

  constructor() {
    super();
    this.people = [];
    this.today = '';
    this._act = null;
    this._day = '';
    this._findings = [];
    this._cleared = [];
    this._problem = '';
    this._told = '';
    this._isBusy = false;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('_problem') && this._problem !== '') this.#focus('.problem');
    if (changed.has('_told') && this._told !== '') this.#focus('.told');
    if (changed.has('_act') && this._act !== null) this.#focus('.act input, .act button');
  }

  protected override render(): TemplateResult {
    const {entry} = this;
    const state = stateOf(entry);
    const isOver = entry.decision.status === 'released' || entry.decision.status === 'undone';
    return html`<article aria-label=${entry.what}>
      <div class="island">
        ${marks.lock}
        <div>
          <h3>${privateList.hiddenFrom(namesOf(entry))}</h3>
          <p class="words">${entry.what}</p>
        </div>
      </div>
      ${isOver ? nothing : html`<p class="state">${marks[state.mark]} <span>${state.words}</span></p>`}
      ${this._told === '' ? nothing : html`<p class="told" role="status" tabindex="-1">${this._told}</p>`}
      ${problemBox(this._problem)} ${isOver ? nothing : this.#acts()} ${this.#form()} ${entryDetails(entry)}
    </article>`;
  }

  #acts(): TemplateResult | typeof nothing {
    const {what, decision} = this.entry;
    const say = privateList;
    const isAsked = decision.status === 'releaseAsked';
    if (this._act !== null) return nothing;
    if (!decision.mayApprove && !decision.mayReview && !decision.mayRelease) return nothing;
    return html`<p class="acts">
      ${
        decision.mayApprove
          ? html`<button
              class="btn second"
              type="button"
              aria-label=${say.approveOf(what)}
              ?disabled=${this._isBusy}
              @click=${() => void this.#do(approve(this.http, decision.id), say.approved)}
            >
              ${say.approve}
            </button>`
          : nothing
      }
      ${decision.mayReview ? this.#opener('review', say.check, say.checkOf(what)) : nothing}
      ${decision.mayRelease ? this.#opener(isAsked ? 'open' : 'ask', isAsked ? say.open : say.askOpen, (isAsked ? say.openOf : say.askOpenOf)(what)) : nothing}
    </p>`;
  }

  #opener(act: EntryAct, text: string, label: string): TemplateResult {
    return html`<button class="quiet" type="button" aria-label=${label} @click=${() => void this.#begin(act)}>
      ${text}
    </button>`;
  }

  #form(): TemplateResult | typeof nothing {
    const {decision} = this.entry;
    const cancel = () => this.#end();
    switch (this._act) {
      case null:
        return nothing;
      case 'review':
        return reviewForm(
          {
            decision,
            people: this.people,
            today: this.today,
            day: this._day,
            hasProblem: this._problem !== '',
          },
          {cancel, setDay: day => (this._day = day), keep: () => this.#keep()},
        );
      case 'ask':
        return askForm({cancel, ask: () => this.#ask()});
      case 'open':
        return openForm(
          {
            hint: openingHint(this.entry),
            findings: this._findings,
            cleared: this._cleared,
          },
          {cancel, clear: cleared => (this._cleared = cleared), open: () => this.#open()},
        );
    }
  }

  async #begin(act: EntryAct): Promise<void> {
    this._problem = '';
    this._told = '';
    this._cleared = [];
    if (act === 'open') await this.#lookForTells();
    this._act = act;
  }

  #end(): void {
    this._act = null;
    this._problem = '';
    void this.updateComplete.then(() => this.#focus('.acts button'));
  }

  /** What opening it would tell; a check that can't be had now is the server's to make. */
  async #lookForTells(): Promise<void> {
    const root = this.entry.root;
    const found = root === null ? null : await checkDisclosure(this.http, [this.entry.what], root);
    this._findings = found?.ok === true ? found.value : [];
  }

  #keep(): void {
    this._problem = reviewProblem(this.entry.decision, this.people, this.today, this._day);
    if (this._problem === '')
      void this.#do(review(this.http, this.entry.decision.id, this._day), privateList.checked);
  }

  #ask(): void {
    void this.#do(release(this.http, this.entry.decision.id, []), privateList.asked);
  }

  #open(): void {
    const isClear = uncleared(this._findings, this._cleared).length === 0;
    this._problem = isClear ? '' : privateList.tickAll;
    const {id, personId} = this.entry.decision;
    const told = personId === null ? privateList.opened : privateList.openedPerson;
    if (isClear) void this.#do(release(this.http, id, this._cleared), told);
  }

  async #do(asked: Promise<RecordAnswer<Withholding>>, told: string): Promise<void> {
    this._isBusy = true;
    this._problem = '';
    const done = await asked;
    this._isBusy = false;
    if (!done.ok) {
      this._problem = sentenceOf(done.error);
      // The server looks at the words as they are now, and at more than the first of them.
      const known = this._findings.filter(({key}) => this._cleared.includes(key));
      const more = findingsIn(done.error);
      if (more.length > 0) this._findings = [...known, ...more];
      return;
    }
    this._act = null;
    this._told = told;
    this.entry = {...this.entry, decision: done.value};
    this.dispatchEvent(new Event('decided'));
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
