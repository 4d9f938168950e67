import {isProfessional, type RootName} from '@goldthread/schema';
import {html, LitElement, type PropertyValues, type TemplateResult} from 'lit';
import {PlanScreenClose} from '../../events/screen-close.ts';
import type {RecordAnswer} from '../../records/ask-records.ts';
import type {FileFor} from '../../records/disagreement-files.ts';
import {
  noteTry,
  sayDisagreement,
  withdrawDisagreement,
  type Disagreement,
  type DisagreementStep,
} from '../../records/disagreements.ts';
import {base} from '../../styles/shared-sheets.ts';
import type {PlanHttp} from '../../sync/plan-http.ts';
import {disagree as say} from '../../words/en/disagree.ts';
import {AgreementStore} from '../agreement/agreement-store.ts';
import {Following} from '../agreement/following.ts';
import type {PlanHost} from '../plan/plan-host.ts';
import {CopyReasonAsk} from '../screen/copy-reason.ts';
import {formStyles} from '../screen/form.styles.ts';
import {screenWith, type ScreenPage} from '../screen/page.ts';
import {problemBox} from '../screen/problem-box.ts';
import {sentenceOf} from '../screen/sentence-of.ts';
import {disagreeStyles} from './disagree.styles.ts';
import {DisagreeStore} from './disagree-store.ts';
import {DisagreeDrafts} from './drafts.ts';
import {DraftInHand, type DraftHost} from './draft-in-hand.ts';
import {listPage} from './list-page.ts';
import {aboutOf, matterActs, maySayIn} from './matter-acts.ts';
import type {MatterActs} from './matter-lines.ts';
import {partPage} from './part-page.ts';
import {questionPage} from './question-page.ts';
import {replyPage} from './reply-page.ts';
import {TryInHand} from './try-page.ts';

/** What the person is at: looking, or answering the three questions, or saying something to what another side said. */
type At = 'list' | 'part' | 'what' | 'wish' | 'why' | 'reply' | 'try';

/**
 * The record of what sides don't agree on: each in its own words beside what the plan said that day, and who was asked and said
 * nothing. Nothing in it stops the plan.
 *
 * @summary Where people don't agree.
 * @event plan-screen-close - The person goes to an item.
 */
export class PlanDisagree extends LitElement implements DraftHost {
  static override properties = {
    plan: {attribute: false},
    itemId: {attribute: false},
    _at: {state: true},
    _root: {state: true},
    _matter: {state: true},
    _problem: {state: true},
    _news: {state: true},
  };
  static override styles = [base, formStyles, disagreeStyles];
  declare plan: PlanHost;
  /** The item with which the person doesn't agree; empty to look at all. */
  declare itemId: string;
  declare _at: At;
  /** The part of the plan with which the person doesn't agree as a whole. */
  declare _root: RootName | null;
  declare _matter: Disagreement | null;
  declare _problem: string;
  declare _news: string;
  readonly #why = new CopyReasonAsk(this);
  readonly #draft = new DraftInHand(this);
  readonly #try = new TryInHand(this);
  #isBusy = false;

  constructor() {
    super();
    this.itemId = '';
    this._at = 'list';
    this._root = null;
    this._matter = null;
    this._problem = '';
    this._news = '';
    new Following(this, () => [this.#store, AgreementStore.of(this.plan), DisagreeDrafts.of(this.plan)]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.itemId !== '') this._at = 'what';
    void this.#store.load();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('_problem') && this._problem !== '')
      this.renderRoot.querySelector<HTMLElement>('.problem')?.focus();
  }

  protected override render(): TemplateResult {
    return screenWith(this.#page());
  }

  #page(): ScreenPage {
    switch (this._at) {
      case 'list':
        return {heading: say.title, body: this.#list(), acts: null, back: null};
      case 'part':
        return partPage(this.plan, this.#toList, root => {
          this._root = root;
          this.#go('what');
        });
      case 'what':
        return this.#question('words', 'list', 'wish');
      case 'wish':
        return this.#question('wish', 'what', 'why');
      case 'why':
        return this.#question('why', 'wish', null);
      case 'reply':
        return this.#reply();
      case 'try':
        return this.#try.page(AgreementStore.of(this.plan).parties, {
          save: () => this.#sendTry(),
          frame: this.#with,
          back: this.#toList,
        });
    }
  }

  #list(): TemplateResult {
    const role = this.plan.source?.facts?.me.role;
    const part = maySayIn(this.plan) ? () => this.#go('part') : null;
    const note = part !== null && role !== undefined && isProfessional(role) ? () => this.#go('try') : null;
    const {unsent} = DisagreeDrafts.of(this.plan);
    const ways = {note, part, unsent, goOn: this.#goOnWith, source: this.plan.source ?? null};
    return listPage(this.#store.known, this._news, this.#acts, ways);
  }

  /** One of the three questions; `next` is null for the last. */
  #question(field: 'words' | 'wish' | 'why', back: At, next: At | null): ScreenPage {
    return questionPage({
      field,
      about: aboutOf(this.plan, this.itemId, this._root),
      box: this.#draft.box(field),
      http: this.plan.source?.http ?? null,
      back: () => this.#go(back),
      next: () => (next === null ? this.#sendNew() : this.#goOn(next)),
      frame: this.#with,
    });
  }

  #reply(): ScreenPage {
    const mine = AgreementStore.of(this.plan).mine?.key;
    return replyPage({
      one: this._matter,
      box: this.#draft.box('words'),
      isOwn: mine !== undefined && this._matter?.entries[0]?.party === mine,
      send: outcome => this.#sendReply(outcome),
      withdraw: hideWords => this.#withdraw(hideWords),
      frame: this.#with,
      back: this.#toList,
    });
  }

  /** What is asked, below what is wrong with it. */
  readonly #with = (body: TemplateResult): TemplateResult =>
    html`${problemBox(this._problem)} ${body} ${this.#why.rows()}`;

  readonly #toList = (): void => this.#go('list');

  /** Takes up what was begun before. */
  readonly #goOnWith = (about: FileFor): void => {
    this.#draft.takeUp(about, this.#store.known?.disagreements ?? []);
    this.#go('to' in about ? 'reply' : 'what');
  };

  #goOn(next: At): void {
    if (this._at === 'what' && this.#draft.isSilent) this._problem = say.empty;
    else this.#go(next);
  }

  #sendNew(): void {
    const about = this._root === null ? {itemId: this.itemId} : {root: this._root};
    const said = {...about, ...this.#draft.toSend(['words', 'wish', 'why']), ...this.#why.why};
    void this.#send(http => sayDisagreement(http, said), say.sent);
  }

  #sendReply(outcome: DisagreementStep | null): void {
    const one = this._matter;
    if (one === null) return;
    if (outcome === null && this.#draft.isSilent) {
      this._problem = say.emptyReply;
      return;
    }
    const words = this.#draft.toSend(['words']);
    const said = {to: one.id, ...words, ...(outcome !== null && {outcome}), ...this.#why.why};
    void this.#send(http => sayDisagreement(http, said), say.sent);
  }

  #withdraw(hideWords: boolean): void {
    const one = this._matter;
    if (one !== null)
      void this.#send(http => withdrawDisagreement(http, one.id, hideWords), say.outcomes.withdrawn);
  }

  #sendTry(): void {
    const asked = this.#try.whole;
    if (asked === null) this._problem = say.noDay;
    else void this.#send(http => noteTry(http, {...asked, ...this.#why.why}), say.saved);
  }

  async #send(ask: (http: PlanHttp) => Promise<RecordAnswer<unknown>>, news: string): Promise<void> {
    const http = this.plan.source?.http;
    if (http === undefined || this.#isBusy) return;
    this.#isBusy = true;
    this._problem = '';
    const answer = await ask(http);
    this.#isBusy = false;
    if (!answer.ok) {
      this.#why.hear(answer.error);
      this._problem = sentenceOf(answer.error);
      return;
    }
    if (this._at === 'try') this.#try.clear();
    else this.#draft.forget();
    await this.#store.load();
    this.#go('list');
    this._news = news;
  }

  #go(to: At): void {
    this._problem = '';
    this.#why.clear();
    this._news = '';
    this._at = to;
    if (to !== 'list') return;
    this._root = null;
    this._matter = null;
  }

  get #store(): DisagreeStore {
    return DisagreeStore.of(this.plan);
  }

  get #acts(): MatterActs {
    return matterActs(this.plan, {
      maySay: maySayIn(this.plan),
      close: () => void this.dispatchEvent(new PlanScreenClose()),
      reply: one => {
        this._matter = one;
        this.#go('reply');
      },
    });
  }
}
