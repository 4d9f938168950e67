import type * as Y from 'yjs';
import {parentTypeOf, rootNameOf, type AnyType} from './struct-store.ts';

/**
 * Where a struct stands or would stand. Structs in one list share one place, so that a sibling's place is the
 * struct's own.
 */
export interface Place {
  /** Name of the root; one that a client made up until `isKnownRoot` has said otherwise. */
  readonly root: string;
  /** The element directly below the root in which it stands; null for what itself stands directly below the root. */
  readonly item: Y.Item | null;
  /** The element or text that holds it; null for the root. */
  readonly parent: Y.Item | null;
  /** The attribute whose value it is, or null for a child. */
  readonly sub: string | null;
  /** How many elements and texts are around it. */
  readonly depth: number;
}

/** The place of an item that the document has. */
export function placeOfStored(doc: Y.Doc, struct: Y.Item): Place {
  const holder = parentTypeOf(struct);
  let type: AnyType = holder;
  let item: Y.Item | null = null;
  let depth = 0;
  while (type._item !== null) {
    item = type._item;
    type = parentTypeOf(item);
    depth++;
  }
  return {root: rootNameOf(doc, type), item, parent: holder._item, sub: struct.parentSub, depth};
}

/** The place of whatever stands in `parent`, which itself stands at `place`. */
export function placeInside(parent: Y.Item, place: Place, sub: string | null): Place {
  return {root: place.root, item: place.item ?? parent, parent, sub, depth: place.depth + 1};
}

/** Whether two places are one list or one attribute. */
export function isSamePlace(a: Place, b: Place): boolean {
  return a === b || (a.parent === b.parent && a.sub === b.sub && a.root === b.root);
}
