import {
  encodeAwareness,
  encodeServerMessage,
  MESSAGE,
  SYNC,
  type ServerMessage,
} from '@goldthread/schema/wire';
import type {AwarenessState} from '@goldthread/schema/wire';

/**
 * One whole WebSocket frame, ready for any number of sockets. A server doesn't mask its frames (RFC 6455 5.1), so the
 * same bytes serve every reader, and making them once is a third of the cost of telling six people.
 */
export type Packet = Buffer;

const FINAL_BINARY = 0x82;

/** Frames a message. */
export function packet(message: Uint8Array): Packet {
  const frame = Buffer.allocUnsafe(headerLength(message.length) + message.length);
  const at = writeHeader(frame, message.length);
  frame.set(message, at);
  return frame;
}

/** Frames an update: the same bytes as `packet(encodeUpdate(update))`, copied once. */
export function updatePacket(update: Uint8Array): Packet {
  return syncPacket(SYNC.update, update);
}

/** Frames a sync step 1 or 2. */
export function syncPacket(step: number, payload: Uint8Array): Packet {
  const length = 2 + varUintLength(payload.length) + payload.length;
  const frame = Buffer.allocUnsafe(headerLength(length) + length);
  let at = writeHeader(frame, length);
  frame[at++] = MESSAGE.sync;
  frame[at++] = step;
  let rest = payload.length;
  while (rest > 127) {
    frame[at++] = (rest & 127) | 128;
    rest = Math.floor(rest / 128);
  }
  frame[at++] = rest;
  frame.set(payload, at);
  return frame;
}

/** Frames a message of type 100. */
export function messagePacket(message: ServerMessage): Packet {
  return packet(encodeServerMessage(message));
}

/** Frames what is known of some people's presence. */
export function presencePacket(states: readonly AwarenessState[]): Packet {
  return packet(encodeAwareness(states));
}

const durable: Packet[] = [];
const DURABLE_KEPT = 4096;

/** Frames the acknowledgement of the first `upTo` frames; small numbers, which every connection needs, are kept. */
export function durablePacket(upTo: number): Packet {
  const known = durable[upTo];
  if (known !== undefined) return known;
  const made = messagePacket({kind: 'durable', upTo});
  if (upTo < DURABLE_KEPT) durable[upTo] = made;
  return made;
}

function headerLength(length: number): number {
  if (length < 126) return 2;
  return length < 65_536 ? 4 : 10;
}

function writeHeader(frame: Buffer, length: number): number {
  frame[0] = FINAL_BINARY;
  if (length < 126) {
    frame[1] = length;
    return 2;
  }
  if (length < 65_536) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
    return 4;
  }
  frame[1] = 127;
  frame.writeUInt32BE(Math.floor(length / 2 ** 32), 2);
  frame.writeUInt32BE(length % 2 ** 32, 6);
  return 10;
}

function varUintLength(value: number): number {
  let length = 1;
  for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) length += 1;
  return length;
}
