import * as Y from 'yjs';
import {find, type Admission} from './admission.ts';
import {isSamePlace, placeInside, placeOfStored, type Place} from './place.ts';
import {storedStruct, type Struct} from './struct-store.ts';

/** Deepest nesting of elements and texts that anything can have. */
const DEEPEST = 48;

/** Why a struct has no place: what it refers to isn't there, or its references contradict each other. */
export type Unplaceable = 'MISSING_DEPS' | 'CROSS_PARENT' | 'MALFORMED' | 'CONTENT';

/**
 * Where a new struct would stand, found as Yjs finds it: its left neighbour's list, else its right neighbour's, else
 * the parent that it names. `collected` means that its parent is gone for good and that it would come to nothing.
 */
export function placeIncoming(admission: Admission, struct: Struct): Place | 'collected' | Unplaceable {
  if (struct instanceof Y.GC) return 'collected';
  const {origin, rightOrigin} = struct;
  if (origin === null && rightOrigin === null) return placeByParent(admission, struct);
  if (origin !== null && rightOrigin !== null) {
    const quick = placeOfStoredNeighbours(admission.doc, origin, rightOrigin);
    if (quick !== null) return quick;
  }
  const left = origin === null ? null : find(admission, origin);
  const right = rightOrigin === null ? null : find(admission, rightOrigin);
  if ((origin !== null && left === null) || (rightOrigin !== null && right === null)) return 'MISSING_DEPS';
  const place = (left ?? right)?.place ?? 'MISSING_DEPS';
  if (left === null || right === null) return place;
  // A gone neighbour beside one that is there can't come from one list: a list is collected as a whole.
  if (left.place === 'collected' || right.place === 'collected') {
    return left.place === right.place ? 'collected' : 'CROSS_PARENT';
  }
  return isSamePlace(left.place, right.place) ? left.place : 'CROSS_PARENT';
}

/** Typing into text: both neighbours are in the document, most often in one list, and one of them says where. */
function placeOfStoredNeighbours(doc: Y.Doc, origin: Y.ID, rightOrigin: Y.ID): Place | null {
  const left = storedStruct(doc, origin);
  const right = storedStruct(doc, rightOrigin);
  if (!(left instanceof Y.Item) || !(right instanceof Y.Item)) return null;
  return left.parent === right.parent && left.parentSub === right.parentSub ? placeOfStored(doc, left) : null;
}

function placeByParent(admission: Admission, struct: Y.Item): Place | 'collected' | Unplaceable {
  // Before Yjs integrates a struct, its parent is the name of a root, an id or nothing, which Yjs' types don't say.
  const parent = struct.parent as unknown;
  if (typeof parent === 'string') {
    return {root: parent, item: null, parent: null, sub: struct.parentSub, depth: 0};
  }
  if (!(parent instanceof Y.ID)) return 'MALFORMED';
  const found = find(admission, parent);
  if (found === null) return 'MISSING_DEPS';
  if (found.place === 'collected' || found.struct instanceof Y.GC) return 'collected';
  if (found.struct.content instanceof Y.ContentDeleted) return 'collected';
  if (!(found.struct.content instanceof Y.ContentType)) return 'CROSS_PARENT';
  if (found.place.depth >= DEEPEST) return 'CONTENT';
  return placeInside(found.struct, found.place, struct.parentSub);
}
