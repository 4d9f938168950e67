import assert from 'node:assert/strict';
import {test} from 'node:test';
import * as Y from 'yjs';
import {covers, decodeStateVector, encodeStateVector, extend} from './state-vector.ts';

test('a state vector is written as Yjs writes it and read as Yjs reads it', () => {
  const doc = new Y.Doc();
  for (const client of [5, 4_000_000_000, 17]) {
    doc.clientID = client;
    doc.getText('t').insert(0, 'abc');
  }
  const vector = new Map<number, number>();
  extend(
    vector,
    [5, 17, 4_000_000_000].map(client => ({client, clock: 0, length: 3})),
  );
  assert.deepEqual(encodeStateVector(vector), Y.encodeStateVector(doc));
  assert.deepEqual(decodeStateVector(Y.encodeStateVector(doc)), vector);
});

test('bytes that are no state vector give null, whatever they are', () => {
  for (const bytes of [[], [5], [1, 200], [1, 2, 3, 4], [255, 255, 255, 255, 255, 255, 255, 255, 255, 255]]) {
    assert.equal(decodeStateVector(Uint8Array.from(bytes)), null, String(bytes));
  }
});

test('a vector covers another only if it knows every client as far', () => {
  const known = new Map([
    [1, 5],
    [2, 3],
  ]);
  assert.ok(covers(known, new Map([[1, 5]])));
  assert.ok(covers(known, new Map()));
  assert.ok(!covers(known, new Map([[1, 6]])));
  assert.ok(!covers(known, new Map([[3, 1]])));
});
