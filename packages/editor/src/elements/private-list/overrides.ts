import type {CopyReason} from '@goldthread/schema';
import {html, LitElement, nothing, type TemplateResult} from 'lit';
import type {PlanSource} from '../../context/plan-source.ts';
import type {RecordAnswer} from '../../records/ask-records.ts';
import {findingsIn, uncleared, type Finding} from '../../records/disclosure.ts';
import {
  agreeToOverride,
  askOverride,
  listOverrides,
  tellOfOverride,
  type ItemToAsk,
  type Override,
  type OverrideList,
} from '../../records/overrides.ts';
import {base} from '../../styles/shared-sheets.ts';
import {overrides as say} from '../../words/en/overrides.ts';
import {screen} from '../../words/en/screen.ts';
import {copyReasonRows} from '../screen/copy-reason.ts';
import {formStyles} from '../screen/form.styles.ts';
import {LoadingController, newsOf} from '../screen/loading.ts';
import {problemBox} from '../screen/problem-box.ts';
import {tick} from '../screen/rows.ts';
import {sentenceOf} from '../screen/sentence-of.ts';
import {NEW, overrideForm, overrideWords, type OverrideDraft as Draft} from './override-form.ts';
import {privateListStyles} from './private-list.styles.ts';
import {NOT_TOLD, toldForm, toldIn, type ToldDraft} from './told-form.ts';

/**
 * Decisions that one person more reads a child's words against the child's choice: those that this person asked, is asked or reads by,
 * and a form to ask. Nobody is asked before it is written down what the child was told, or why not yet.
 *
 * @summary Who reads the child's words against the child's choice.
 */
export class ChildOverrides extends LitElement {
  static override properties = {
    source: {attribute: false},
    today: {},
    _draft: {state: true},
    _told: {state: true},
    _telling: {state: true},
    _findings: {state: true},
    _cleared: {state: true},
    _copyReason: {state: true},
    _problem: {state: true},
    _done: {state: true},
  };
  static override styles = [base, formStyles, privateListStyles];
  declare source: PlanSource;
  declare today: string;
  /** What is about to be asked; `null` while nothing is. */
  declare _draft: Draft | null;
  declare _told: ToldDraft;
  /** Of which decision it is being written down what the child was told. */
  declare _telling: string | null;
  declare _findings: readonly Finding[];
  declare _cleared: readonly string[];
  declare _copyReason: CopyReason | null | undefined;
  declare _problem: string;
  declare _done: string;
  readonly #list = new LoadingController<OverrideList>(
    this,
    () => listOverrides(this.source.http),
    newsOf('withholdings', () => this.source),
  );

  constructor() {
    super();
    this.today = '';
    this.#clear();
    this._done = '';
  }

  protected override render(): TemplateResult | typeof nothing {
    const list = this.#list.value;
    if (list === null || list.overrides.length + list.items.length === 0) return nothing;
    return html`<h2>${say.title}</h2>
      <p>${say.intro}</p>
      <p class="told" role="status" tabindex="-1">${this._done}</p>
      ${problemBox(this._problem)}
      <ul>
        ${list.overrides.map(one => html`<li>${this.#override(one)}</li>`)}
      </ul>
      ${
        this._draft !== null
          ? this.#form(this._draft, list.items)
          : list.items.length === 0
            ? nothing
            : html`<p class="acts">
                <button class="btn second" type="button" @click=${() => this.#begin({_draft: NEW})}>
                  ${say.begin}
                </button>
              </p>`
      }`;
  }

  #override(one: Override): TemplateResult {
    const [line, told] = overrideWords(one, id => this.#nameOf(id));
    return html`<article>
      <h3>${line}</h3>
      ${one.reason === '' ? nothing : html`<p>${say.because(one.reason)}</p>`}
      <p>${told} ${one.mayTell ? (one.reader === null ? say.notSaid : say.notNamed) : ''}</p>
      ${
        this._telling === one.id
          ? html`<div class="act">
              ${this.#toldForm()} ${this.#buttons(say.keep, () => this.#tell(one.id))}
            </div>`
          : html`<p class="acts">
              ${one.mayAgree ? this.#button(say.agree, () => this.#do(agreeToOverride(this.source.http, one.id), say.agreed)) : nothing}
              ${one.mayTell ? this.#button(say.tell, () => this.#begin({_telling: one.id})) : nothing}
            </p>`
      }
    </article>`;
  }

  #form(draft: Draft, items: readonly ItemToAsk[]): TemplateResult {
    const edit = (more: Partial<Draft>): void => {
      this._draft = {...draft, ...more};
    };
    return html`<div class="act">
      ${overrideForm({draft, items, facts: this.source.facts, nameOf: id => this.#nameOf(id)}, edit)}
      ${this.#toldForm()} ${this.#asked()} ${this.#buttons(say.ask, () => this.#ask(draft))}
    </div>`;
  }

  /** What the server asks about the words before somebody more reads them. */
  #asked(): TemplateResult {
    return html`${this._findings.length === 0 ? nothing : html`<p>${say.look}</p>`}
    ${this._findings.map(({key, words}) =>
      tick({label: `“${words}” ${say.safe}`, isOn: this._cleared.includes(key)}, on => {
        this._cleared = on ? [...this._cleared, key] : this._cleared.filter(one => one !== key);
      }),
    )}
    ${this._copyReason === undefined ? nothing : copyReasonRows(this._copyReason, reason => (this._copyReason = reason))}`;
  }

  #toldForm(): TemplateResult {
    return toldForm(this._told, this.today, more => (this._told = {...this._told, ...more}));
  }

  #buttons(words: string, go: () => void): TemplateResult {
    return html`<p class="acts">
      ${this.#button(words, go)}
      <button class="quiet" type="button" @click=${() => this.#end('')}>${screen.cancel}</button>
    </p>`;
  }

  #button(words: string, go: () => void): TemplateResult {
    return html`<button class="btn second" type="button" @click=${go}>${words}</button>`;
  }

  #ask({item, reader, second, reason}: Draft): void {
    const told = toldIn(this._told);
    const isClear = uncleared(this._findings, this._cleared).length === 0 && this._copyReason !== null;
    if (
      item === null ||
      reader === null ||
      second === null ||
      reason.trim() === '' ||
      told === null ||
      !isClear
    ) {
      this._problem = say.needed;
      return;
    }
    const {_cleared: cleared, _copyReason: copyReason} = this;
    const question = {readerId: reader, secondId: second, reason, told, cleared};
    this.#do(askOverride(this.source.http, item, {...question, ...(copyReason && {copyReason})}), say.asked);
  }

  #tell(id: string): void {
    const told = toldIn(this._told);
    if (told === null) this._problem = say.needed;
    else this.#do(tellOfOverride(this.source.http, id, told), say.kept);
  }

  #do(asked: Promise<RecordAnswer<Override>>, done: string): void {
    void asked.then(async answer => {
      if (answer.ok) {
        await this.#list.load();
        this.#end(done);
        return;
      }
      this._problem = sentenceOf(answer.error);
      if (answer.error.code === 'COPIED_WORDS') this._copyReason ??= null;
      const more = findingsIn(answer.error);
      if (more.length > 0) this._findings = more;
    });
  }

  #begin(what: Partial<Pick<ChildOverrides, '_draft' | '_telling'>>): void {
    this.#clear();
    this._done = '';
    Object.assign(this, what);
    void this.updateComplete.then(() => this.#focus('.act input'));
  }

  #end(done: string): void {
    this.#clear();
    this._done = done;
    void this.updateComplete.then(() => this.#focus(done === '' ? '.acts button' : '.told'));
  }

  #clear(): void {
    this._draft = null;
    this._telling = null;
    this._told = NOT_TOLD;
    this._findings = [];
    this._cleared = [];
    this._copyReason = undefined;
    this._problem = '';
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #nameOf(id: string): string {
    return this.source.facts?.people.find(person => person.id === id)?.name ?? '';
  }
}
