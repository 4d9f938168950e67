import {withName, type ItemTypeName, type SafetyLevel, type SectionSpec} from '@goldthread/schema';
import {css, html, LitElement, type TemplateResult} from 'lit';
import {PlanItemAdd} from '../../events/item-add.ts';
import {base} from '../../styles/shared-sheets.ts';
import {map as say} from '../../words/en/map.ts';
import {differs} from '../differs.ts';
import {adderOf} from './map-labels.ts';

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
    types: {attribute: false, hasChanged: differs},
    level: {attribute: false},
  };
  static override styles = [
    base,
    css`
      :host {
        display: block;
        padding-left: var(--gutter);
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
  /** What this person may add here. */
  declare types: readonly ItemTypeName[];
  /** Where the plan is on the continuum of help. */
  declare level: SafetyLevel | null;

  constructor() {
    super();
    this.childName = '';
    this.types = [];
    this.level = null;
  }

  protected override render(): TemplateResult {
    const {root, plainTitle} = this.section;
    return html`<div role="group" aria-label=${say.addTo(withName(plainTitle, this.childName))}>
      ${this.types.map(type => this.#button(type))}
      <goldthread-note-adder .root=${root} .mayWrite=${this.types.length > 0}></goldthread-note-adder>
    </div>`;
  }

  #button(type: ItemTypeName): TemplateResult {
    const add = () => this.dispatchEvent(new PlanItemAdd(this.section.root, type));
    return html`<button class="quiet" type="button" @click=${add}>${adderOf(type, this.level)}</button>`;
  }
}
