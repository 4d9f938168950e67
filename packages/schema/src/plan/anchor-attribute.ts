import {parseId} from '../base/ids.ts';
import {isRootName} from './root.ts';

/**
 * Where a withheld item stands in the plan, as attributes of its element; only an item below the root `items` of a
 * withheld compartment has them. They are set when the item is made and never changed, so that nobody can point a
 * private note at something that its writer didn't write it beside.
 */
export const ANCHOR_ATTRIBUTES = ['anchor.root', 'anchor.item', 'anchor.at', 'anchor.quote'] as const;
export type AnchorAttribute = (typeof ANCHOR_ATTRIBUTES)[number];

/** The only root below which elements have an anchor. */
export const ANCHORED_ROOT = 'items';

/** How many characters of its neighbour's words an anchor keeps. */
export const ANCHOR_QUOTE_LENGTH = 80;

const BASE64URL = /^[A-Za-z0-9_-]*$/;

/** Whether a text names an attribute of an anchor. */
export function isAnchorAttribute(text: string): text is AnchorAttribute {
  return ANCHOR_ATTRIBUTES.some(name => name === text);
}

/** Whether a value is of the shape that an attribute of an anchor has. Whether it leads anywhere is found when read. */
export function fitsAnchor(attribute: AnchorAttribute, value: unknown): value is string {
  if (typeof value !== 'string') return false;
  switch (attribute) {
    case 'anchor.root':
      return isAnchorRoot(value);
    case 'anchor.item':
      return value === '' || parseId(value).ok;
    case 'anchor.at':
      return BASE64URL.test(value);
    case 'anchor.quote':
      return value.length <= ANCHOR_QUOTE_LENGTH;
  }
}

/** Whether a root is a section, a column or a house: a place in the plan that a withheld item can stand beside. */
function isAnchorRoot(text: string): boolean {
  return isRootName(text) && text !== ANCHORED_ROOT && !text.startsWith('p:');
}
