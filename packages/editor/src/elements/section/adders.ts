import type {ItemTypeName, SectionSpec} from '@goldthread/schema';
import {html, type TemplateResult} from 'lit';
import {PlanItemAdd} from '../../events/item-add.ts';
import {words} from '../../words/words.ts';

const MOST_IN_ONE_LINE = 3;

/** Buttons for a new item of each type that a section may hold; many of them behind one line. Events leave from `from`. */
export function adders(from: EventTarget, section: SectionSpec): TemplateResult {
  const types = section.itemTypes;
  const button = (type: ItemTypeName) =>
    html`<button
      class="quiet"
      type="button"
      @click=${() => from.dispatchEvent(new PlanItemAdd(section.root, type))}
    >
      ${words.plan.adders[type]}
    </button>`;
  if (types.length <= MOST_IN_ONE_LINE) return html`<p class="add">${types.map(button)}</p>`;
  return html`<details class="add">
    <summary>${words.plan.addSomething}</summary>
    <p>${types.map(button)}</p>
  </details>`;
}
