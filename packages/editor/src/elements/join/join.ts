import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {ask, textIn, type AskProblem} from '../../controllers/ask.ts';
import {base, tokens} from '../../styles/shared-sheets.ts';
import {pageWords} from '../../words/page-words.ts';
import {words} from '../../words/words.ts';
import {marks} from '../marks.ts';
import {joinStyles} from './join.styles.ts';

type JoinState =
  | {readonly kind: 'noLink'}
  | {readonly kind: 'looking'}
  | {readonly kind: 'asking'; readonly name: string; readonly council: string}
  | {readonly kind: 'notMe'; readonly name: string; readonly council: string}
  | {readonly kind: 'opening'}
  | {readonly kind: 'problem'; readonly problem: AskProblem};

/**
 * Signs a person in with a link that works once. It asks who they are before the link is used, so that a scanner of
 * messages can't use it up, and says nothing of the child.
 *
 * @summary One question, and one press to open the plan.
 */
export class JoinPage extends LitElement {
  static override properties = {
    token: {attribute: false},
    helpLine: {attribute: 'help-line'},
    _state: {state: true},
  };
  static override styles = [tokens, base, joinStyles];
  /** The secret of the link, as it stood behind the # of the address. */
  declare token: string;
  declare helpLine: string;
  declare _state: JoinState;

  constructor() {
    super();
    this.token = '';
    this.helpLine = '';
    this._state = {kind: 'looking'};
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#look();
  }

  protected override updated(): void {
    document.title = this.#title();
  }

  protected override render(): TemplateResult {
    return html`<main class="page">${this.#content()} ${this.#call()}</main>`;
  }

  #title(): string {
    const {access} = words;
    const {join} = pageWords;
    if (this._state.kind === 'noLink') return join.noneTitle;
    if (this._state.kind !== 'problem') return join.title;
    return access.errorTitle(this._state.problem === 'gone' ? join.oldTitle : access.problem);
  }

  #content(): TemplateResult {
    const say = pageWords.join;
    const state = this._state;
    switch (state.kind) {
      case 'noLink':
        return html`<h1>${say.noneTitle}</h1>
          <p>${say.none}</p>`;
      case 'looking':
        return html`<p role="status">${say.looking}</p>`;
      case 'opening':
        return html`<p role="status">${say.opening}</p>`;
      case 'asking':
        return this.#question(state.name, state.council);
      case 'notMe':
        return html`<h1 tabindex="-1">${say.notMe}</h1>
          <button class="quiet" type="button" @click=${() => (this._state = {...state, kind: 'asking'})}>
            ${say.goBack}
          </button>`;
      case 'problem':
        return this.#problem(state.problem);
    }
  }

  #question(name: string, council: string): TemplateResult {
    const say = pageWords.join;
    return html`<p class="lead">${say.lead}</p>
      ${council === '' ? nothing : html`<p class="from">${say.from(council)}</p>`}
      <h1>${say.ask(name)}</h1>
      <div class="answers">
        <button class="answer" type="button" @click=${() => this.#open('own')}>
          ${marks.tick}<span><b>${say.own}</b><small>${say.ownNote}</small></span>
        </button>
        <button class="answer" type="button" @click=${() => this.#open('shared')}>
          ${marks.tick}<span><b>${say.shared}</b><small>${say.sharedNote}</small></span>
        </button>
        <button class="answer" type="button" @click=${() => (this._state = {kind: 'notMe', name, council})}>
          ${marks.stop}<span><b>${say.no(name)}</b></span>
        </button>
      </div>`;
  }

  #problem(problem: AskProblem): TemplateResult {
    const say = pageWords.join;
    if (problem === 'gone')
      return html`<h1>${say.oldTitle}</h1>
        <p>${say.old}</p>`;
    return html`<h1>${words.access.problem}</h1>
      <p>${problem === 'tooMany' ? say.tooMany : say.offline}</p>
      <button class="btn second" type="button" @click=${() => this.#look()}>${say.tryAgain}</button>`;
  }

  #call(): TemplateResult | typeof nothing {
    if (this.helpLine === '') return nothing;
    const tel = `tel:${this.helpLine.replaceAll(' ', '')}`;
    return html`<p class="call">${pageWords.join.stuck} <a href=${tel}>${this.helpLine}</a></p>`;
  }

  async #look(): Promise<void> {
    if (this.token === '') {
      this._state = {kind: 'noLink'};
      return;
    }
    this._state = {kind: 'looking'};
    const found = await ask('POST', '/api/invites/look', {token: this.token});
    this._state = found.ok
      ? {kind: 'asking', name: textIn(found.value, 'forName'), council: textIn(found.value, 'council')}
      : {kind: 'problem', problem: found.error};
  }

  async #open(device: 'own' | 'shared'): Promise<void> {
    this._state = {kind: 'opening'};
    const opened = await ask('POST', '/api/session', {token: this.token, device});
    if (!opened.ok) {
      this._state = {kind: 'problem', problem: opened.error};
      return;
    }
    const me = encodeURIComponent(textIn(opened.value, 'participantId'));
    // A child begins in the houses; everybody else with the plan.
    const page = textIn(opened.value, 'role') === 'child' ? 'child' : 'plan';
    location.assign(`/${page}/${encodeURIComponent(textIn(opened.value, 'planId'))}?me=${me}`);
  }
}
