import {ITEM_TYPES} from '@goldthread/schema';
import {html, nothing, type TemplateResult} from 'lit';
import type {PlanFieldChange} from '../../events/field-change.ts';
import type {ItemFactsEvent} from '../../prosemirror/item-facts-event.ts';
import {suggest as say} from '../../words/en/suggest.ts';

/** The facts of what is suggested, to be filled in by its side; nothing for an item that has none. */
export function factFields(
  told: ItemFactsEvent | null,
  isOpen: boolean,
  toggle: (isOpen: boolean) => void,
): TemplateResult | typeof nothing {
  const specs = told === null ? [] : Object.entries(ITEM_TYPES[told.itemType].attributes);
  if (told === null || specs.length === 0) return nothing;
  const change = ({name, value}: PlanFieldChange): void => void told.edit.setAttribute(name, value);
  return html`<p>
      <button
        class="quiet"
        type="button"
        aria-expanded=${isOpen ? 'true' : 'false'}
        @click=${() => toggle(!isOpen)}
      >
        ${isOpen ? say.factsDone : say.facts}
      </button>
    </p>
    ${
      isOpen
        ? html`<div class="fields" role="group" aria-label=${say.facts} @plan-field-change=${change}>
            ${specs.map(
              ([name, spec]) =>
                html`<goldthread-field
                  .name=${name}
                  .spec=${spec}
                  .value=${told.attributes[name] ?? null}
                ></goldthread-field>`,
            )}
          </div>`
        : nothing
    }`;
}
