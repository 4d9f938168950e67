import {html, LitElement, type PropertyValues, type TemplateResult} from 'lit';
import type {PlanSource} from '../../context/plan-source.ts';
import {PlanScreenClose} from '../../events/screen-close.ts';
import {PlanScreenOpen} from '../../events/screen-open.ts';
import {
  listSessions,
  prepareSession,
  type HouseSession,
  type SessionChange,
} from '../../records/house-sessions.ts';
import {base} from '../../styles/shared-sheets.ts';
import type {PlanFacts} from '../../sync/plan-facts.ts';
import type {HttpRefusal, PlanHttp} from '../../sync/plan-http.ts';
import {session as say} from '../../words/en/session.ts';
import {houseColours} from '../houses/house-colours.ts';
import type {HousesSeen, HouseWords} from '../houses/house-words.ts';
import {pens} from '../houses/pens.styles.ts';
import {hush} from '../houses/listen.ts';
import {seenHouses} from '../houses/seen-houses.ts';
import type {PlanHost} from '../plan/plan-host.ts';
import {formStyles} from '../screen/form.styles.ts';
import {LoadingController} from '../screen/loading.ts';
import {screenWith, type ScreenPage} from '../screen/page.ts';
import {sentenceOf} from '../screen/sentence-of.ts';
import {choosingFor, NO_CHOICE} from './guide-acts.ts';
import type {Choosing, GuideHost, GuideView} from './guide-host.ts';
import {pageOf} from './guide-pages.ts';
import {guideStyles} from './guide.styles.ts';
import {keepingLine} from './guide-parts.ts';
import {LeaveGuard} from './leave-guard.ts';
import {listPage, type ListActs} from './list-page.ts';
import {deskOf, type SessionDesk} from './session-desk.ts';
import {stepFor} from './steps.ts';
import {toWords} from './to-words.ts';

const AT_FIRST = {
  ...{
    startWith: '',
    view: {kind: 'list'},
    problem: '',
    news: '',
    isBusy: false,
    choosing: NO_CHOICE,
    _id: '',
  },
};

/**
 * Leads whoever holds a session with the child through its steps, one at a time. Everything that is typed or chosen is on the server as
 * soon as it can be, so that the session goes on where it was after a reload.
 *
 * @summary A session with the child, step by step.
 * @event plan-screen-close - The person goes to words in the plan.
 * @event plan-screen-open - The person has to show who they are, or shows what was written to a room.
 */
export class SessionGuide extends LitElement implements GuideHost {
  static override properties = {
    plan: {attribute: false},
    source: {attribute: false},
    startWith: {attribute: false},
    onPresent: {attribute: false},
    onCompare: {attribute: false},
    view: {state: true},
    problem: {state: true},
    news: {state: true},
    isBusy: {state: true},
    choosing: {state: true},
    _id: {state: true},
  };
  static override styles = [base, formStyles, houseColours, pens, guideStyles];
  declare plan: PlanHost;
  /** The plan as it was opened with: it lets go of it before the guide is off the page. */
  declare source: PlanSource;
  /** The session to go on with; empty for the list. */
  declare startWith: string;
  /** Shows what was written in a session to a room, or what was said on two days: screens of their own, given from outside. */
  declare onPresent: (session: string) => void;
  declare onCompare: () => void;
  declare view: GuideView;
  declare problem: string;
  declare news: string;
  declare isBusy: boolean;
  declare choosing: Choosing;
  declare _id: string;
  readonly #sessions = new LoadingController<readonly HouseSession[]>(this, () => this.#load());
  readonly #seen = seenHouses(this, () => this.source);

  constructor() {
    super();
    Object.assign(this, AT_FIRST);
    new LeaveGuard(this, () => (this._id === '' ? null : this.#desk.drafts));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    hush();
  }

  get http(): PlanHttp {
    return this.source.http;
  }

  get facts(): PlanFacts {
    const {facts} = this.source;
    if (facts === null) throw new RangeError('The guide is opened on a plan that is there.');
    return facts;
  }

  get session(): HouseSession {
    const found = this.#sessions.value?.find(({id}) => id === this._id);
    if (found === undefined) throw new RangeError('A page of a session is shown only where there is one.');
    return this.#desk.with(found);
  }

  get seen(): HousesSeen {
    const {value} = this.#seen;
    if (value === null)
      throw new RangeError('A page of a session is shown only once it is known what was said.');
    return value;
  }

  text(box: string, written = ''): string {
    return this.#desk.drafts.typed(box) ?? this.session.drafts[box] ?? written;
  }

  type(box: string, text: string): void {
    this.problem = '';
    this.news = '';
    this.#desk.drafts.type(box, text);
    this.requestUpdate();
  }

  set(change: SessionChange): void {
    this.problem = '';
    void this.#change(change);
    this.requestUpdate();
  }

  async save(change: SessionChange, boxes: readonly string[]): Promise<boolean> {
    this.isBusy = true;
    await this.#desk.drafts.flush();
    const drafts = Object.fromEntries(boxes.map(box => [box, '']));
    const isSaved = await this.#change({...change, drafts});
    if (isSaved) this.#desk.drafts.drop(boxes);
    this.isBusy = false;
    return isSaved;
  }

  go(view: GuideView): void {
    hush();
    this.problem = '';
    if (view.kind !== 'say') this.news = '';
    if (view.kind === 'ask') this.choosing = choosingFor(this.session.items.find(({id}) => id === view.item));
    if (view.kind === 'step' && this.session.isMine) void this.#change({drafts: {step: view.step}});
    this.view = view;
  }

  goToWords(words: HouseWords): void {
    this.close();
    void toWords(this.plan, words);
  }

  present(): void {
    this.onPresent(this._id);
  }

  readonly close = (): void => void this.dispatchEvent(new PlanScreenClose());

  protected override updated(changed: PropertyValues): void {
    if (changed.has('problem') && this.problem !== '')
      this.renderRoot.querySelector<HTMLElement>('.problem')?.focus();
  }

  protected override render(): TemplateResult {
    return screenWith(this.#page());
  }

  #page(): ScreenPage {
    const waiting = this.#sessions.waiting() ?? this.#seen.waiting();
    const {childName} = this.facts;
    if (waiting !== null) return {heading: say.title(childName), body: waiting, acts: null, back: null};
    if (this.view.kind === 'list') {
      const about = {facts: this.facts, isSure: this.source.isSure};
      return listPage(about, this.#sessions.value ?? [], this.#listActs, this.problem);
    }
    const page = pageOf(this, this.view);
    return {...page, body: html`${page.body}${keepingLine(this.#desk.drafts.keeping)}`};
  }

  readonly #listActs: ListActs = {
    prepare: () => void this.#prepare(),
    goOn: session => this.#open(session, {kind: 'step', step: stepFor(session, session.drafts['step'])}),
    see: session => this.#open(session, {kind: 'summary'}),
    prove: () => this.dispatchEvent(new PlanScreenOpen('confirm')),
    compare: () => this.onCompare(),
  };

  get #desk(): SessionDesk {
    const desk = deskOf(this.source, this._id);
    desk.onKnown = session => this.know(session);
    desk.drafts.onChange = () => this.requestUpdate();
    return desk;
  }

  async #load() {
    const found = await listSessions(this.http);
    const session = found.ok ? found.value.find(({id}) => id === this.startWith) : undefined;
    if (session !== undefined) {
      this.startWith = '';
      this._id = session.id;
      this.view = {kind: 'step', step: stepFor(session, session.drafts['step'])};
    }
    return found;
  }

  async #prepare(): Promise<void> {
    const made = await prepareSession(this.http);
    if (!made.ok) return this.refuse(made.error);
    this.know(made.value);
    this.#open(made.value, {kind: 'step', step: 'parent'});
  }

  #open({id}: HouseSession, view: GuideView): void {
    this._id = id;
    this.go(view);
  }

  /** Writes a change down; what stands there already stays where it can't be. */
  async #change(change: SessionChange): Promise<boolean> {
    const answer = await this.#desk.change(change);
    if (!answer.ok) this.refuse(answer.error);
    return answer.ok;
  }

  know(session: HouseSession): void {
    const others = this.#sessions.value ?? [];
    const isNew = others.every(({id}) => id !== session.id);
    this.#sessions.know(
      isNew ? [session, ...others] : others.map(one => (one.id === session.id ? session : one)),
    );
  }

  refuse(refusal: HttpRefusal): void {
    this.problem = sentenceOf(refusal);
  }

  readonly reload = async (): Promise<void> =>
    void (await Promise.all([this.#sessions.load(), this.#seen.load()]));
}
