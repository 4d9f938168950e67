import type {CopyReason, Decider, ParticipantId} from '@goldthread/schema';
import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import type {RecordAnswer} from '../../records/ask-records.ts';
import {checkDisclosure, findingsIn, uncleared, type Finding} from '../../records/disclosure.ts';
import {addReader, approve, release, review, type ShowAnswer} from '../../records/withholding-calls.ts';
import type {Withholding} from '../../records/withholding.ts';
import {base} from '../../styles/shared-sheets.ts';
import type {PlanHttp} from '../../sync/plan-http.ts';
import {overrides} from '../../words/en/overrides.ts';
import {privateList} from '../../words/en/private-list.ts';
import {marks} from '../marks.ts';
import {formStyles} from '../screen/form.styles.ts';
import {problemBox} from '../screen/problem-box.ts';
import {sentenceOf} from '../screen/sentence-of.ts';
import {entryButtons, type EntryAct} from './entry-buttons.ts';
import {entryDetails} from './entry-details.ts';
import {asksTold, entryForm} from './entry-form.ts';
import {namesOf, stateOf, type PrivateEntry} from './entry-view.ts';
import {privateListStyles} from './private-list.styles.ts';
import {reviewProblem} from './review-problem.ts';
import {NOT_TOLD, toldIn, type ToldDraft} from './told-form.ts';

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
    _copyReason: {state: true},
    _reader: {state: true},
    _problem: {state: true},
    _told: {state: true},
    _toldChild: {state: true},
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
  declare _copyReason: CopyReason | null | undefined;
  /** Who is about to be asked for. */
  declare _reader: ParticipantId | null;
  declare _problem: string;
  /** What was just done, in words. */
  declare _told: string;
  /** What is being written down of telling the child. */
  declare _toldChild: ToldDraft;
  declare _isBusy: boolean;

  constructor() {
    super();
    this.people = [];
    this.today = '';
    this._act = null;
    this._day = '';
    this._findings = [];
    this._cleared = [];
    this._copyReason = undefined;
    this._reader = null;
    this._problem = '';
    this._told = '';
    this._toldChild = NOT_TOLD;
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
    if (this._act !== null) return nothing;
    const {decision} = this.entry;
    return entryButtons(this.entry, {
      isBusy: this._isBusy,
      approve: () => void this.#do(approve(this.http, decision.id), privateList.approved),
      begin: act => void this.#begin(act),
    });
  }

  #form(): TemplateResult | typeof nothing {
    return entryForm(
      {
        ...{entry: this.entry, act: this._act, people: this.people, today: this.today, day: this._day},
        ...{hasProblem: this._problem !== '', reader: this._reader, told: this._toldChild},
        asked: {findings: this._findings, cleared: this._cleared, copyReason: this._copyReason},
      },
      {
        cancel: () => this.#end(),
        setDay: day => (this._day = day),
        keep: () => this.#keep(),
        ask: () => this.#ask(),
        clear: cleared => (this._cleared = cleared),
        setReason: reason => (this._copyReason = reason),
        open: () => this.#open(),
        choose: id => (this._reader = id),
        askReader: () => this.#askReader(),
        agree: () => this.#agree(),
        tell: more => (this._toldChild = {...this._toldChild, ...more}),
      },
    );
  }

  async #begin(act: EntryAct): Promise<void> {
    this._problem = '';
    this._told = '';
    this._cleared = [];
    this._copyReason = undefined;
    this._reader = null;
    this._findings = [];
    this._toldChild = NOT_TOLD;
    if (act === 'open' || act === 'agree') await this.#lookForTells();
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
    this.#show(answer => release(this.http, this.entry.decision.id, answer), privateList.asked);
  }

  #open(): void {
    const {id, personId} = this.entry.decision;
    const told = personId === null ? privateList.opened : privateList.openedPerson;
    this.#show(answer => release(this.http, id, answer), told);
  }

  #askReader(): void {
    const reader = this._reader;
    this._problem = reader === null ? privateList.chooseReader : '';
    const {id} = this.entry.decision;
    if (reader !== null) this.#show(answer => addReader(this.http, id, reader, answer), privateList.asked);
  }

  #agree(): void {
    const {id, readerAsked} = this.entry.decision;
    if (readerAsked !== null)
      this.#show(answer => addReader(this.http, id, readerAsked, answer), privateList.readerAdded);
  }

  /** Goes on to let more people see it, once everything that was asked about it is answered. */
  #show(call: (answer: ShowAnswer) => Promise<RecordAnswer<Withholding>>, told: string): void {
    const {_cleared: cleared, _copyReason: copyReason} = this;
    const isClear = uncleared(this._findings, cleared).length === 0;
    const child = asksTold(this._act, this.entry.decision) ? toldIn(this._toldChild) : undefined;
    this._problem = !isClear ? privateList.tickAll : copyReason === null ? privateList.chooseReason : '';
    if (child === null) this._problem = overrides.needed;
    if (this._problem === '')
      void this.#do(call({cleared, ...(copyReason && {copyReason}), ...(child && {told: child})}), told);
  }

  async #do(asked: Promise<RecordAnswer<Withholding>>, told: string): Promise<void> {
    this._isBusy = true;
    this._problem = '';
    const done = await asked;
    this._isBusy = false;
    if (!done.ok) {
      this._problem = sentenceOf(done.error);
      if (done.error.code === 'COPIED_WORDS') this._copyReason ??= null;
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
