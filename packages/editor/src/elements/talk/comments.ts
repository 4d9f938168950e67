import type {CopyReason} from '@goldthread/schema';
import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {nameOf} from '../../context/item-index.ts';
import {PlanScreenOpen} from '../../events/screen-open.ts';
import {actOnComment, sayComment, type CommentThread} from '../../records/comments.ts';
import {base} from '../../styles/shared-sheets.ts';
import {authors} from '../../words/en/authors.ts';
import {comments as say} from '../../words/en/comments.ts';
import {commentsChild} from '../../words/en/comments-child.ts';
import {screen} from '../../words/en/screen.ts';
import {words} from '../../words/words.ts';
import {AgreementStore, itemCalled} from '../agreement/agreement-store.ts';
import {Following} from '../agreement/following.ts';
import type {PlanHost} from '../plan/plan-host.ts';
import {formStyles} from '../screen/form.styles.ts';
import {sentenceOf} from '../screen/sentence-of.ts';
import {commentForm, type NotSent} from './comment-form.ts';
import {CommentStore} from './comment-store.ts';
import {commentsStyles} from './comments.styles.ts';
import {passagesOf, type Passage} from './item-words.ts';
import {threadLines, type ThreadActs} from './thread-lines.ts';

/**
 * What people said beside one item, thread by thread, and where this person says something: about all of it or about words of it.
 *
 * @summary The comments of one item.
 * @event plan-screen-open - The person asks who wrote it.
 */
export class PlanComments extends LitElement {
  static override properties = {
    plan: {attribute: false},
    itemId: {attribute: false},
    selected: {attribute: false},
    _text: {state: true},
    _chosen: {state: true},
    _replyTo: {state: true},
    _notSent: {state: true},
    _news: {state: true},
  };
  static override styles = [base, formStyles, commentsStyles];
  declare plan: PlanHost;
  declare itemId: string;
  /** Words that were selected when it was opened. */
  declare selected: string;
  declare _text: string;
  declare _chosen: number | null;
  declare _replyTo: CommentThread | null;
  declare _notSent: NotSent;
  /** What was done last, for whoever can't see it. */
  declare _news: string;
  #passages: readonly Passage[] = [];
  #isBusy = false;

  constructor() {
    super();
    this.itemId = '';
    this.selected = '';
    this._text = '';
    this._chosen = null;
    this._replyTo = null;
    this._notSent = {kind: 'nothing'};
    this._news = '';
    new Following(this, () => [this.#store]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What became of words to which comments belong is computed by the server, and those may have changed since.
    void this.#store.load();
    const {source} = this.plan;
    if (source !== null) this.#passages = passagesOf(source, this.itemId, this.selected);
    const isSelected = this.#passages[0]?.words === this.selected.trim() && this.selected.trim() !== '';
    this._chosen = isSelected ? 0 : null;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('_notSent') && this._notSent.kind !== 'nothing') this.#focus('.problem');
    if (changed.has('_replyTo') && this._replyTo !== null) this.#focus('textarea');
  }

  protected override render(): TemplateResult {
    const title = (this.#isChildsWords ? say.answersTo : say.titleOf)(this.#name);
    return html`<goldthread-screen .heading=${title}>${this.#content()}</goldthread-screen>`;
  }

  #content(): TemplateResult {
    if (this.#store.known === null) return html`<p role="status">${screen.looking}</p>`;
    const threads = this.#store.threadsOn(this.itemId);
    const [open, settled] = [true, false].map(isOpen =>
      threads.filter(({resolved}) => (resolved === null) === isOpen),
    );
    return html`<p>
        <button class="quiet" type="button" @click=${() => this.#askAuthors()}>${authors.ask}</button>
      </p>
      ${this.#isChildsWords && !this.#isChild ? html`<p class="hint">${say.childsWords}</p>` : nothing}
      ${
        threads.length > 0
          ? nothing
          : html`<p>${this.#isChildsWords ? say.nobodyAnswered : say.nobodyYet}</p>`
      }
      ${open?.map(one => threadLines(one, this.#acts))}
      ${(settled ?? []).length === 0 ? nothing : html`<h2>${say.settled}</h2>`}
      ${settled?.map(one => threadLines(one, this.#acts))}
      <p role="status">${this._news}</p>
      ${this.#store.maySay ? this.#form() : html`<p class="note">${say.gaveUp}</p>`}`;
  }

  #askAuthors(): void {
    this.dispatchEvent(new PlanScreenOpen('authors', null, itemCalled(this.itemId)));
  }

  #form(): TemplateResult {
    const isNote = AgreementStore.of(this.plan).withheldIn(this.itemId) !== null;
    const everyone = this.#isChild ? commentsChild.whoReads : say.whoReads;
    return html`<hr />
      ${commentForm({
        isChild: this.#isChild,
        isAnswer: this.#isChildsWords && !this.#isChild,
        replyTo: this._replyTo?.comments[0]?.byName ?? null,
        passages: this.#passages,
        chosen: this._chosen,
        text: this._text,
        notSent: this._notSent,
        choose: passage => (this._chosen = passage),
        write: text => (this._text = text),
        send: copyReason => void this.#send(copyReason),
        cancel: () => (this._replyTo = null),
      })}
      <p class="note">${isNote ? say.whoReadsNote : everyone}</p>`;
  }

  get #store(): CommentStore {
    return CommentStore.of(this.plan);
  }

  get #isChild(): boolean {
    return this.plan.source?.facts?.me.role === 'child';
  }

  get #isChildsWords(): boolean {
    const item = this.plan.index.byId.get(this.itemId);
    return item?.root.startsWith('house:') ?? false;
  }

  get #name(): string {
    const item = this.plan.index.byId.get(this.itemId);
    return item === undefined ? words.plan.privateNote : nameOf(item);
  }

  get #acts(): ThreadActs {
    const me = this.plan.source?.facts?.me.id;
    return {
      maySay: this.#store.maySay,
      isOwn: ({by}) => by !== null && by === me,
      reply: thread => (this._replyTo = thread),
      act: (id, what) => void this.#act(id, what),
    };
  }

  async #send(copyReason?: CopyReason): Promise<void> {
    const text = this._text.trim();
    const http = this.plan.source?.http;
    if (http === undefined || this.#isBusy) return;
    if (text === '') {
      this._notSent = {kind: 'problem', sentence: say.empty};
      return;
    }
    this.#isBusy = true;
    this._notSent = {kind: 'nothing'};
    const anchor = this._chosen === null ? undefined : this.#passages[this._chosen]?.anchor;
    const answer = await sayComment(http, {
      itemId: this.itemId,
      text,
      ...(this._replyTo === null ? anchor !== undefined && {anchor} : {replyTo: this._replyTo.id}),
      ...(copyReason !== undefined && {copyReason}),
    });
    this.#isBusy = false;
    if (!answer.ok) {
      const isCopied = answer.error.code === 'COPIED_WORDS';
      this._notSent = isCopied ? {kind: 'copied'} : {kind: 'problem', sentence: sentenceOf(answer.error)};
      return;
    }
    this._text = '';
    this._chosen = null;
    this._replyTo = null;
    await this.#store.load();
    this._news = this.#isChild ? commentsChild.sent : say.sent;
  }

  async #act(id: string, what: 'resolve' | 'reopen' | 'take-back'): Promise<void> {
    const http = this.plan.source?.http;
    if (http === undefined || this.#isBusy) return;
    this.#isBusy = true;
    const answer = await actOnComment(http, id, what);
    this.#isBusy = false;
    if (!answer.ok) {
      this._notSent = {kind: 'problem', sentence: sentenceOf(answer.error)};
      return;
    }
    await this.#store.load();
    const back = this.#isChild ? commentsChild.back : say.back;
    this._news = what === 'take-back' ? back : what === 'resolve' ? `${say.settled}.` : '';
    // What was pressed is gone from there.
    await this.updateComplete;
    this.#focus('#write');
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
