import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {PlanWithheld} from '../../events/withheld.ts';
import {checkDisclosure, findingsIn, type Finding} from '../../records/disclosure.ts';
import {withhold as withholdNow} from '../../records/withholding-calls.ts';
import {base} from '../../styles/shared-sheets.ts';
import type {PlanHttp} from '../../sync/plan-http.ts';
import {screen} from '../../words/en/screen.ts';
import {withhold} from '../../words/en/withhold.ts';
import {withholdChild} from '../../words/en/withhold-child.ts';
import {withholdPerson} from '../../words/en/withhold-person.ts';
import {copyReasonRows} from '../screen/copy-reason.ts';
import {formStyles} from '../screen/form.styles.ts';
import {problemBox} from '../screen/problem-box.ts';
import type {PlanScreen} from '../screen/screen.ts';
import {sentenceOf} from '../screen/sentence-of.ts';
import {NO_ANSWERS, settled, type Answers} from './answers.ts';
import {askedAs, isAboutPerson, nameIn, type WithholdCase} from './case.ts';
import {pageOf, titleOfStep} from './page-of.ts';
import {answerList} from './pages/answer-list.ts';
import type {Page} from './pages/page.ts';
import {subjectOf} from './pages/subject.ts';
import {proposalOf} from './proposal.ts';
import {seenBy, type Seen} from './seen-by.ts';
import {openWordsAt, problemAt, stepOfCode, stepsOf, type Step} from './steps.ts';
import {withholdStyles} from './withhold.styles.ts';

/** The longest that taking back is offered, whatever the clocks of server and page say. */
const UNDO_MS = 30_000;

/**
 * The decision that named people don't see an item or a new note, or don't learn that somebody is on the plan: one question at a time, then a look at the part as
 * they will see it. It keeps the answers; whether they may stand is for the rules and the server to say.
 *
 * @summary Who can see this.
 * @event plan-withheld - It is hidden now.
 * @event plan-screen-close - The person has closed it.
 */
export class PlanWithhold extends LitElement {
  static override properties = {
    about: {attribute: false},
    http: {attribute: false},
    offline: {type: Boolean},
    currentWords: {attribute: false},
    _step: {state: true},
    _answers: {state: true},
    _problem: {state: true},
    _findings: {state: true},
    _seen: {state: true},
    _isCopied: {state: true},
    _isHiding: {state: true},
    _isChecking: {state: true},
  };
  static override styles = [base, formStyles, withholdStyles];
  declare about: WithholdCase;
  declare http: PlanHttp;
  /** There is no connection, so nothing can be hidden. */
  declare offline: boolean;
  /** The words of the item as they are now; somebody may change them meanwhile. */
  declare currentWords: string | null;
  declare _step: Step;
  declare _answers: Answers;
  declare _problem: string;
  declare _findings: readonly Finding[];
  declare _seen: readonly Seen[] | null | undefined;
  /** Some of the words stand in a private note that fewer people read, and it has to be said why they may stand here. */
  declare _isCopied: boolean;
  declare _isHiding: boolean;
  /** One answer is being changed from the last page, which comes next. */
  declare _isChecking: boolean;

  constructor() {
    super();
    this.offline = false;
    this.currentWords = null;
    this._step = 'who';
    this._answers = NO_ANSWERS;
    this._problem = '';
    this._findings = [];
    this._seen = undefined;
    this._isCopied = false;
    this._isHiding = false;
    this._isChecking = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('about')) this._step = this.#steps[0] ?? 'look';
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('_problem') && this._problem !== '')
      this.renderRoot.querySelector<HTMLElement>('.problem')?.focus();
  }

  get #steps(): readonly Step[] {
    return stepsOf(this.about);
  }

  protected override render(): TemplateResult {
    if (this.offline) {
      return html`<goldthread-screen .heading=${withhold.title}
        ><p>${withhold.offline}</p></goldthread-screen
      >`;
    }
    const steps = this.#steps;
    const at = steps.indexOf(this._step);
    return html`<goldthread-screen
      .heading=${titleOfStep(this._step, this.about, this._answers)}
      .step=${withhold.stepOf(at + 1, steps.length)}
      .canGoBack=${at > 0}
      has-acts
      @back=${() => this.#goTo(steps[at - 1])}
    >
      ${problemBox(this._problem)} ${subjectOf(this._step, this.#page, this.currentWords)}
      ${pageOf(this._step, this.#page, {seen: this._seen, hasChanged: this.#hasChanged})}
      ${this._step === 'look' && askedAs(this.about) !== 'child' ? answerList(this.#page, steps.slice(0, -1), step => this.#change(step)) : nothing}
      ${this._step === 'look' && this._isCopied ? copyReasonRows(this._answers.copyReason, copyReason => this.#set({copyReason})) : nothing}
      <p class="buttons" slot="acts">${this._step === 'look' ? this.#lastButtons() : this.#nextButton()}</p>
    </goldthread-screen>`;
  }

  get #page(): Page {
    return {
      about: this.about,
      answers: this._answers,
      hasProblem: this._problem !== '',
      findings: this._findings,
      set: change => this.#set(change),
    };
  }

  #set(change: Partial<Answers>): void {
    this._answers = {...this._answers, ...change};
    this._problem = '';
  }

  get #hasChanged(): boolean {
    const {item} = this.about;
    return item !== null && this.currentWords !== null && this.currentWords !== item.words;
  }

  #nextButton(): TemplateResult {
    return html`<button class="btn" type="button" @click=${() => void this.#next()}>${screen.next}</button>`;
  }

  #lastButtons(): TemplateResult {
    const isChild = askedAs(this.about) === 'child';
    const {cancel} = isChild ? withholdChild : withhold.look;
    const {hide} = isAboutPerson(this.about) ? withholdPerson.look : isChild ? withholdChild : withhold.look;
    return html`<button
        class="btn"
        type="button"
        ?disabled=${this._isHiding}
        @click=${() => void this.#hide()}
      >
        ${this._isHiding ? withhold.look.hiding : hide}
      </button>
      <button class="quiet" type="button" @click=${() => this.#close()}>${cancel}</button>`;
  }

  async #next(): Promise<void> {
    await this.#lookForTells();
    this._problem = problemAt(this._step, this.about, this._answers, this._findings);
    if (this._problem !== '') return;
    this._answers = settled(this._answers);
    const steps = this.#steps;
    this.#goTo(this._isChecking ? 'look' : steps[steps.indexOf(this._step) + 1]);
  }

  #change(step: Step): void {
    this.#goTo(step);
    this._isChecking = true;
  }

  #goTo(step: Step | undefined): void {
    if (step === undefined) return;
    this._isChecking = false;
    this._problem = '';
    this._step = step;
    if (step === 'look') void this.#askWhoSaw();
  }

  /** The server looks for addresses, numbers and names in words that everyone is to read. */
  async #lookForTells(): Promise<void> {
    const text = openWordsAt(this._step, this._answers);
    const {section} = this.about;
    // What may be said of a person stands in no part; the server looks at it when it is hidden.
    if (text === '' || section === null) return;
    const found = await checkDisclosure(this.http, [text], section.root);
    // The server looks again when it is hidden; a check that can't be had now holds nobody up.
    this._findings = found.ok ? found.value : [];
  }

  async #askWhoSaw(): Promise<void> {
    const {item, section} = this.about;
    if (item === null && section !== null) return;
    this._seen = await seenBy(this.http, this._answers.hidden, section?.compartment ?? 'shared');
  }

  async #hide(): Promise<void> {
    const broken = this.#steps.find(
      step => problemAt(step, this.about, this._answers, this._findings) !== '',
    );
    if (broken !== undefined)
      return this.#refuse(broken, problemAt(broken, this.about, this._answers, this._findings));
    this._isHiding = true;
    this._problem = '';
    const done = await withholdNow(this.http, proposalOf(this.about, this._answers));
    this._isHiding = false;
    if (!done.ok) {
      this._isCopied ||= done.error.code === 'COPIED_WORDS';
      this._findings = [...this._findings, ...findingsIn(done.error)];
      const sentence = done.error.problem === 'offline' ? withhold.offline : sentenceOf(done.error);
      return this.#refuse(stepOfCode(done.error.code, this._answers, this._findings), sentence);
    }
    const names = this._answers.hidden.map(id => nameIn(this.about.facts, id));
    const ends = done.value.undoUntil === null ? null : performance.now() + UNDO_MS;
    this.dispatchEvent(new PlanWithheld(done.value.withholdingId, names, ends));
  }

  /** Leads back to the question that something is wrong with, and says what. */
  #refuse(step: Step | null, sentence: string): void {
    if (step !== null && this.#steps.includes(step)) this.#change(step);
    this._problem = sentence;
  }

  #close(): void {
    this.renderRoot.querySelector<PlanScreen>('goldthread-screen')?.close();
  }
}
