import {fitsAnchor, isAnchorAttribute} from '../plan/anchor-attribute.ts';
import {fitsAttribute, isAttributeValue} from '../plan/attribute.ts';
import {isItemTypeName} from '../plan/item-type.ts';
import {ITEM_TYPES} from '../plan/item-types.ts';
import {attributesOf, marksOf} from './attributes.ts';
import {isSafeHref} from './safe-href.ts';

/** The most columns or rows that one table cell may cover: more would freeze every reader's page. */
const WIDEST_SPAN = 50;

/** Whether a number of columns or rows is one that a table cell may cover. */
export function isSpan(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= WIDEST_SPAN;
}

/**
 * Whether a value may stand in a document as an attribute of a node: the node knows the attribute, and the value is a
 * scalar of at most 500 characters. A typed field may hold a value that doesn't fit its kind, because typing is never
 * blocked; {@link fitsField} says whether it does.
 */
export function mayStand(nodeName: string, attribute: string, value: unknown): boolean {
  if (!attributesOf(nodeName).has(attribute) || !isAttributeValue(value)) return false;
  if (isAnchorAttribute(attribute)) return fitsAnchor(attribute, value);
  return attribute === 'colspan' || attribute === 'rowspan' ? isSpan(value) : true;
}

/** Whether a mark may stand on text: all its attributes are known, are short scalars, and a web link is safe to open. */
export function markMayStand(markName: string, attributes: Readonly<Record<string, unknown>>): boolean {
  const known = marksOf(markName);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && (!known.has(name) || !isAttributeValue(value))) return false;
  }
  return markName !== 'webLink' || isSafeHref(attributes.href);
}

/** Whether the value of an item's typed field is of the kind that the field asks for. */
export function fitsField(itemType: string, attribute: string, value: unknown): boolean {
  if (!isItemTypeName(itemType)) return false;
  const spec = ITEM_TYPES[itemType].attributes[attribute];
  return spec !== undefined && fitsAttribute(spec, value);
}
