import type {Command} from 'prosemirror-state';
import {itemAround} from '../items.ts';

const CONTROLS = 'button, [href], input, select, summary';

/**
 * Tab: from the words of an item to its facts. A browser would go to the facts of the section's first item instead,
 * because to it all the words of a section are one control.
 */
export const toFacts: Command = (state, dispatch, view) => {
  const item = itemAround(state.selection.$head);
  const dom = item === null ? null : view?.nodeDOM(item.pos);
  if (!(dom instanceof HTMLElement)) return false;
  const control = controlIn(dom.querySelector('.goldthread-item-facts'));
  if (control === null) return false;
  if (dispatch !== undefined) control.focus();
  return true;
};

/** The first control in an element, shadow roots included. */
function controlIn(place: Element | ShadowRoot | null): HTMLElement | null {
  for (const element of place?.querySelectorAll<HTMLElement>('*') ?? []) {
    if (element.matches(CONTROLS) && element.checkVisibility()) return element;
    const deeper = controlIn(element.shadowRoot);
    if (deeper !== null) return deeper;
  }
  return null;
}
