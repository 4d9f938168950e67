import * as Y from 'yjs';
import {ANCHORED_ROOT, isAnchorAttribute, type AnchorAttribute} from '@goldthread/schema';
import {checkItem, checkRoot, type Admission} from './admission.ts';
import {checkContent} from './content-rules.ts';
import type {IncomingRun} from './decode.ts';
import {placeIncoming} from './place-incoming.ts';
import type {Place} from './place.ts';
import {isReachable} from './reachable.ts';
import {refusal, type Refusal} from './refusal.ts';
import {isIntegrated, type Struct} from './struct-store.ts';

/**
 * Places and judges every new struct, in an order in which each refers only to what comes before it. Yjs doesn't check
 * references within one client: a forward one would throw in the middle of a transaction, and a missing one would be
 * parked. Structs whose parent is gone are replaced by empty ones, since that is what every replica makes of them.
 */
export function admitStructs(admission: Admission): Refusal | null {
  const {runs} = admission.incoming;
  let placed = true;
  while (placed) {
    placed = false;
    for (const run of runs.values()) {
      const before = run.places.length;
      const problem = placeReady(admission, run);
      if (problem !== null) return problem;
      if (run.places.length > before) placed = true;
    }
  }
  for (const run of runs.values()) if (run.places.length < run.structs.length) return refusal('MISSING_DEPS');
  return null;
}

/** Places the structs of one client up to the first that refers to something not yet placed. */
function placeReady(admission: Admission, run: IncomingRun): Refusal | null {
  for (let index = run.places.length; index < run.structs.length; index++) {
    const struct = run.structs[index];
    if (struct === undefined) break;
    const place = placeIncoming(admission, struct);
    if (place === 'MISSING_DEPS') break;
    if (place === 'collected') {
      run.structs[index] = new Y.GC(struct.id, struct.length);
    } else if (typeof place === 'string') {
      return refusal(place);
    } else {
      const problem = admitStruct(admission, struct, place);
      if (problem !== null) return problem;
    }
    run.places.push(place);
  }
  return null;
}

function admitStruct(admission: Admission, struct: Struct, place: Place): Refusal | null {
  if (struct instanceof Y.GC) return null;
  const {root, item} = place;
  const forbidden = checkRoot(admission, root);
  if (forbidden !== null) return forbidden;
  if (item !== null && isIntegrated(item)) {
    const foreign = checkItem(admission, item, root);
    if (foreign !== null) return foreign;
  }
  const code = checkContent(admission, struct, place);
  if (code !== null) return refuseAt(admission, code, root);
  if (!isReachable(admission, struct, place)) return refuseAt(admission, 'ORDER', root);
  return noteItem(admission, struct, place);
}

function refuseAt(admission: Admission, code: Refusal['code'], root: string): Refusal {
  return admission.policy.isKnownRoot(root) ? refusal(code, root) : refusal(code);
}

/** Remembers new items and their ids, which can be judged only when the whole update is known. */
function noteItem(admission: Admission, struct: Y.Item, {root, item, parent, sub}: Place): Refusal | null {
  const {policy, newElements, idStructs} = admission;
  if (parent === null) {
    if (struct.content instanceof Y.ContentType && policy.isKnownRoot(root)) {
      newElements.push({element: struct, root});
    }
    return null;
  }
  if (parent !== item || sub === null) return null;
  if (isAnchorAttribute(sub)) return noteAnchor(admission, struct, item, sub);
  if (sub !== 'id') return null;
  // An id is set once and for all: a second value, or its removal, would make one item into another.
  if (!policy.isKnownRoot(root)) return refusal('ROOT');
  if (idStructs.has(item) || !(struct.content instanceof Y.ContentAny)) return refusal('ID_CHANGED', root);
  idStructs.set(item, {struct, root});
  return null;
}

/** An anchor is set once, with the item: a later one would move a private note without anybody having moved it. */
function noteAnchor(
  {anchors}: Admission,
  struct: Y.Item,
  item: Y.Item,
  attribute: AnchorAttribute,
): Refusal | null {
  const structs = anchors.get(item) ?? new Map<AnchorAttribute, Y.Item>();
  if (isIntegrated(item) || structs.has(attribute)) return refusal('ID_CHANGED', ANCHORED_ROOT);
  anchors.set(item, structs.set(attribute, struct));
  return null;
}
