import * as Y from 'yjs';
import type {Admission} from './admission.ts';
import type {Place} from './place.ts';
import {storedStruct, typeOf} from './struct-store.ts';

/**
 * Whether a new struct's right neighbour stands to the right of its left one, as far as the document alone can tell.
 * Where it doesn't, replicas that integrate the struct may order the text differently for ever although their state
 * vectors agree (yjs#794). Neighbours that the same update brings are looked at once it is applied.
 */
export function isReachable(admission: Admission, struct: Y.Item, place: Place): boolean {
  if (place.sub !== null) return true;
  const {doc} = admission;
  const {origin, rightOrigin} = struct;
  let left: Y.Item | null = null;
  if (origin !== null) {
    const stored = storedStruct(doc, origin);
    if (!(stored instanceof Y.Item)) return true;
    left = stored;
  }
  if (rightOrigin !== null) {
    const right = storedStruct(doc, rightOrigin);
    if (!(right instanceof Y.Item)) return true;
    if (left === right) return origin !== null && origin.clock < rightOrigin.clock;
  }
  const first = left === null ? firstIn(doc, place) : left.right;
  const steps = stepsTo(first, rightOrigin, admission.stepsLeft);
  admission.stepsLeft -= steps ?? 0;
  return steps !== null && admission.stepsLeft > 0;
}

/** The first child of the list of a place; null for a list that the document doesn't have. */
function firstIn(doc: Y.Doc, {root, parent}: Place): Y.Item | null {
  const type = parent === null ? doc.share.get(root) : typeOf(parent);
  return type?._start ?? null;
}

/** How many items stand before the one that covers an id, or before the end; null if it isn't there or too far. */
export function stepsTo(first: Y.Item | null, id: Y.ID | null, most: number): number | null {
  let steps = 0;
  for (let item = first; item !== null; item = item.right) {
    if (id !== null && item.id.client === id.client) {
      const {clock} = item.id;
      if (clock <= id.clock && id.clock < clock + item.length) return steps;
    }
    if (++steps > most) return null;
  }
  return id === null ? steps : null;
}
