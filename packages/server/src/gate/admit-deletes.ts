import * as Y from 'yjs';
import {isAnchorAttribute} from '@goldthread/schema';
import {checkItem, checkRoot, type Admission} from './admission.ts';
import type {IdRange} from './admitted-update.ts';
import type {DeleteRange} from './decode.ts';
import {placeOfStored, type Place} from './place.ts';
import {refusal, type Refusal} from './refusal.ts';

/** The deletes of an update that take effect, and how many format markers were left out. */
export interface AdmittedDeletes {
  readonly ranges: IdRange[];
  dropped: number;
}

/**
 * Judges every delete that would take effect; what is deleted already is left out, so that whoever first deleted
 * something stays the one who did. `admitted` is filled in.
 */
export function admitDeletes(admission: Admission, admitted: AdmittedDeletes): Refusal | null {
  for (const [client, ranges] of admission.incoming.deletes) {
    const known = Y.getState(admission.doc.store, client);
    const end = admission.incoming.runs.get(client)?.end ?? known;
    for (const range of ranges) {
      if (range.clock + range.len > end) return refusal('MISSING_DEPS');
      const problem = admitRange(admission, admitted, client, range, known);
      if (problem !== null) return problem;
    }
  }
  return null;
}

function admitRange(
  admission: Admission,
  admitted: AdmittedDeletes,
  client: number,
  {clock, len}: DeleteRange,
  known: number,
): Refusal | null {
  const end = clock + len;
  const structs = admission.doc.store.clients.get(client) ?? [];
  if (clock < known) {
    for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
      const struct = structs[index];
      if (struct === undefined || struct.id.clock >= end) break;
      if (struct.deleted || !(struct instanceof Y.Item)) continue;
      const problem = admitDelete(admission, admitted, struct);
      if (problem === 'dropped') continue;
      if (problem !== null) return problem;
      const from = Math.max(clock, struct.id.clock);
      const to = Math.min(end, struct.id.clock + struct.length);
      add(admitted.ranges, client, from, to);
    }
  }
  // What this update both brings and deletes was judged where it was brought.
  if (end > known) add(admitted.ranges, client, Math.max(clock, known), end);
  return null;
}

function add(ranges: IdRange[], client: number, from: number, to: number): void {
  const last = ranges.at(-1);
  if (last?.client === client && last.clock + last.length === from) {
    ranges[ranges.length - 1] = {client, clock: last.clock, length: to - last.clock};
  } else {
    ranges.push({client, clock: from, length: to - from});
  }
}

function admitDelete(
  admission: Admission,
  admitted: AdmittedDeletes,
  struct: Y.Item,
): Refusal | 'dropped' | null {
  const place = placeOfStored(admission.doc, struct);
  const item = place.item ?? struct;
  const problem = checkRoot(admission, place.root) ?? checkItem(admission, item, place.root);
  if (problem === null) {
    noteDelete(admission, struct, place);
    return null;
  }
  // Every Yjs client, a mere reader's too, deletes redundant format markers by itself after remote changes. Nobody
  // meant it, nobody sees it and the server's own copy does the same: it is left out and not held against anyone.
  if (!(struct.content instanceof Y.ContentFormat)) return problem;
  admitted.dropped++;
  return 'dropped';
}

function noteDelete(admission: Admission, struct: Y.Item, {item, parent, sub}: Place): void {
  if (parent === null) admission.deletedItems.add(struct);
  else if (parent === item && sub !== null && isFixed(sub)) admission.deletedFixed.push(item);
}

/** Whether an attribute of an item is set once and for all. */
function isFixed(attribute: string): boolean {
  return attribute === 'id' || isAnchorAttribute(attribute);
}
