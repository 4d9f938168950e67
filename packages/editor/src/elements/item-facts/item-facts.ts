import {ContextConsumer} from '@lit/context';
import {ITEM_TYPES, type ItemId, type ItemTypeName, type LinkRel} from '@goldthread/schema';
import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {itemActsContext, itemIndexContext} from '../../context/contexts.ts';
import {nameOf} from '../../context/item-index.ts';
import {PlanScreenOpen} from '../../events/screen-open.ts';
import type {FactValue, ItemLink, ItemPart} from '../../prosemirror/item-facts-event.ts';
import {base} from '../../styles/shared-sheets.ts';
import {words} from '../../words/words.ts';
import type {PlanField} from '../field/field.ts';
import {marks} from '../marks.ts';
import {factLine, shortLine} from './fact-line.ts';
import {itemFactsStyles} from './item-facts.styles.ts';
import {listLines} from './list-lines.ts';
import {partList} from './part-list.ts';

/**
 * The typed facts of one item: one quiet line when closed, its questions in place when open.
 *
 * @summary Who, how long, how often, where; what the item is linked to; its short lists.
 * @event plan-field-change - A fact was set or taken away.
 * @event plan-link-change - A link was added or removed.
 * @event plan-part-change - An entry of a list was added or removed.
 * @event plan-screen-open - The person asks who can see the item.
 */
export class ItemFacts extends LitElement {
  static override properties = {
    itemId: {attribute: false},
    itemType: {attribute: false},
    facts: {attribute: false},
    links: {attribute: false},
    parts: {attribute: false},
    rels: {attribute: false},
    editable: {type: Boolean},
    waiting: {type: Boolean},
    open: {type: Boolean, reflect: true},
    _problems: {state: true},
    _all: {state: true},
  };
  static override styles = [base, itemFactsStyles];
  declare itemId: string;
  declare itemType: ItemTypeName;
  declare facts: Readonly<Record<string, FactValue>>;
  declare links: readonly ItemLink[];
  declare parts: readonly ItemPart[];
  /** The kinds of link that may lead from it; null for those of its type. */
  declare rels: readonly LinkRel[] | null;
  declare editable: boolean;
  /** The editor is on its way: the line already has the height that it will have. */
  declare waiting: boolean;
  declare open: boolean;
  declare _problems: readonly PlanField[];
  declare _all: boolean;
  readonly #index = new ContextConsumer(this, {context: itemIndexContext, subscribe: true});
  readonly #acts = new ContextConsumer(this, {context: itemActsContext, subscribe: true});
  #drawnFrom: readonly unknown[] = [];

  constructor() {
    super();
    this.itemId = '';
    this.itemType = 'need';
    this.facts = {};
    this.links = [];
    this.parts = [];
    this.rels = null;
    this.editable = false;
    this.waiting = false;
    this.open = false;
    this._problems = [];
    this._all = false;
  }

  /** Of an index of the whole plan and of what a person may do, only what is said of this item is news. */
  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    const before = this.#drawnFrom;
    this.#drawnFrom = [this.#name(), this.#mayHide];
    return changed.size > 0 || this.#drawnFrom.some((value, at) => value !== before[at]);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('editable') && !this.editable) this.open = false;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.get('open') === true && !this.open) this.#focus('.toggle');
    if (changed.get('open') === false && this.open) this.#focus('goldthread-field');
    if (changed.has('_problems') && this._problems.length > 0) this.#focus('.summary');
  }

  protected override render(): TemplateResult {
    return this.open ? this.#form() : this.#line();
  }

  #line(): TemplateResult {
    const {shown, hasMore} = shortLine(this.itemType, this.facts);
    const facts = this._all ? factLine(this.itemType, this.facts) : shown;
    const isEmpty = facts.length === 0 && !hasMore;
    const say = words.item;
    return html`${listLines(this.parts)}
      <div class="line ${this.editable || this.waiting ? 'roomy' : ''}">
        ${
          facts.length === 0
            ? nothing
            : html`<dl>
                ${facts.map(
                  fact =>
                    html`<div>
                      <dt>${fact.label}</dt>
                      <dd>${fact.text}</dd>
                    </div>`,
                )}
              </dl>`
        }
        <goldthread-thread-line .itemId=${this.itemId}></goldthread-thread-line>
        <goldthread-stance .itemId=${this.itemId} .itemType=${this.itemType}></goldthread-stance>
        <span class="acts"
          >${
            this.editable
              ? html`<button
                  class="toggle quiet"
                  type="button"
                  aria-expanded="false"
                  aria-label=${this.#named(isEmpty ? say.addFactsTo : say.changeOf) ?? nothing}
                  @click=${() => (this.open = true)}
                >
                  ${marks.pen}<span>${isEmpty ? say.addFacts : say.change}</span>
                </button>`
              : hasMore && !this.waiting
                ? this.#more()
                : nothing
          }
          ${this.#mayHide ? this.#who() : nothing}</span
        >
      </div>`;
  }

  /** The id as the document holds it. */
  get #id(): ItemId {
    return this.itemId as ItemId;
  }

  /** An item that the index doesn't know is withheld already, or not there yet. */
  get #mayHide(): boolean {
    const isKnown = this.#index.value?.byId.has(this.itemId) ?? false;
    return isKnown && (this.#acts.value?.mayHide(this.#id) ?? false);
  }

  #who(): TemplateResult {
    return html`<button
      class="toggle quiet"
      type="button"
      aria-label=${this.#named(words.item.whoSees) ?? nothing}
      @click=${() => this.dispatchEvent(new PlanScreenOpen('withhold', null, this.#id))}
    >
      ${marks.eye}<span>${words.item.who}</span>
    </button>`;
  }

  #more(): TemplateResult {
    const toggle = () => (this._all = !this._all);
    return html`<button
      class="toggle more quiet"
      type="button"
      aria-expanded=${this._all ? 'true' : 'false'}
      aria-label=${this.#named(this._all ? words.item.fewerOf : words.item.moreOf) ?? nothing}
      @click=${toggle}
    >
      ${this._all ? words.item.fewer : words.item.more}
    </button>`;
  }

  /** A control's name with the item in it, because every item has such a control; null for an item not yet known. */
  #named(say: (item: string) => string): string | null {
    const name = this.#name();
    return name === '' ? null : say(name);
  }

  #name(): string {
    const item = this.#index.value?.byId.get(this.itemId);
    return item === undefined ? '' : nameOf(item);
  }

  #form(): TemplateResult {
    const type = ITEM_TYPES[this.itemType];
    const rels = this.rels ?? type.links;
    return html`<div
      class="form"
      role="group"
      aria-label=${this.#named(words.item.changeOf) ?? words.item.change}
      @keydown=${this.#onKey}
    >
      ${this._problems.length === 0 ? nothing : this.#summary()}
      <div class="fields">
        ${Object.entries(type.attributes).map(
          ([name, spec]) =>
            html`<goldthread-field
              .name=${name}
              .spec=${spec}
              .value=${this.facts[name] ?? null}
            ></goldthread-field>`,
        )}
      </div>
      ${
        rels.length === 0
          ? nothing
          : html`<goldthread-link-picker
              .rels=${rels}
              .links=${this.links}
              .itemId=${this.itemId}
              .itemType=${this.itemType}
            ></goldthread-link-picker>`
      }
      ${partList(this, type.parts, this.parts)}
      <button class="btn second" type="button" @click=${() => this.#close()}>${words.item.done}</button>
    </div>`;
  }

  #summary(): TemplateResult {
    return html`<div class="summary" tabindex="-1" role="alert">
      <h4>${words.access.problem}</h4>
      <ul>
        ${this._problems.map(
          field =>
            html`<li>
              <button class="quiet" type="button" @click=${() => field.focus()}>${field.problem}</button>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#close();
  };

  #close(): void {
    const fields = [...this.renderRoot.querySelectorAll<PlanField>('goldthread-field')];
    this._problems = fields.filter(field => field.problem !== '');
    if (this._problems.length === 0) this.open = false;
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
