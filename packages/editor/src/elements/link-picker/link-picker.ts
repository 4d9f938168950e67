import {ContextConsumer} from '@lit/context';
import {
  LINK_REL_SPECS,
  mayFeed,
  SHAPES,
  type ItemId,
  type ItemTypeName,
  type LinkRel,
} from '@goldthread/schema';
import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {itemIndexContext} from '../../context/contexts.ts';
import {EMPTY_INDEX, type IndexedItem} from '../../context/item-index.ts';
import {PlanLinkChange} from '../../events/link-change.ts';
import type {ItemLink} from '../../prosemirror/item-facts-event.ts';
import {base} from '../../styles/shared-sheets.ts';
import {words} from '../../words/words.ts';
import {linkPickerStyles} from './link-picker.styles.ts';

const SHORT = 70;

/**
 * The links of one item, and a list of this plan's items to link to. It offers only what this reader receives.
 *
 * @summary What an item is linked to, by picking.
 * @event plan-link-change - The person added or removed a link.
 */
export class PlanLinkPicker extends LitElement {
  static override properties = {
    rels: {attribute: false},
    links: {attribute: false},
    itemId: {attribute: false},
    itemType: {attribute: false},
  };
  static override styles = [base, linkPickerStyles];
  /** The kinds of link that may lead from this item. */
  declare rels: readonly LinkRel[];
  declare links: readonly ItemLink[];
  declare itemId: string;
  declare itemType: ItemTypeName;
  readonly #index = new ContextConsumer(this, {context: itemIndexContext, subscribe: true});

  constructor() {
    super();
    this.rels = [];
    this.links = [];
    this.itemId = '';
    this.itemType = 'need';
  }

  protected override render(): TemplateResult {
    const index = this.#index.value ?? EMPTY_INDEX;
    const known = this.links.flatMap(link => {
      const item = index.byId.get(link.to);
      return item === undefined ? [] : [{link, item}];
    });
    return html`<div role="group" aria-labelledby="title">
      <p id="title">${words.item.links}</p>
      ${
        known.length === 0
          ? nothing
          : html`<ul>
              ${known.map(({link, item}) => this.#line(link, item))}
            </ul>`
      }
      ${this.#picker(index.items)}
    </div>`;
  }

  #line(link: ItemLink, item: IndexedItem): TemplateResult {
    const name = optionText(item);
    return html`<li>
      <i></i><span>${name}</span>
      <button
        class="quiet"
        type="button"
        aria-label=${words.item.removeNamed(name)}
        @click=${() => this.dispatchEvent(new PlanLinkChange('remove', link.rel, link.to))}
      >
        ${words.item.remove}
      </button>
    </li>`;
  }

  #picker(items: readonly IndexedItem[]): TemplateResult {
    const groups = this.rels.map(rel => ({rel, items: items.filter(item => this.#canLink(rel, item))}));
    const filled = groups.filter(group => group.items.length > 0);
    if (filled.length === 0) return html`<p class="note">${words.item.noneToLink}</p>`;
    return html`<label for="pick" class="vh">${words.item.linkTo}</label>
      <div class="next">
        <select id="pick">
          <option value="" selected>${words.item.linkTo}…</option>
          ${filled.map(
            group =>
              html`<optgroup label=${LINK_REL_SPECS[group.rel].label}>
                ${group.items.map(item => html`<option value="${group.rel} ${item.id}">${optionText(item)}</option>`)}
              </optgroup>`,
          )}
        </select>
        <button class="quiet" type="button" @click=${this.#onAdd}>${words.item.addLink}</button>
      </div>`;
  }

  #canLink(rel: LinkRel, item: IndexedItem): boolean {
    const linked = this.links.some(link => link.rel === rel && link.to === item.id);
    const isTarget = LINK_REL_SPECS[rel].targets.includes(item.type) && this.#leadsTo(rel, item);
    return item.id !== this.itemId && !linked && isTarget;
  }

  /** Why an item is as it is may lie anywhere; what comes of the map has its places in the plan. */
  #leadsTo(rel: LinkRel, {root}: IndexedItem): boolean {
    return rel === 'evidence' || rel === SHAPES || mayFeed(this.itemType, root);
  }

  /** A press, not the choice itself: arrow keys go through the choices one by one. */
  readonly #onAdd = (): void => {
    const box = this.renderRoot.querySelector('select');
    if (box === null || box.value === '') {
      box?.focus();
      return;
    }
    const [name, id] = box.value.split(' ');
    const rel = this.rels.find(one => one === name);
    box.value = '';
    if (rel === undefined || id === undefined) return;
    // The value was written above from an indexed item's id.
    this.dispatchEvent(new PlanLinkChange('add', rel, id as ItemId));
  };
}

function optionText(item: IndexedItem): string {
  const text = item.words.length > SHORT ? `${item.words.slice(0, SHORT).trimEnd()}…` : item.words;
  return item.label === '' ? text : `${item.label}  ${text}`;
}
