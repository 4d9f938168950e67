import * as Y from 'yjs';
import type {CompartmentId} from '@goldthread/schema';
import type {Inspection, StoredDocument} from '../storage/index.ts';
import type {Finding} from './finding.ts';

/** Checks that a document can be put together again: every number there, the snapshot whole, each update fitting what is before. */
export function checkDocument(
  folder: Inspection,
  id: CompartmentId,
  found: (finding: Finding) => void,
): void {
  const stored = folder.document(id);
  if (stored === null) return;
  const numbers = folder.logNumbers(id);
  const gap = numbers.findIndex((number, index) => number !== index + 1);
  const missing = gap === -1 ? numbers.length + 1 : gap + 1;
  if (gap !== -1 || missing <= (stored.snapshot?.upToSeq ?? 0)) {
    found({row: `update ${missing} of document ${id}`, problem: 'was taken out'});
    return;
  }
  const doc = new Y.Doc();
  try {
    checkSnapshot(doc, id, stored, found);
    for (const {seq, bytes} of stored.tail) {
      const row = `update ${seq} of document ${id}`;
      if (bytes === null) found({row, problem: 'has lost its words, and no snapshot holds them'});
      else if (!applies(doc, bytes)) found({row, problem: 'does not fit what is before it'});
      else continue;
      return;
    }
  } finally {
    doc.destroy();
  }
}

function checkSnapshot(
  doc: Y.Doc,
  id: CompartmentId,
  {snapshot, compartment}: StoredDocument,
  found: (finding: Finding) => void,
): void {
  if (snapshot === null) return;
  const row = `snapshot of document ${id}`;
  if (!applies(doc, snapshot.bytes)) found({row, problem: 'is not a whole document'});
  else if (!sameState(snapshot.stateVector, Y.encodeStateVector(doc))) {
    found({row, problem: 'is not at the point that is noted beside it'});
  }
  if (snapshot.epoch > compartment.epoch) found({row, problem: 'is of a later lineage than its document'});
}

/** Applies an update; `false` if it is none, or if something before it is missing. */
function applies(doc: Y.Doc, update: Uint8Array): boolean {
  try {
    Y.applyUpdate(doc, update);
  } catch {
    return false;
  }
  return doc.store.pendingStructs === null && doc.store.pendingDs === null;
}

function sameState(left: Uint8Array, right: Uint8Array): boolean {
  const [one, other] = [Y.decodeStateVector(left), Y.decodeStateVector(right)];
  return one.size === other.size && [...one].every(([client, clock]) => other.get(client) === clock);
}
