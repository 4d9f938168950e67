import {html, type TemplateResult} from 'lit';
import {suggest as say} from '../../words/en/suggest.ts';
import {isFamily} from '../plan/view-model.ts';
import type {SuggestionStore} from './suggestion-store.ts';

/** What suggesting other words is called for this reader. */
export function askIn(store: SuggestionStore): string {
  return isFamily(store.source?.facts ?? null) ? say.askFamily : say.ask;
}

/** Opens and closes the place where somebody begins to suggest other words for an item. */
export function askButton(
  store: SuggestionStore,
  {itemId, name, isOpen}: {readonly itemId: string; readonly name: string; readonly isOpen: boolean},
  press: () => void,
): TemplateResult {
  const what = askIn(store);
  // Where a family may not type, this is what they have.
  const isAllThereIs = isFamily(store.source?.facts ?? null) && !store.mayType(itemId);
  return html`<button
    class="ask ${isAllThereIs ? 'btn second' : 'quiet'}"
    type="button"
    aria-expanded=${isOpen ? 'true' : 'false'}
    aria-label=${say.askOf(what, name)}
    @click=${press}
  >
    ${what}
  </button>`;
}
