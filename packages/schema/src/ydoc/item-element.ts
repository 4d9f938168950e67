import * as Y from 'yjs';
import {isItemTypeName} from '../plan/item-type.ts';

/** The nearest item that a shared type is or lies in; null for a root and for what stands outside every item. */
export function itemElementOf(type: {readonly parent: unknown}): Y.XmlElement | null {
  let current: unknown = type;
  while (current instanceof Y.AbstractType) {
    if (current instanceof Y.XmlElement && isItemTypeName(current.nodeName)) return current;
    current = current.parent;
  }
  return null;
}

/** The `id` of an item's element, or null if it has none or it isn't text. */
export function itemIdOf(element: Y.XmlElement): string | null {
  const id: unknown = element.getAttribute('id');
  return typeof id === 'string' ? id : null;
}
