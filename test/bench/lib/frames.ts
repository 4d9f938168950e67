import * as encoding from 'lib0/encoding';

/** The first byte of every message: y-protocols' types, and Goldthread's own (100). */
export const MESSAGE = {sync: 0, awareness: 1, goldthread: 100} as const;
/** The second byte of a sync message. */
export const SYNC = {step1: 0, step2: 1, update: 2} as const;

export const EMPTY_STATE_VECTOR = Uint8Array.of(0);
export const EMPTY_UPDATE = Uint8Array.of(0, 0);

/** Reads an unsigned LEB128 at `at`: the value and the offset after it. Past the end it gives NaN. */
export function readVarUint(bytes: Uint8Array, at: number): [value: number, next: number] {
  let value = 0;
  let scale = 1;
  for (let i = at; ;) {
    const byte = bytes[i++];
    if (byte === undefined) return [Number.NaN, i];
    value += (byte & 127) * scale;
    if (byte < 128) return [value, i];
    scale *= 128;
  }
}

/** A sync message of one kind. */
export function syncFrame(kind: (typeof SYNC)[keyof typeof SYNC], body: Uint8Array): Uint8Array {
  return encoding.encode(encoder => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, body);
  });
}

/** An awareness message around a y-protocols awareness update. */
export function awarenessFrame(update: Uint8Array): Uint8Array {
  return encoding.encode(encoder => {
    encoding.writeVarUint(encoder, MESSAGE.awareness);
    encoding.writeVarUint8Array(encoder, update);
  });
}

/** The awareness update of one client, written by hand for clients that hold no document. */
export function awarenessOf(cid: number, clock: number, state: unknown): Uint8Array {
  return encoding.encode(encoder => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, cid);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, JSON.stringify(state));
  });
}

/** A Yjs update that inserts ASCII `text`, beginning at `clock`, behind character `after` of the same client. */
export function insertUpdate(cid: number, clock: number, after: number, text: string): Uint8Array {
  const CONTENT_STRING_WITH_ORIGIN = 0x84;
  return encoding.encode(encoder => {
    for (const value of [1, 1, cid, clock]) encoding.writeVarUint(encoder, value);
    encoding.writeUint8(encoder, CONTENT_STRING_WITH_ORIGIN);
    encoding.writeVarUint(encoder, cid);
    encoding.writeVarUint(encoder, after);
    encoding.writeVarString(encoder, text);
    encoding.writeVarUint(encoder, 0);
  });
}

/** What one received websocket message is. `kind` and `body` hold for sync and Goldthread messages. */
export type Received =
  | {readonly type: 'sync'; readonly kind: number; readonly body: Uint8Array}
  | {readonly type: 'awareness'; readonly body: Uint8Array}
  | {readonly type: 'goldthread'; readonly kind: number; readonly body: Uint8Array}
  | {readonly type: 'other'};

/** Splits a message into its head and a view of its body. */
export function readFrame(bytes: Uint8Array): Received {
  if (bytes[0] === MESSAGE.sync) return {type: 'sync', kind: bytes[1] ?? -1, body: lengthPrefixed(bytes, 2)};
  if (bytes[0] === MESSAGE.awareness) return {type: 'awareness', body: lengthPrefixed(bytes, 1)};
  if (bytes[0] === MESSAGE.goldthread) {
    return {type: 'goldthread', kind: bytes[1] ?? -1, body: lengthPrefixed(bytes, 2)};
  }
  return {type: 'other'};
}

function lengthPrefixed(bytes: Uint8Array, at: number): Uint8Array {
  const [length, start] = readVarUint(bytes, at);
  return bytes.subarray(start, start + length);
}
