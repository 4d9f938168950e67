import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import * as encoding from 'lib0/encoding';
import * as awarenessProtocol from 'y-protocols/awareness';
import * as syncProtocol from 'y-protocols/sync';
import * as Y from 'yjs';
import {encodeAwareness, hasAwarenessNews} from './awareness.ts';
import {decodeClientMessage} from './client-message.ts';
import {decodeFrame, encodeQueryAwareness, encodeSyncStep1, encodeSyncStep2, encodeUpdate} from './frame.ts';
import {LIMITS} from './limits.ts';
import {seededRandom} from '../testing/seeded-random.ts';
import {decodeServerMessage} from './server-message-codec.ts';

const SEED = 20261122;

function frameOf(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}

function problemOf(bytes: Uint8Array): string {
  const result = decodeFrame(bytes);
  return result.ok ? 'none' : result.error;
}

describe('sync frames', () => {
  test('WIRE-3: what y-protocols writes is read, and what is written is what y-protocols writes', () => {
    const doc = new Y.Doc();
    doc.clientID = 7;
    doc.getXmlFragment('section:A').push([new Y.XmlElement('statement')]);
    const update = Y.encodeStateAsUpdate(doc);
    const step1 = frameOf(e => {
      encoding.writeVarUint(e, 0);
      syncProtocol.writeSyncStep1(e, doc);
    });
    const step2 = frameOf(e => {
      encoding.writeVarUint(e, 0);
      syncProtocol.writeSyncStep2(e, doc);
    });
    const change = frameOf(e => {
      encoding.writeVarUint(e, 0);
      syncProtocol.writeUpdate(e, update);
    });
    const stateVector = Y.encodeStateVector(doc);
    assert.deepEqual(decodeFrame(step1), {ok: true, value: {kind: 'syncStep1', stateVector}});
    assert.deepEqual(decodeFrame(step2), {ok: true, value: {kind: 'syncStep2', update}});
    assert.deepEqual(decodeFrame(change), {ok: true, value: {kind: 'update', update}});
    assert.deepEqual(encodeSyncStep1(stateVector), step1);
    assert.deepEqual(encodeSyncStep2(update), step2);
    assert.deepEqual(encodeUpdate(update), change);
  });

  test('WIRE-4: a payload is a view of the bytes that came in, not a copy', () => {
    const frame = encodeUpdate(Uint8Array.of(1, 2, 3));
    const decoded = decodeFrame(frame);
    assert.ok(decoded.ok && decoded.value.kind === 'update');
    assert.equal(decoded.value.update.buffer, frame.buffer);
  });

  test('WIRE-2, WIRE-5: a frame that is not exactly one message is refused by the name of what is wrong', () => {
    assert.equal(problemOf(new Uint8Array(0)), 'truncated');
    assert.equal(problemOf(Uint8Array.of(0, 0)), 'truncated');
    assert.equal(problemOf(Uint8Array.of(0, 2, 5, 1)), 'truncated');
    assert.equal(problemOf(Uint8Array.of(0, 2, 1, 9, 9)), 'trailingBytes');
    assert.equal(problemOf(Uint8Array.of(0, 3, 0)), 'unknownSync');
    assert.equal(problemOf(Uint8Array.of(2, 0)), 'unknownMessage');
    assert.equal(problemOf(Uint8Array.of(3, 0)), 'trailingBytes');
    assert.equal(problemOf(new Uint8Array(12).fill(255)), 'numberTooLarge');
    assert.equal(problemOf(Uint8Array.of(128, 128, 128, 128, 128, 128, 128, 128, 0)), 'numberTooLarge');
    const first = [128, 128, 128, 128, 128, 128, 128];
    assert.equal(problemOf(Uint8Array.of(...first, 16)), 'numberTooLarge', '2^53');
    assert.equal(problemOf(Uint8Array.of(...first.map(() => 255), 15)), 'unknownMessage', '2^53 - 1');
    assert.equal(problemOf(new Uint8Array(LIMITS.frameBytes + 1)), 'tooBig');
  });

  test('WIRE-6: the question for everybody’s presence is one byte', () => {
    assert.deepEqual(encodeQueryAwareness(), Uint8Array.of(3));
    assert.deepEqual(decodeFrame(Uint8Array.of(3)), {ok: true, value: {kind: 'queryAwareness'}});
  });
});

describe('awareness frames', () => {
  const states = [
    {cid: 7, clock: 3, stateText: '{"name":"Temi — Jory’s mum"}'},
    {cid: 2 ** 32 - 1, clock: 1, stateText: 'null'},
  ];

  test('WIRE-7: entries carry client, clock and the text of the state, as y-protocols writes them', () => {
    const awareness = new awarenessProtocol.Awareness(new Y.Doc());
    awareness.setLocalState({name: 'Temi'});
    const update = awarenessProtocol.encodeAwarenessUpdate(awareness, [awareness.clientID]);
    awareness.destroy();
    const frame = frameOf(e => {
      encoding.writeVarUint(e, 1);
      encoding.writeVarUint8Array(e, update);
    });
    const decoded = decodeFrame(frame);
    assert.ok(decoded.ok && decoded.value.kind === 'awareness');
    const [entry] = decoded.value.entries;
    assert.equal(entry?.cid, awareness.clientID);
    assert.equal(entry?.stateText, '{"name":"Temi"}');
    assert.equal(entry?.isGone, false);
  });

  test('WIRE-7: what is written is read again, leaving included', () => {
    const decoded = decodeFrame(encodeAwareness(states));
    assert.ok(decoded.ok && decoded.value.kind === 'awareness');
    assert.deepEqual(
      decoded.value.entries.map(({cid, clock, stateText}) => ({cid, clock, stateText})),
      states,
    );
    assert.deepEqual(
      decoded.value.entries.map(entry => entry.isGone),
      [false, true],
    );
  });

  test('WIRE-8: an echo holds no news, a higher clock or a new client does', () => {
    const frame = encodeAwareness(states);
    const known = new Map(states.map(state => [state.cid, state.clock]));
    assert.equal(
      hasAwarenessNews(frame, cid => known.get(cid)),
      false,
    );
    assert.equal(
      hasAwarenessNews(frame, cid => (known.get(cid) ?? 0) + 5),
      false,
    );
    assert.equal(
      hasAwarenessNews(frame, cid => (known.get(cid) ?? 0) - 1),
      true,
    );
    assert.equal(
      hasAwarenessNews(frame, cid => (cid === 7 ? 3 : undefined)),
      true,
    );
    assert.equal(
      hasAwarenessNews(encodeAwareness([]), () => undefined),
      false,
    );
  });

  test('WIRE-8: a frame that cannot be read counts as news, so that it is decoded and refused', () => {
    const frame = encodeAwareness(states);
    for (let length = 0; length < frame.length; length += 1) {
      const cut = frame.subarray(0, length);
      assert.equal(
        hasAwarenessNews(cut, () => Number.MAX_SAFE_INTEGER),
        true,
        `cut at ${length}`,
      );
      assert.notEqual(problemOf(cut), 'none', `cut at ${length}`);
    }
    assert.equal(
      hasAwarenessNews(Uint8Array.of(...frame, 0), () => Number.MAX_SAFE_INTEGER),
      true,
    );
  });

  test('WIRE-9: too many entries and too large a state are refused before anything is kept', () => {
    const many = Array.from({length: LIMITS.awarenessEntries + 1}, (_, cid) => ({
      cid,
      clock: 1,
      stateText: 'null',
    }));
    assert.equal(problemOf(encodeAwareness(many)), 'tooManyEntries');
    assert.equal(problemOf(encodeAwareness(many.slice(1))), 'none');
    const large = 'x'.repeat(LIMITS.awarenessStateBytes + 1);
    assert.equal(problemOf(encodeAwareness([{cid: 1, clock: 1, stateText: large}])), 'tooBig');
    assert.equal(problemOf(encodeAwareness([{cid: 1, clock: 1, stateText: large.slice(1)}])), 'none');
  });

  test('WIRE-7: a state that is not text reads as empty text', () => {
    const payload = frameOf(e => {
      encoding.writeVarUint(e, 1);
      encoding.writeVarUint(e, 7);
      encoding.writeVarUint(e, 1);
      encoding.writeVarUint8Array(e, Uint8Array.of(0xff, 0xfe));
    });
    const decoded = decodeFrame(
      frameOf(e => {
        encoding.writeVarUint(e, 1);
        encoding.writeVarUint8Array(e, payload);
      }),
    );
    assert.ok(decoded.ok && decoded.value.kind === 'awareness');
    assert.equal(decoded.value.entries[0]?.stateText, '');
  });
});

test(`WIRE-1: no reader throws on any of 20,000 random byte strings (seed ${SEED})`, () => {
  const random = seededRandom(SEED);
  const starts = [[], [0], [0, 0], [0, 2], [1], [3], [100], [100, 1], [100, 5, 20], [100, 8, 2, 0x7b, 0x7d]];
  for (let run = 0; run < 20_000; run += 1) {
    const start = starts[run % starts.length] ?? [];
    const [length = 0] = random(1);
    const bytes = Uint8Array.of(...start, ...random(length % 48));
    for (const read of [decodeFrame, decodeClientMessage, decodeServerMessage]) {
      assert.equal(typeof read(bytes).ok, 'boolean');
    }
    assert.equal(typeof hasAwarenessNews(bytes, () => 5), 'boolean');
  }
});
