import type {ItemTypeName, SectionSpec} from '@goldthread/schema';
import {html, type TemplateResult} from 'lit';
import {PlanItemAdd} from '../../events/item-add.ts';
import {words} from '../../words/words.ts';

const MOST_IN_ONE_LINE = 3;

/**
 * Buttons for a new item of each type that a section may hold, many of them behind one line, and for a private note,
 * which whoever may only read can add too. Events leave from `from`.
 */
export function adders(
  from: EventTarget,
  section: SectionSpec,
  mayWrite: boolean,
  mayAdd: (type: ItemTypeName) => boolean,
): TemplateResult {
  const types = mayWrite ? section.itemTypes.filter(mayAdd) : [];
  const note = html`<goldthread-note-adder
    .root=${section.root}
    .mayWrite=${mayWrite}
  ></goldthread-note-adder>`;
  const button = (type: ItemTypeName) =>
    html`<button
      class="quiet"
      type="button"
      @click=${() => from.dispatchEvent(new PlanItemAdd(section.root, type))}
    >
      ${words.plan.adders[type]}
    </button>`;
  if (types.length <= MOST_IN_ONE_LINE) return html`<p class="add">${types.map(button)}${note}</p>`;
  return html`<details class="add">
    <summary>${words.plan.addSomething}</summary>
    <p>${types.map(button)}${note}</p>
  </details>`;
}
