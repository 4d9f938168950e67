import {html, nothing, type TemplateResult} from 'lit';
import type {ItemPart} from '../../prosemirror/item-facts-event.ts';

/** The entries of an item's lists while its facts are closed, one line each. */
export function listLines(parts: readonly ItemPart[]): TemplateResult | typeof nothing {
  const texts = parts.map(part =>
    Object.values(part.attributes)
      .filter(value => value !== null)
      .join(', '),
  );
  const shown = texts.filter(text => text !== '');
  return shown.length === 0
    ? nothing
    : html`<ul class="list">
        ${shown.map(text => html`<li>${text}</li>`)}
      </ul>`;
}
