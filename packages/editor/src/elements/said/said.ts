import {PLAN_TYPES, sectionOf, withName} from '@goldthread/schema';
import {coverageOf} from '@goldthread/schema/traces';
import {html, LitElement, type PropertyValues, type TemplateResult} from 'lit';
import {PlanScreenClose} from '../../events/screen-close.ts';
import type {RecordAnswer} from '../../records/ask-records.ts';
import {findingsIn, uncleared, type Finding} from '../../records/disclosure.ts';
import {leaveTrace, quoteItem, takeTraceBack, unquoteItem} from '../../records/traces.ts';
import {base} from '../../styles/shared-sheets.ts';
import type {PlanHttp} from '../../sync/plan-http.ts';
import {dayIn} from '../../words/clock-time.ts';
import {said as say} from '../../words/en/said.ts';
import type {PlanHost} from '../plan/plan-host.ts';
import {CopyReasonAsk} from '../screen/copy-reason.ts';
import {formStyles} from '../screen/form.styles.ts';
import {screenWith, type ScreenPage} from '../screen/page.ts';
import {problemBox} from '../screen/problem-box.ts';
import {sentenceOf} from '../screen/sentence-of.ts';
import {DocsAtRest} from './docs-at-rest.ts';
import {NO_DRAFT, saidQuestion, type Question, type SaidAnswers, type SaidDraft} from './said-forms.ts';
import {readSaid, type SaidItem} from './said-items.ts';
import type {SaidActs} from './said-lines.ts';
import {saidList} from './said-list.ts';
import {mayLeave, quoteStateOf, tie, tieable, type Said} from './said-rights.ts';
import {saidStyles} from './said.styles.ts';
import {TraceStore} from './trace-store.ts';

/**
 * What the child said, and what became of each thing: where it stands in the plan, what was written because of it, why it isn't in the
 * plan, what was done. Made of nothing but what this reader receives, live.
 *
 * @summary What became of what the child said.
 * @event plan-screen-close - The person goes to a place in the plan.
 */
export class PlanSaid extends LitElement {
  static override properties = {
    plan: {attribute: false},
    _at: {state: true},
    _one: {state: true},
    _draft: {state: true},
    _findings: {state: true},
    _problem: {state: true},
    _news: {state: true},
  };
  static override styles = [base, formStyles, saidStyles];
  declare plan: PlanHost;
  /** The list, or a question about one thing. */
  declare _at: 'list' | Question;
  /** The id of what the question is about. */
  declare _one: string;
  declare _draft: SaidDraft;
  declare _findings: readonly Finding[];
  declare _problem: string;
  declare _news: string;
  readonly #why = new CopyReasonAsk(this);
  #isBusy = false;

  constructor() {
    super();
    this._at = 'list';
    this._one = '';
    this._draft = NO_DRAFT;
    this._findings = [];
    this._problem = '';
    this._news = '';
    this.addController(new DocsAtRest(this, () => this.plan.source));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#store.addEventListener('change', this.#onChange);
    void this.#store.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#store.removeEventListener('change', this.#onChange);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('_problem') && this._problem !== '')
      this.renderRoot.querySelector<HTMLElement>('.problem')?.focus();
    if (changed.has('_news') && this._news !== '')
      this.renderRoot.querySelector<HTMLElement>('[role="status"]')?.focus();
  }

  protected override render(): TemplateResult {
    const items = readSaid(this.plan);
    const all = coverageOf(items, this.#store.known ?? []);
    return screenWith(this.#page(items, all));
  }

  #page(items: readonly SaidItem[], all: readonly Said[]): ScreenPage {
    const one = all.find(({item}) => item.id === this._one);
    const {_at: at, _draft: draft, _findings: findings} = this;
    const child = this.#childName;
    if (at === 'list' || one === undefined) {
      const isKnown = this.#store.known !== null;
      const body = saidList({
        all: isKnown ? all : null,
        child,
        today: dayIn(new Date()),
        news: this._news,
        acts: this.#acts,
      });
      return {heading: say.title, body, acts: null, back: null};
    }
    const to = at === 'tie' ? tieable(this.plan, items, one) : [];
    const page = saidQuestion({at, one, draft, findings, child, to}, this.#answers(one, to));
    return {...page, body: html`${problemBox(this._problem)} ${page.body} ${this.#why.rows()}`};
  }

  #answers(one: Said, to: readonly SaidItem[]): SaidAnswers {
    return {
      set: change => (this._draft = {...this._draft, ...change}),
      tie: () => this.#tie(one, to),
      leave: act => this.#leave(one, act),
      quote: () => void this.#quote(one),
      back: () => this.#go('list'),
    };
  }

  get #acts(): SaidActs {
    const {plan} = this;
    const me = plan.source?.facts?.me.id;
    const ask = (at: Question) => (one: Said) => this.#go(at, one);
    return {
      childName: this.#childName,
      mayLeave: mayLeave(plan),
      quoteState: one => quoteStateOf(plan, one),
      mayUnquote: one =>
        one.quotes.some(({id}) => id !== one.item.id && isMade(one, id)) &&
        quoteStateOf(plan, {...one, quotes: []}) !== 'no',
      isOwn: ({by}) => by === me && mayLeave(plan),
      houseOf: item => this.#houseOf(item),
      goTo: item => {
        this.dispatchEvent(new PlanScreenClose());
        void plan.goTo(item.root, item.id);
      },
      quote: one => void this.#quote(one),
      unquote: one => void this.#send(http => unquoteItem(http, one.item.id), say.saved.unquote),
      tie: ask('tie'),
      why: ask('why'),
      did: ask('did'),
      takeBack: ({id}) => void this.#send(http => takeTraceBack(http, id), say.saved.back),
    };
  }

  async #quote(one: Said): Promise<void> {
    if (uncleared(this._findings, this._draft.cleared).length > 0) {
      this._problem = say.lookFirst;
      return;
    }
    const {cleared} = this._draft;
    await this.#send(
      async http => {
        const answer = await quoteItem(http, one.item.id, cleared);
        const findings = answer.ok ? [] : findingsIn(answer.error);
        if (findings.length > 0) {
          this.#go('look', one);
          this._findings = findings;
        }
        return answer;
      },
      say.saved.quote,
      one,
    );
  }

  #tie(one: Said, all: readonly SaidItem[]): void {
    const to = all.find(({id}) => id === this._draft.to);
    if (to === undefined) this._problem = say.pickFirst;
    else if (one.item.compartmentId !== null)
      void this.#send(http => leaveTrace(http, one.item.id, {act: 'linked', to: to.id}), say.saved.tie);
    else if (tie(this.plan, to, one.item.id)) {
      this.#go('list');
      this._news = say.saved.tie;
    }
  }

  #leave({item}: Said, act: 'reason' | 'done'): void {
    const {words, on} = this._draft;
    if (words.trim() === '') this._problem = say.empty;
    else if (act === 'done' && (on === '' || on > dayIn(new Date()))) this._problem = say.noDay;
    else {
      const trace = act === 'done' ? ({act, words, on} as const) : ({act, words} as const);
      void this.#send(http => leaveTrace(http, item.id, {...trace, ...this.#why.why}), say.saved[act]);
    }
  }

  async #send(
    ask: (http: PlanHttp) => Promise<RecordAnswer<unknown>>,
    news: string,
    about?: Said,
  ): Promise<void> {
    const http = this.plan.source?.http;
    if (http === undefined || this.#isBusy) return;
    this.#isBusy = true;
    this._problem = '';
    this._news = '';
    const answer = await ask(http);
    this.#isBusy = false;
    if (!answer.ok) {
      this.#why.hear(answer.error);
      if (about !== undefined && findingsIn(answer.error).length > 0) return;
      if (this._at === 'list') this._news = sentenceOf(answer.error);
      else this._problem = sentenceOf(answer.error);
      return;
    }
    await this.#store.load();
    this.#go('list');
    this._news = news;
  }

  #go(at: 'list' | Question, one?: Said): void {
    this._problem = '';
    this._news = '';
    this._findings = [];
    this._draft = NO_DRAFT;
    this.#why.clear();
    this._one = one?.item.id ?? '';
    this._at = at;
  }

  get #childName(): string {
    return this.plan.source?.facts?.childName ?? '';
  }

  #houseOf({root}: SaidItem): string {
    const type = PLAN_TYPES[this.plan.source?.facts?.planType ?? ''];
    const section = type === undefined ? undefined : sectionOf(type, root);
    return withName(section?.plainTitle ?? '', this.#childName);
  }

  get #store(): TraceStore {
    return TraceStore.of(this.plan);
  }

  readonly #onChange = (): void => this.requestUpdate();
}

/** Whether a quotation was made from the words, and not written there by hand. */
function isMade({quotes, item}: Said, id: string): boolean {
  return quotes.some(
    one => one.id === id && one.links.some(({rel, to}) => rel === 'quotes' && to === item.id),
  );
}
