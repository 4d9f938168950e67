import * as encoding from 'lib0/encoding';
import {fail, ok, type Result} from '../base/result.ts';
import {readAwarenessEntries, type AwarenessEntry} from './awareness.ts';
import {ByteReader} from './byte-reader.ts';
import {MESSAGE, SYNC} from './kinds.ts';
import {LIMITS} from './limits.ts';
import type {WireProblem} from './wire-problem.ts';

/** One WebSocket message, read as far as its outer form. Payloads are views of the bytes that came in. */
export type Frame =
  | {readonly kind: 'syncStep1'; readonly stateVector: Uint8Array}
  | {readonly kind: 'syncStep2'; readonly update: Uint8Array}
  | {readonly kind: 'update'; readonly update: Uint8Array}
  | {readonly kind: 'awareness'; readonly entries: readonly AwarenessEntry[]}
  | {readonly kind: 'queryAwareness'}
  | {readonly kind: 'goldthread'; readonly bytes: Uint8Array};

/**
 * Reads a frame; never throws. A sync payload isn't opened: whether it is a Yjs update is for the gate to say.
 * A frame of type 100 is handed on whole, for `decodeClientMessage` or `decodeServerMessage`.
 */
export function decodeFrame(bytes: Uint8Array): Result<Frame, WireProblem> {
  if (bytes.length > LIMITS.frameBytes) return fail('tooBig');
  const reader = new ByteReader(bytes);
  const message = reader.number();
  if (reader.problem !== null) return fail(reader.problem);
  switch (message) {
    case MESSAGE.sync:
      return decodeSync(reader);
    case MESSAGE.awareness:
      return decodeAwareness(reader);
    case MESSAGE.queryAwareness:
      return finish(reader, {kind: 'queryAwareness'});
    case MESSAGE.goldthread:
      return ok({kind: 'goldthread', bytes});
    default:
      return fail('unknownMessage');
  }
}

function decodeSync(reader: ByteReader): Result<Frame, WireProblem> {
  const step = reader.number();
  if (reader.problem === null && step > SYNC.update) return fail('unknownSync');
  const payload = reader.bytes(LIMITS.frameBytes);
  if (step === SYNC.step1) return finish(reader, {kind: 'syncStep1', stateVector: payload});
  return finish(reader, {kind: step === SYNC.step2 ? 'syncStep2' : 'update', update: payload});
}

function decodeAwareness(reader: ByteReader): Result<Frame, WireProblem> {
  const inner = new ByteReader(reader.bytes(LIMITS.frameBytes));
  const entries = reader.problem === null ? readAwarenessEntries(inner) : [];
  if (reader.problem === null) inner.end();
  if (inner.problem !== null) return fail(inner.problem);
  return finish(reader, {kind: 'awareness', entries});
}

function finish(reader: ByteReader, frame: Frame): Result<Frame, WireProblem> {
  reader.end();
  return reader.problem === null ? ok(frame) : fail(reader.problem);
}

/** A sync step 1 frame: what the sender has. */
export function encodeSyncStep1(stateVector: Uint8Array): Uint8Array {
  return syncFrame(SYNC.step1, stateVector);
}

/** A sync step 2 frame: everything that the receiver said it lacks. */
export function encodeSyncStep2(update: Uint8Array): Uint8Array {
  return syncFrame(SYNC.step2, update);
}

/** An update frame: one change. */
export function encodeUpdate(update: Uint8Array): Uint8Array {
  return syncFrame(SYNC.update, update);
}

/** The frame that asks for everybody's presence. */
export function encodeQueryAwareness(): Uint8Array {
  return Uint8Array.of(MESSAGE.queryAwareness);
}

function syncFrame(step: number, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.sync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
}
