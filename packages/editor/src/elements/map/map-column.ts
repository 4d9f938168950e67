import {withName, type ItemTypeName, type SectionSpec} from '@goldthread/schema';
import {css, html, LitElement, nothing, type TemplateResult} from 'lit';
import {PlanItemAdd} from '../../events/item-add.ts';
import {base} from '../../styles/shared-sheets.ts';
import {map as say} from '../../words/en/map.ts';
import {words} from '../../words/words.ts';

/** A dispute is begun at what it is about. */
const NOT_HERE: ReadonlySet<ItemTypeName> = new Set(['dispute']);

/**
 * What can be added to a column of the map: a button for each type of item, and one for a private note.
 *
 * @summary The buttons at the foot of a column.
 * @event plan-item-add - The person asks for a new item.
 */
export class MapColumn extends LitElement {
  static override properties = {
    section: {attribute: false},
    childName: {attribute: false},
    mayWrite: {attribute: false},
  };
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      div {
        display: flex;
        flex-wrap: wrap;
        column-gap: var(--s5);
        font-size: var(--fs-note);
      }
    `,
  ];
  declare section: SectionSpec;
  declare childName: string;
  /** The person may add items, if only their own. */
  declare mayWrite: boolean;

  constructor() {
    super();
    this.childName = '';
    this.mayWrite = false;
  }

  protected override render(): TemplateResult {
    const {root, plainTitle, itemTypes} = this.section;
    const types = itemTypes.filter(type => !NOT_HERE.has(type));
    return html`<div role="group" aria-label=${say.addTo(withName(plainTitle, this.childName))}>
      ${this.mayWrite ? types.map(type => this.#button(type)) : nothing}
      <goldthread-note-adder .root=${root} .mayWrite=${this.mayWrite}></goldthread-note-adder>
    </div>`;
  }

  #button(type: ItemTypeName): TemplateResult {
    const add = () => this.dispatchEvent(new PlanItemAdd(this.section.root, type));
    return html`<button class="quiet" type="button" @click=${add}>${words.plan.adders[type]}</button>`;
  }
}
