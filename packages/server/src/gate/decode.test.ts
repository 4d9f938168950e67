import assert from 'node:assert/strict';
import test from 'node:test';
import * as Y from 'yjs';
import {admit, GATE_LIMITS} from './index.ts';
import {changeOf, textAt} from './testing/documents.ts';
import {forge} from './testing/forge.ts';
import {policyOf} from './testing/policy-of.ts';
import {B, forged, letter, plan, textStart, verdict} from './testing/verdict.ts';

test('an update of too many bytes or too many characters is refused', () => {
  const doc = plan();
  const update = changeOf(doc, copy => textAt(copy, B).insert(0, 'x'.repeat(200)));
  assert.equal(verdict(doc, update, {limits: {...GATE_LIMITS, bytes: 150}}), 'TOO_BIG');
  assert.equal(verdict(doc, update, {limits: {...GATE_LIMITS, length: 150}}), 'TOO_BIG');
  const content = new Y.ContentDeleted(1_000_000_000);
  assert.equal(forged(doc, {structs: [{parent: B, content}]}), 'TOO_BIG');
  assert.equal(forged(doc, {structs: [{ref: 0, length: 1_000_000_000}]}), 'TOO_BIG');
});

test('an update of too many structs is refused, and what the document has already is not counted', () => {
  const doc = plan();
  const structs = Array.from({length: 30}, (_, at) => ({
    ...(at === 0 ? {parent: B} : {origin: [7, at - 1] as const}),
    content: new Y.ContentDeleted(1),
  }));
  const update = forge({structs});
  const limits = {...GATE_LIMITS, structs: 29};
  assert.equal(verdict(doc, update, {limits}), 'TOO_BIG');
  Y.applyUpdate(doc, forge({structs: structs.slice(0, 10)}));
  assert.equal(verdict(doc, update, {limits}), 'admitted');
});

test('a clock beyond what numbers can count is refused', () => {
  const doc = plan();
  const clock = Number.MAX_SAFE_INTEGER;
  assert.equal(forged(doc, {clock, structs: [{parent: B, content: new Y.ContentDeleted(2)}]}), 'MALFORMED');
  assert.equal(forged(doc, {deletes: [[1, clock, 1]]}), 'MISSING_DEPS');
});

test('bytes that are no update are refused', () => {
  const doc = plan();
  for (const bytes of [[], [255], [1, 1, 7], [1, 1, 7, 0, 31, 0, 0]]) {
    assert.notEqual(verdict(doc, new Uint8Array(bytes)), 'admitted');
  }
  const text = changeOf(doc, copy => textAt(copy, B).insert(0, 'x'));
  assert.equal(verdict(doc, text.subarray(0, text.length - 2)), 'MALFORMED');
});

test('empty structs and empty deletes are refused', () => {
  const doc = plan();
  assert.equal(forged(doc, {structs: [{ref: 0, length: 0}]}), 'MALFORMED');
  assert.equal(forged(doc, {structs: [{parent: B, content: new Y.ContentString('')}]}), 'MALFORMED');
  assert.equal(forged(doc, {deletes: [[1, 3, 0]]}), 'MALFORMED');
});

test('one client in two places of an update is refused', () => {
  const doc = plan();
  const structs = [{ref: 0, length: 1}] as const;
  assert.equal(
    forged(doc, {client: 7, structs}, {client: 1, structs}, {client: 7, clock: 1, structs}),
    'MALFORMED',
  );
});

test('what lacks its predecessors is refused and never parked', () => {
  const doc = plan();
  const [, clock] = textStart(doc, 'needs time');
  const end = Y.getState(doc.store, 1);
  assert.equal(forged(doc, {clock: 5, structs: [{ref: 0, length: 1}]}), 'MISSING_DEPS', 'clock');
  assert.equal(forged(doc, {structs: [{ref: 10, length: 3}]}), 'MISSING_DEPS', 'gap');
  assert.equal(forged(doc, {structs: [{origin: [1, end], content: letter}]}), 'MISSING_DEPS', 'left');
  assert.equal(forged(doc, {structs: [{right: [99, 0], content: letter}]}), 'MISSING_DEPS', 'right');
  assert.equal(forged(doc, {structs: [{parent: [1, end], content: letter}]}), 'MISSING_DEPS', 'parent');
  assert.equal(forged(doc, {deletes: [[1, clock, end]]}), 'MISSING_DEPS', 'delete');
  assert.equal(forged(doc, {deletes: [[99, 0, 1]]}), 'MISSING_DEPS', 'delete of an unknown client');
});

test('references to itself, to what comes later and in a circle are refused', () => {
  const doc = plan();
  const [client, clock] = textStart(doc, 'needs time');
  const own = {isOwnClient: (id: number) => id === 7 || id === 8};
  assert.equal(forged(doc, {structs: [{origin: [7, 0], content: letter}]}), 'MISSING_DEPS');
  assert.equal(
    forged(doc, {
      structs: [
        {origin: [7, 1], content: letter},
        {origin: [client, clock], content: letter},
      ],
    }),
    'MISSING_DEPS',
  );
  const circle = forge(
    {client: 7, structs: [{origin: [8, 0], content: letter}]},
    {client: 8, structs: [{origin: [7, 0], content: letter}]},
  );
  assert.equal(verdict(doc, circle, own), 'MISSING_DEPS');
});

test('a known id with made-up references is ignored and not parked', () => {
  const doc = plan();
  const client = {isOwnClient: () => true};
  const update = forge({client: 1, structs: [{origin: [99, 99], content: letter}]});
  assert.equal(verdict(doc, update, client), 'admitted');
  const result = admit(doc, update, policyOf(client));
  assert.ok(result.ok && result.value.noop);
});
