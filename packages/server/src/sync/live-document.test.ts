import assert from 'node:assert/strict';
import {test} from 'node:test';
import {newId, type CompartmentId, type PlanId} from '@goldthread/schema';
import {seededRandom} from '@goldthread/schema/testing';
import {decodeFrame} from '@goldthread/schema/wire';
import * as Y from 'yjs';
import type {UpdateRow} from '../storage/index.ts';
import {insertedBy, deletedBy} from './id-ranges.ts';
import {LiveDocument} from './live-document.ts';
import type {Packet} from './packet.ts';

const ROOT = 'section:B';
const random = seededRandom(5);
const compartment = {
  id: newId<CompartmentId>(random),
  planId: newId<PlanId>(random),
  kind: 'shared' as const,
  audience: null,
  epoch: 1,
  schemaVersion: 1,
  createdAt: 0,
};

function rowsOf(
  edit: (text: Y.XmlText, index: number) => void,
  count: number,
): {rows: UpdateRow[]; doc: Y.Doc} {
  const doc = new Y.Doc();
  doc.clientID = 77;
  const rows: UpdateRow[] = [];
  doc.on('update', (bytes: Uint8Array) => {
    rows.push({
      seq: rows.length + 1,
      epoch: 1,
      at: 0,
      participantId: null,
      sessionId: null,
      kind: 'edit',
      inserted: insertedBy(bytes),
      deleted: deletedBy(bytes),
      bytes,
    });
  });
  const text = new Y.XmlText();
  doc.getXmlFragment(ROOT).insert(0, [text]);
  for (let index = 0; index < count; index += 1) edit(text, index);
  return {rows, doc};
}

/** What a client holds that applied these packets. */
function applied(packets: readonly Packet[]): Y.Doc {
  const doc = new Y.Doc();
  for (const packet of packets) {
    const header = packet[1] === 126 ? 4 : packet[1] === 127 ? 10 : 2;
    const frame = decodeFrame(packet.subarray(header));
    assert.ok(frame.ok && (frame.value.kind === 'update' || frame.value.kind === 'syncStep2'));
    Y.applyUpdate(doc, frame.value.update);
  }
  return doc;
}

test('whoever is served bytes holds the same document as the server, before and after compaction', () => {
  const {rows, doc} = rowsOf((text, index) => {
    if (index % 3 === 2) text.delete(0, 1);
    else text.insert(0, 'ab');
  }, 30);
  const live = new LiveDocument({compartment, snapshot: null, tail: rows.slice(0, 20), headSeq: 20}, [ROOT]);
  assert.equal(live.isLive, false);
  live.committed(rows.slice(20));
  const same = (packets: readonly Packet[]) => {
    assert.deepEqual(Y.encodeStateAsUpdate(applied(packets)), Y.encodeStateAsUpdate(doc));
  };
  same(live.fullSync());
  assert.equal(live.isLive, false);
  const snapshot = live.snapshot();
  assert.ok(snapshot !== null);
  live.compacted({...snapshot, upToSeq: 25});
  assert.equal(live.tailRows, rows.length - 25);
  same(live.fullSync());
  live.compacted(snapshot);
  assert.equal(live.fullSync().length, 1);
  same(live.fullSync());
  assert.deepEqual(new Map(live.stateVector), Y.decodeStateVector(snapshot.stateVector));
});

test('nobody is sent words that the server took out, nor after a start that finds them in the rows', () => {
  const {rows, doc} = rowsOf((text, index) => {
    text.insert(index, 'kept'.charAt(index));
  }, 4);
  const live = new LiveDocument({compartment, snapshot: null, tail: rows, headSeq: rows.length}, [ROOT]);
  assert.ok(holds(live.fullSync(), 'p'));
  const taken = live.write(1, other => {
    const text = other.getXmlFragment(ROOT).get(0);
    if (text instanceof Y.XmlText) text.delete(2, 1);
  });
  const row = (bytes: Uint8Array): UpdateRow => ({
    ...(rows[0] ?? assert.fail()),
    seq: rows.length + 1,
    kind: 'import',
    inserted: insertedBy(bytes),
    deleted: deletedBy(bytes),
    bytes,
  });
  const written = taken.map(row);
  live.committed(written);
  const again = new LiveDocument(
    {compartment, snapshot: null, tail: [...rows, ...written], headSeq: rows.length + 1},
    [ROOT],
  );
  for (const bytes of taken) Y.applyUpdate(doc, bytes);
  for (const one of [live, again]) {
    assert.ok(!holds(one.fullSync(), 'p'));
    assert.deepEqual(Y.encodeStateAsUpdate(applied(one.fullSync())), Y.encodeStateAsUpdate(doc));
  }
});

/** Whether a letter that stands alone in an update is in these packets. */
function holds(packets: readonly Packet[], letter: string): boolean {
  return packets.some(packet => packet.includes(Buffer.of(1, letter.charCodeAt(0))));
}

test('a client that lacks some, all or nothing gets what it lacks', () => {
  const {rows, doc} = rowsOf((text, index) => {
    text.insert(index, 'x');
  }, 10);
  const live = new LiveDocument({compartment, snapshot: null, tail: rows, headSeq: rows.length}, [ROOT]);
  assert.equal(live.answer(Uint8Array.of(0)), 'whole');
  assert.equal(live.answer(Uint8Array.of(9)), null);
  const half = new Y.Doc();
  for (const row of rows.slice(0, 5)) if (row.bytes !== null) Y.applyUpdate(half, row.bytes);
  const answer = live.answer(Y.encodeStateVector(half));
  assert.ok(answer !== null && answer !== 'whole');
  const header = answer[1] === 126 ? 4 : 2;
  const frame = decodeFrame(answer.subarray(header));
  assert.ok(frame.ok && frame.value.kind === 'syncStep2');
  Y.applyUpdate(half, frame.value.update);
  assert.deepEqual(Y.encodeStateAsUpdate(half), Y.encodeStateAsUpdate(doc));
  const full = Y.encodeStateVector(doc);
  assert.equal(live.answer(full), live.answer(full));
});

test('a document that is thrown away comes back with what was accepted and without what was not', () => {
  const {rows} = rowsOf((text, index) => {
    text.insert(index, 'x');
  }, 3);
  const live = new LiveDocument({compartment, snapshot: null, tail: rows.slice(0, 2), headSeq: 2}, [ROOT]);
  const [accepted, refused] = [rows[2]?.bytes, rows[3]?.bytes];
  assert.ok(accepted && refused);
  let seen = 0;
  assert.equal(live.apply(accepted, () => (seen += 1)).length, 1);
  live.accept(accepted);
  live.apply(refused, () => (seen += 1));
  assert.equal(seen, 2);
  live.reload();
  assert.equal(live.doc.getXmlFragment(ROOT).toJSON(), 'xx');
});
