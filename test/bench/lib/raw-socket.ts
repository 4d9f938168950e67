import {randomBytes} from 'node:crypto';
import {connect, type Socket} from 'node:net';

const KEY = randomBytes(16).toString('base64');
const MASK = randomBytes(4);
/** One read buffer for every socket: it is consumed before the read callback returns. */
const SHARED = Buffer.allocUnsafe(256 * 1024);

export const OPCODE = {text: 1, binary: 2, close: 8, ping: 9, pong: 10} as const;

/** One masked, final websocket frame (RFC 6455). */
export function maskedFrame(payload: Uint8Array, opcode: number = OPCODE.binary): Buffer {
  const length = payload.length;
  const head = length < 126 ? 6 : length < 65536 ? 8 : 14;
  const bytes = Buffer.allocUnsafe(head + length);
  bytes[0] = 0x80 | opcode;
  if (length < 126) {
    bytes[1] = 0x80 | length;
  } else if (length < 65536) {
    bytes[1] = 0x80 | 126;
    bytes.writeUInt16BE(length, 2);
  } else {
    bytes[1] = 0x80 | 127;
    bytes.writeUInt32BE(0, 2);
    bytes.writeUInt32BE(length, 6);
  }
  MASK.copy(bytes, head - 4);
  for (let i = 0; i < length; i++) bytes[head + i] = (payload[i] ?? 0) ^ (MASK[i & 3] ?? 0);
  return bytes;
}

/** What a `RawSocket` tells its owner. `onMessage` must not keep the bytes: they lie in a shared buffer. */
export interface SocketEvents {
  onOpen(): void;
  onMessage(bytes: Uint8Array): void;
  onClose(reason: string): void;
}

/**
 * A websocket client on a plain socket, cheap enough for thousands in one process. It negotiates no extension,
 * masks as a browser does, and can send what no honest client would.
 */
export class RawSocket {
  open = false;
  closed = false;
  bytesIn = 0;
  messagesIn = 0;
  closeCode: number | undefined;
  readonly #socket: Socket;
  readonly #events: SocketEvents;
  #upgraded = false;
  #httpHead = '';
  #rest: Buffer[] = [];
  #restLength = 0;
  #needed = 0;
  #fragments: Buffer[] = [];
  #error: string | undefined;

  constructor(port: number, path: string, events: SocketEvents) {
    this.#events = events;
    const read = (length: number): boolean => {
      this.#data(SHARED.subarray(0, length));
      return true;
    };
    this.#socket = connect({
      host: '127.0.0.1',
      port,
      noDelay: true,
      onread: {buffer: SHARED, callback: read},
    });
    this.#socket.on('connect', () => this.#socket.write(upgradeRequest(port, path)));
    this.#socket.on('error', error => (this.#error ??= error.message));
    this.#socket.on('close', () => this.#end());
  }

  get backlog(): number {
    return this.#socket.writableLength;
  }

  send(payload: Uint8Array, opcode: number = OPCODE.binary): void {
    if (this.open) this.#socket.write(maskedFrame(payload, opcode));
  }

  /** Writes bytes as they are, past the websocket protocol. */
  sendRaw(bytes: Uint8Array): void {
    if (this.open) this.#socket.write(bytes);
  }

  /** Leaves politely; no event follows. */
  close(): void {
    this.open = false;
    this.closed = true;
    this.#socket.end(maskedFrame(Buffer.from([3, 232]), OPCODE.close));
    setTimeout(() => this.#socket.destroy(), 500).unref();
  }

  /** Cuts the line; no event follows. */
  kill(): void {
    this.open = false;
    this.closed = true;
    this.#socket.destroy();
  }

  #end(): void {
    if (this.closed) return;
    this.closed = true;
    this.open = false;
    this.#events.onClose(this.#error ?? String(this.closeCode ?? 'cut'));
  }

  #data(piece: Buffer): void {
    this.bytesIn += piece.length;
    const chunk = this.#upgraded ? piece : this.#handshake(piece);
    if (chunk.length === 0) return;
    if (this.#restLength === 0) {
      this.#frames(chunk);
      return;
    }
    this.#keep(chunk);
    if (this.#restLength < this.#needed) return;
    const whole = Buffer.concat(this.#rest);
    this.#rest = [];
    this.#restLength = 0;
    this.#frames(whole);
  }

  #keep(bytes: Buffer): void {
    this.#rest.push(Buffer.from(bytes));
    this.#restLength += bytes.length;
  }

  /** Reads the answer to the upgrade; gives the bytes that came after it. */
  #handshake(piece: Buffer): Buffer {
    this.#httpHead += piece.toString('latin1');
    const end = this.#httpHead.indexOf('\r\n\r\n');
    if (end < 0) return Buffer.alloc(0);
    if (!this.#httpHead.startsWith('HTTP/1.1 101')) {
      this.#error = this.#httpHead.split('\r\n')[0] ?? 'no upgrade';
      this.#socket.destroy();
      return Buffer.alloc(0);
    }
    const tail = Buffer.from(this.#httpHead.slice(end + 4), 'latin1');
    this.#httpHead = '';
    this.#upgraded = true;
    this.open = true;
    this.#events.onOpen();
    return tail;
  }

  #frames(chunk: Buffer): void {
    let at = 0;
    while (chunk.length - at >= 2) {
      const size = frameSize(chunk, at);
      this.#needed = size.head + size.body;
      if (chunk.length - at < this.#needed) break;
      const first = chunk[at] ?? 0;
      const body = chunk.subarray(at + size.head, at + this.#needed);
      at += this.#needed;
      this.#frame(first & 15, (first & 128) !== 0, body);
      if (this.closed) return;
    }
    if (at < chunk.length) this.#keep(chunk.subarray(at));
  }

  #frame(opcode: number, final: boolean, body: Buffer): void {
    if (opcode === OPCODE.ping) this.#socket.write(maskedFrame(body, OPCODE.pong));
    else if (opcode === OPCODE.close) {
      this.closeCode = body.length >= 2 ? body.readUInt16BE(0) : 1005;
      this.#socket.end(maskedFrame(body, OPCODE.close));
    } else if (opcode <= OPCODE.binary) this.#message(body, final);
  }

  #message(body: Buffer, final: boolean): void {
    if (!final || this.#fragments.length > 0) this.#fragments.push(Buffer.from(body));
    if (!final) return;
    const whole = this.#fragments.length > 0 ? Buffer.concat(this.#fragments) : body;
    this.#fragments = [];
    this.messagesIn++;
    this.#events.onMessage(whole);
  }
}

function upgradeRequest(port: number, path: string): string {
  const lines = [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Key: ${KEY}`,
    'Sec-WebSocket-Version: 13',
  ];
  return `${lines.join('\r\n')}\r\n\r\n`;
}

/** Head and body length of the frame at `at`; a head that isn't there yet counts as one that needs more bytes. */
function frameSize(chunk: Buffer, at: number): {head: number; body: number} {
  const short = (chunk[at + 1] ?? 0) & 127;
  if (short < 126) return {head: 2, body: short};
  const head = short === 126 ? 4 : 10;
  if (chunk.length - at < head) return {head, body: 0};
  return {head, body: short === 126 ? chunk.readUInt16BE(at + 2) : Number(chunk.readBigUInt64BE(at + 2))};
}
