import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {CLOSE, closeNameOf} from './close.ts';
import {decodeClientMessage, encodeClientMessage} from './client-message.ts';
import {encodeControl} from './control.ts';
import {decodeFrame} from './frame.ts';
import {KIND, MESSAGE} from './kinds.ts';
import {LIMITS} from './limits.ts';
import {REFUSALS, isRefusalCode} from './refusals.ts';
import {seededRandom} from '../testing/seeded-random.ts';
import {RECORD_KINDS, RESET_REASONS, type ServerMessage} from './server-message.ts';
import {decodeServerMessage, encodeServerMessage} from './server-message-codec.ts';

const SEED = 14052026;
const HASH = '0123456789abcdef';

/** One message of each kind, with numbers and texts that change with the random bytes. */
function messagesFrom(bytes: Uint8Array): ServerMessage[] {
  const number = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  const text = String.fromCodePoint(...bytes) + '“Jory’s” \u0000 🚂';
  return [
    {kind: 'hello', epoch: number, schemaVersion: 1, writableRoots: ['section:A', 'house:good', 'items']},
    {kind: 'durable', upTo: number},
    {kind: 'refused', frame: number, code: 'FORBIDDEN', message: text},
    {kind: 'reset', reason: RESET_REASONS[number % RESET_REASONS.length] ?? 'purge'},
    {kind: 'check', stateVector: 'AQID', hashes: {'section:H1': HASH, 'sos:next': HASH}},
    {kind: 'rights', writableRoots: number % 2 === 0 ? [] : ['p:AAAAAAAAAAAAAAAAAAAAAA']},
    {kind: 'freeze', on: number % 2 === 0, reason: text},
    {kind: 'records', kinds: RECORD_KINDS.slice(0, number % 9)},
  ];
}

function problemOf(name: keyof typeof KIND, fields: object): string {
  const result = decodeServerMessage(encodeControl(name, fields));
  return result.ok ? 'none' : result.error;
}

describe('messages of the server', () => {
  test(`WIRE-10: each kind is read as it was written, with its number from the table (seed ${SEED})`, () => {
    const random = seededRandom(SEED);
    for (let run = 0; run < 200; run += 1) {
      for (const message of messagesFrom(random(6))) {
        const bytes = encodeServerMessage(message);
        assert.deepEqual([bytes[0], bytes[1]], [MESSAGE.goldthread, KIND[message.kind]]);
        assert.deepEqual(decodeServerMessage(bytes), {ok: true, value: message});
        assert.deepEqual(decodeFrame(bytes), {ok: true, value: {kind: 'goldthread', bytes}});
      }
    }
  });

  test('WIRE-11: a missing field, or one of another type, is wrong shape', () => {
    assert.equal(problemOf('hello', {epoch: 1, schemaVersion: 1}), 'wrongShape');
    assert.equal(problemOf('hello', {epoch: -1, schemaVersion: 1, writableRoots: []}), 'wrongShape');
    assert.equal(problemOf('durable', {upTo: 1.5}), 'wrongShape');
    assert.equal(problemOf('refused', {frame: 1, code: 'NODE'}), 'wrongShape');
    assert.equal(problemOf('reset', {}), 'wrongShape');
    assert.equal(problemOf('check', {stateVector: '*', hashes: {}}), 'wrongShape');
    assert.equal(problemOf('check', {stateVector: '', hashes: {'section:A': 'short'}}), 'wrongShape');
    assert.equal(problemOf('rights', {writableRoots: [1]}), 'wrongShape');
    assert.equal(problemOf('freeze', {on: 'yes', reason: ''}), 'wrongShape');
    assert.equal(problemOf('records', {kinds: 'people'}), 'wrongShape');
  });

  test('WIRE-12: a field, a root or a record kind that a newer server added is left out', () => {
    const hello = {epoch: 1, schemaVersion: 2, writableRoots: ['section:A', 'section:Z'], more: true};
    const writableRoots = ['section:A'];
    assert.deepEqual(decodeServerMessage(encodeControl('hello', hello)), {
      ok: true,
      value: {kind: 'hello', epoch: 1, schemaVersion: 2, writableRoots},
    });
    assert.deepEqual(decodeServerMessage(encodeControl('records', {kinds: ['people', 'weather']})), {
      ok: true,
      value: {kind: 'records', kinds: ['people']},
    });
  });

  test('WIRE-13: what follows the numbers must be one JSON object and nothing else', () => {
    const bytes = encodeServerMessage({kind: 'durable', upTo: 1});
    assert.deepEqual(decodeServerMessage(Uint8Array.of(...bytes, 0)), {ok: false, error: 'trailingBytes'});
    assert.deepEqual(decodeServerMessage(Uint8Array.of(100, 2, 2, 0x5b, 0x5d)), {
      ok: false,
      error: 'notJson',
    });
    assert.deepEqual(decodeServerMessage(Uint8Array.of(100, 2, 1, 0x7b)), {ok: false, error: 'notJson'});
    assert.deepEqual(decodeServerMessage(Uint8Array.of(100, 2, 1, 0xff)), {ok: false, error: 'notText'});
    assert.deepEqual(decodeServerMessage(Uint8Array.of(100, 77, 0)), {ok: false, error: 'unknownKind'});
    assert.deepEqual(decodeServerMessage(Uint8Array.of(0, 2, 0)), {ok: false, error: 'unknownMessage'});
  });
});

describe('messages of the client', () => {
  test('WIRE-14: a divergence is read as it was written', () => {
    const message = {kind: 'diverged', root: 'section:F', hash: HASH} as const;
    assert.deepEqual(decodeClientMessage(encodeClientMessage(message)), {ok: true, value: message});
  });

  test('WIRE-14: a client can send no kind of the server, and the server no kind of the client', () => {
    for (const message of messagesFrom(Uint8Array.of(1))) {
      const refused = {ok: false, error: 'unknownKind'};
      assert.deepEqual(decodeClientMessage(encodeServerMessage(message)), refused);
    }
    const diverged = encodeClientMessage({kind: 'diverged', root: 'section:A', hash: HASH});
    assert.deepEqual(decodeServerMessage(diverged), {ok: false, error: 'unknownKind'});
  });

  test('WIRE-14: an unknown root, a wrong hash and an oversized message are refused', () => {
    const read = (fields: object) => decodeClientMessage(encodeControl('diverged', fields));
    assert.deepEqual(read({root: 'section:Z', hash: HASH}), {ok: false, error: 'wrongShape'});
    assert.deepEqual(read({root: 'section:A', hash: HASH.toUpperCase()}), {ok: false, error: 'wrongShape'});
    assert.deepEqual(read({root: 'section:A'}), {ok: false, error: 'wrongShape'});
    const padding = 'x'.repeat(LIMITS.clientMessageBytes);
    assert.deepEqual(read({root: 'section:A', hash: HASH, padding}), {ok: false, error: 'tooBig'});
  });
});

describe('words for the person', () => {
  test('WIRE-15: each close code has its own name, and only the two that may retry say so', () => {
    const codes = Object.values(CLOSE).map(reason => reason.code);
    assert.deepEqual(codes, [4400, 4401, 4403, 4409, 4410, 4426, 4429, 4500]);
    for (const [name, reason] of Object.entries(CLOSE)) assert.equal(closeNameOf(reason.code), name);
    assert.equal(closeNameOf(1006), null);
    const retrying = Object.entries(CLOSE).filter(([, reason]) => reason.retry);
    assert.deepEqual(
      retrying.map(([name]) => name),
      ['tooFast', 'tryAgain'],
    );
  });

  test('WIRE-16: every refusal and every close is told in short plain sentences without a code', () => {
    const sentences = [...Object.values(REFUSALS), ...Object.values(CLOSE).map(reason => reason.sentence)];
    for (const sentence of sentences) {
      assert.match(sentence, /^[A-Z].*\.$/);
      assert.doesNotMatch(sentence, /\d|_|[A-Z]{2}|hidden|withheld|secret/);
      for (const part of sentence.split('. ')) assert.ok(part.split(' ').length <= 16, sentence);
    }
    assert.equal(new Set(sentences).size, sentences.length);
    assert.ok(isRefusalCode('FORBIDDEN'));
    assert.equal(isRefusalCode('toString'), false);
  });
});
