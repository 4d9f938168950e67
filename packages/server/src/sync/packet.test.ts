import assert from 'node:assert/strict';
import {test} from 'node:test';
import {decodeFrame, decodeServerMessage, encodeUpdate, LIMITS} from '@goldthread/schema/wire';
import {durablePacket, packet, updatePacket} from './packet.ts';

/** The payload of the one unmasked, final, binary frame that these bytes are (RFC 6455 5.2). */
function read(bytes: Buffer): Buffer {
  assert.equal(bytes[0], 0x82);
  const short = bytes.readUInt8(1);
  const [header, length] =
    short < 126
      ? [2, short]
      : short === 126
        ? [4, bytes.readUInt16BE(2)]
        : [10, Number(bytes.readBigUInt64BE(2))];
  assert.ok(
    short < 126 || length >= (short === 126 ? 126 : 65_536),
    'the shortest form of a length is the only one',
  );
  assert.equal(bytes.length, header + length);
  return bytes.subarray(header);
}

test('a packet of any size is one WebSocket frame that holds the message', () => {
  for (const length of [0, 1, 125, 126, 127, 65_535, 65_536, 200_000]) {
    const message = new Uint8Array(length).fill(7);
    const heard = read(packet(message));
    assert.equal(heard.length, length);
    assert.ok(heard.every(byte => byte === 7));
  }
});

test('an update packet is the update message, framed', () => {
  for (const length of [0, 2, 119, 120, 127, 128, 16_383, 16_384, 70_000, LIMITS.frameBytes - 10]) {
    const update = Uint8Array.from({length}, (_, at) => at % 251);
    const heard = read(updatePacket(update));
    assert.ok(heard.equals(encodeUpdate(update)), `an update of ${length} bytes`);
  }
});

test('an acknowledgement says its number, small or large, again and again', () => {
  for (const upTo of [0, 1, 4095, 4096, 1_000_000, 1]) {
    const frame = decodeFrame(read(durablePacket(upTo)));
    assert.ok(frame.ok && frame.value.kind === 'goldthread');
    assert.deepEqual(decodeServerMessage(frame.value.bytes), {ok: true, value: {kind: 'durable', upTo}});
  }
});
