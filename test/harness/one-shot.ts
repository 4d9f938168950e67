import {randomBytes} from 'node:crypto';
import {connect} from 'node:net';
import {decodeFrame, decodeServerMessage, type ServerMessage} from '@goldthread/schema/wire';

/** What came of one message on a socket of its own. */
export interface OneShot {
  readonly messages: readonly ServerMessage[];
  /** With what the server closed the socket; null where it acknowledged the message instead. */
  readonly closeCode: number | null;
}

const CLOSE = 8;

/**
 * Opens a socket, sends one message right behind the upgrade, and hangs up as soon as it is refused or acknowledged.
 * Written down to the bytes of the WebSocket frames, because the access matrix opens thousands of them.
 */
export function oneShot(url: string, message: Uint8Array): Promise<OneShot> {
  const {port, pathname, search} = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1');
    const messages: ServerMessage[] = [];
    let received = Buffer.alloc(0);
    let isOpen = false;
    const finish = (closeCode: number | null): void => {
      socket.destroy();
      resolve({messages, closeCode});
    };
    socket.on('error', reject);
    socket.on('end', () => {
      reject(new Error(`The server hung up: ${received.toString('latin1')}`));
    });
    socket.on('data', (data: Buffer) => {
      received = Buffer.concat([received, data]);
      if (!isOpen) {
        const end = received.indexOf('\r\n\r\n');
        if (end === -1) return;
        isOpen = true;
        received = received.subarray(end + 4);
      }
      for (let frame = nextFrame(received); frame !== null; frame = nextFrame(received)) {
        received = received.subarray(frame.size);
        if (frame.opcode === CLOSE) {
          finish(frame.payload.readUInt16BE(0));
          return;
        }
        const message = messageIn(frame.payload);
        if (message === null) continue;
        messages.push(message);
        if (message.kind === 'durable' && message.upTo > 0) finish(null);
      }
    });
    const key = randomBytes(16).toString('base64');
    socket.write(
      `GET ${pathname}${search} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
    );
    socket.write(maskedFrame(message));
  });
}

interface ServerFrame {
  readonly opcode: number;
  readonly payload: Buffer;
  readonly size: number;
}

/** The first whole frame of what came in; a server's frames are not masked. */
function nextFrame(bytes: Buffer): ServerFrame | null {
  if (bytes.length < 2) return null;
  const short = bytes.readUInt8(1);
  const head = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (bytes.length < head) return null;
  const length =
    short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  if (bytes.length < head + length) return null;
  return {
    opcode: bytes.readUInt8(0) & 15,
    payload: bytes.subarray(head, head + length),
    size: head + length,
  };
}

function messageIn(payload: Buffer): ServerMessage | null {
  const frame = decodeFrame(payload);
  if (!frame.ok || frame.value.kind !== 'goldthread') return null;
  const message = decodeServerMessage(frame.value.bytes);
  return message.ok ? message.value : null;
}

/** A binary frame as clients send them, under a mask of zeros. */
function maskedFrame(message: Uint8Array): Buffer {
  const isShort = message.length < 126;
  const head = Buffer.alloc(isShort ? 6 : 8);
  head.writeUInt8(0x82, 0);
  head.writeUInt8(0x80 | (isShort ? message.length : 126), 1);
  if (!isShort) head.writeUInt16BE(message.length, 2);
  return Buffer.concat([head, message]);
}
