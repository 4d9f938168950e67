import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {nameOf} from '../../context/item-index.ts';
import {
  askAuthors,
  sayRight,
  type ItemAuthors,
  type LastDeed,
  type WrittenPassage,
  type Writer,
} from '../../records/authors.ts';
import type {HttpRefusal} from '../../sync/plan-http.ts';
import {base} from '../../styles/shared-sheets.ts';
import {clockTime, dayIn, plainDay} from '../../words/clock-time.ts';
import {authors as say} from '../../words/en/authors.ts';
import {choiceWords, factLabels} from '../../words/en/facts.ts';
import {people} from '../../words/en/people.ts';
import {screen} from '../../words/en/screen.ts';
import {words} from '../../words/words.ts';
import type {PlanHost} from '../plan/plan-host.ts';
import {formStyles} from '../screen/form.styles.ts';
import {sentenceOf} from '../screen/sentence-of.ts';
import {authorsStyles} from './authors.styles.ts';

/**
 * Who wrote the words of one item, passage by passage, in words and not in colours; and of somebody's own words how they were said.
 *
 * @summary Who wrote one item.
 */
export class PlanAuthors extends LitElement {
  static override properties = {
    plan: {attribute: false},
    itemId: {attribute: false},
    _authors: {state: true},
    _refusal: {state: true},
    _said: {state: true},
  };
  static override styles = [base, formStyles, authorsStyles];
  declare plan: PlanHost;
  declare itemId: string;
  declare _authors: ItemAuthors | null;
  declare _refusal: HttpRefusal | null;
  declare _said: string;

  constructor() {
    super();
    this.itemId = '';
    this._authors = null;
    this._refusal = null;
    this._said = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  protected override render(): TemplateResult {
    const item = this.plan.index.byId.get(this.itemId);
    const name = item === undefined ? words.plan.privateNote : nameOf(item);
    return html`<goldthread-screen .heading=${say.askOf(name)}>${this.#content()}</goldthread-screen>`;
  }

  #content(): TemplateResult {
    const authors = this._authors;
    if (this._refusal !== null) return html`<p role="alert">${sentenceOf(this._refusal)}</p>`;
    if (authors === null) return html`<p role="status">${screen.looking}</p>`;
    const {blocks} = authors;
    return html`<p class="hint">${say.intro}</p>
      ${howSaid(authors)} ${this.#askRight(authors)}
      <h2>${say.words}</h2>
      ${blocks.length === 0 ? html`<p>${say.none}</p>` : blocks.map(block)} ${lastDeeds(authors)}`;
  }

  /** Whose words they are is asked whether what was typed for them is right. */
  #askRight({owner, isRight}: ItemAuthors): TemplateResult | typeof nothing {
    if (owner === null || owner.id !== this.plan.source?.facts?.me.id) return nothing;
    if (isRight === false)
      return html`<p>${say.askRight}</p>
        <div class="buttons">
          <button type="button" class="btn primary" @click=${this.#sayRight}>${say.sayRight}</button>
        </div>
        <p class="problem" role="alert">${this._said}</p>`;
    return this._said === '' ? nothing : html`<p class="right" role="status" tabindex="-1">${this._said}</p>`;
  }

  readonly #sayRight = async (): Promise<void> => {
    const {source} = this.plan;
    if (source === null) return;
    const answer = await sayRight(source.http, this.itemId);
    this._said = answer.ok ? say.saidRight : sentenceOf(answer.error);
    if (!answer.ok) return;
    await this.#load();
    // The button that had the focus is gone.
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.right')?.focus();
  };

  async #load(): Promise<void> {
    const {source} = this.plan;
    if (source === null) return;
    const answer = await askAuthors(source.http, this.itemId);
    if (answer.ok) this._authors = answer.value;
    else this._refusal = answer.error;
  }
}

function block(passages: readonly WrittenPassage[]): TemplateResult {
  return html`<ul class="block">
    ${passages.map(
      ({words: text, by, typedFor, at}) =>
        html`<li class="passage">
          <p>${text.trim()}</p>
          <small>${[whoOf(by, typedFor), ...(at === null ? [] : [momentOf(at)])].join('. ')}</small>
        </li>`,
    )}
  </ul>`;
}

function whoOf(by: Writer | null, typedFor: Writer | null): string {
  if (by === null) return say.nobody;
  return typedFor === null ? named(by) : say.typedFor(named(by), typedFor.name);
}

function named({name, relationship}: Writer): string {
  return say.person(name, relationship);
}

function momentOf(at: Date): string {
  return say.when(plainDay(dayIn(at)), clockTime(at));
}

function lastDeeds({wrote, tookOut}: ItemAuthors): TemplateResult | typeof nothing {
  if (wrote === null && tookOut === null) return nothing;
  return html`<h2>${say.last}</h2>
    ${wrote === null ? nothing : html`<p>${deed(wrote, say.wrote, say.wroteSometime)}</p>`}
    ${tookOut === null ? nothing : html`<p>${deed(tookOut, say.tookOut, say.tookOutSometime)}</p>`}`;
}

function deed(
  {by, at}: LastDeed,
  on: (who: string, when: string) => string,
  sometime: (who: string) => string,
): string {
  return at === null ? sometime(by.name) : on(by.name, momentOf(at));
}

/** What is known of how somebody's own words were said; nothing beside what anybody may write. */
function howSaid({
  type,
  owner,
  typedBy,
  facts,
  isRight,
  present,
  session,
}: ItemAuthors): TemplateResult | typeof nothing {
  if (type !== 'statement' && type !== 'aspiration') return nothing;
  // The server knows better than what somebody typed into a field.
  const said = new Set([
    ...(owner === null ? [] : ['speaker']),
    ...(typedBy === null ? [] : ['writer']),
    ...(isRight === null ? [] : ['readBack']),
  ]);
  const lines = [
    ...(owner === null ? [] : [{label: say.whose, text: named(owner)}]),
    ...(typedBy === null ? [] : [{label: say.typist, text: named(typedBy)}]),
    ...(owner === null || isRight === null
      ? []
      : [{label: say.right, text: isRight ? say.isRight(owner.name) : say.notYet(owner.name)}]),
    ...factsOf(facts).filter(({name}) => !said.has(name)),
    ...(present.length === 0 ? [] : [{label: say.present, text: people.and(present)}]),
    ...(session === null
      ? []
      : [
          {label: say.session, text: plainDay(session.date)},
          {label: say.place, text: session.place},
          {label: say.askedBy, text: session.askedBy},
          {label: say.present, text: people.and(session.present)},
          {label: say.prompts, text: session.prompts.join(' ')},
        ]),
  ].filter(({text}) => text !== '');
  if (lines.length === 0) return nothing;
  return html`<h2>${say.said}</h2>
    <dl>
      ${lines.map(
        ({label, text}) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${text}</dd>
          </div>`,
      )}
    </dl>`;
}

/** What somebody asks for of how words were said, in that order. */
const FACTS = [
  ...['speaker', 'mode', 'writer', 'interpretedBy', 'observed', 'askedBy', 'promptsUsed', 'date', 'place'],
  'readBack',
];

function factsOf(
  facts: ItemAuthors['facts'],
): {readonly name: string; readonly label: string; readonly text: string}[] {
  return FACTS.flatMap(name => {
    const value = facts[name];
    if (value === undefined || value === '' || value === false) return [];
    const text = value === true ? say.yes : String(value);
    return [
      {
        name,
        label: factLabels[name] ?? name,
        text: name === 'mode' ? (choiceWords[text] ?? text) : plainDay(text),
      },
    ];
  });
}
