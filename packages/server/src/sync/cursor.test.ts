import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readCursor} from './cursor.ts';

const DOCUMENT = new Map([[7, 10]]);
const HERE = {type: null, tname: null, item: {client: 7, clock: 9}, assoc: 0};

test('a cursor keeps its two places and nothing else', () => {
  const root = {type: null, tname: 'section:B', item: null, assoc: -1};
  const cursor = readCursor({anchor: {...HERE, secret: 'x'}, head: {...root, more: {}}, user: 'x'}, DOCUMENT);
  assert.deepEqual(cursor, {anchor: HERE, head: root});
});

test('a cursor that names what the document does not have is no cursor', () => {
  const bad: unknown[] = [
    null,
    'text',
    [],
    {},
    {anchor: HERE},
    {anchor: HERE, head: {}},
    {anchor: HERE, head: {item: {client: 7, clock: 10}}},
    {anchor: HERE, head: {item: {client: 8, clock: 0}}},
    {anchor: HERE, head: {item: {client: 7, clock: -1}}},
    {anchor: HERE, head: {item: {client: 7, clock: 1.5}}},
    {anchor: HERE, head: {item: {client: '7', clock: 1}}},
    {anchor: HERE, head: {type: 'x', tname: 'section:B'}},
    {anchor: HERE, head: {tname: '__proto__'}},
    {anchor: HERE, head: {tname: 5}},
  ];
  for (const value of bad) assert.equal(readCursor(value, DOCUMENT), null, JSON.stringify(value));
});
