import type * as Y from 'yjs';
import {fail, ok, type Result} from '@goldthread/schema';
import {startAdmission} from './admission.ts';
import {admitDeletes, type AdmittedDeletes} from './admit-deletes.ts';
import {admitStructs} from './admit-structs.ts';
import type {AdmittedDraft, AdmittedUpdate, NewItem} from './admitted-update.ts';
import {decode} from './decode.ts';
import {encode} from './encode.ts';
import {checkItems} from './item-rules.ts';
import type {GatePolicy} from './policy.ts';
import type {Refusal} from './refusal.ts';

const NOTHING = new Uint8Array([0, 0]);

/**
 * Decides whether bytes from a client may change a document, without changing it. Decodes them, finds out for every
 * struct and every delete which root and item it would change, asks the policy, and writes what was let through anew.
 * Never throws for anything that bytes can hold, and never parks: what refers to something the document doesn't have
 * is refused.
 */
export function admit(doc: Y.Doc, bytes: Uint8Array, policy: GatePolicy): Result<AdmittedUpdate, Refusal> {
  const decoded = decode(doc, bytes, policy);
  if (!decoded.ok) return decoded;
  const admission = startAdmission(doc, decoded.value, policy);
  const deletes: AdmittedDeletes = {ranges: [], dropped: 0};
  const newItems: NewItem[] = [];
  const problem =
    admitStructs(admission) ?? admitDeletes(admission, deletes) ?? checkItems(admission, newItems);
  if (problem !== null) return fail(problem);

  const runs = [...decoded.value.runs.values()];
  const noop = runs.length === 0 && deletes.ranges.length === 0;
  const draft: AdmittedDraft = {
    bytes: noop ? NOTHING : encode(runs, deletes.ranges),
    inserted: runs.map(({client, start, end}) => ({client, clock: start, length: end - start})),
    deleted: deletes.ranges,
    noop,
    droppedFormatDeletes: deletes.dropped,
    newItems,
  };
  // The one place that makes an admitted update.
  return ok(draft as AdmittedUpdate);
}
