import {decodeFrame, decodeServerMessage} from '@goldthread/schema/wire';
import {packet, type Packet} from '../../../../packages/server/src/sync/packet.ts';

/** Bytes before the message in a frame that is short enough. */
const HEADER = 2;
const SHORT = 126;

/** An acknowledgement with a number more in it; any other packet as it is. */
export function sequencePacket(original: Packet, sequence: number): Packet {
  const payload = original.subarray(HEADER);
  const frame = original.length < SHORT ? decodeFrame(payload) : null;
  if (frame?.ok !== true || frame.value.kind !== 'goldthread') return original;
  const message = decodeServerMessage(frame.value.bytes);
  if (!message.ok || message.value.kind !== 'durable') return original;
  const text = JSON.stringify({upTo: message.value.upTo, of: sequence});
  // The kinds of frame and message as they are, then the text after its length, which is short.
  return packet(Buffer.concat([payload.subarray(0, 2), Buffer.of(text.length), Buffer.from(text)]));
}
