import {connect, type Socket} from 'node:net';

/** A request as it goes over the connection. */
export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

const PATIENCE_MS = 20_000;
const HEAD_END = Buffer.from('\r\n\r\n');

/**
 * One kept connection to a server, for one request after the other. It gives each answer byte by byte, as latin1, without the
 * time of day, which is the machine's and nobody's secret.
 */
export class RawHttp {
  readonly #port: number;
  #socket: Socket | null = null;
  #got: Buffer = Buffer.alloc(0);
  #heard: () => void = () => undefined;
  #isOver = true;

  constructor(port: number) {
    this.#port = port;
  }

  async ask({method, path, headers = {}, body}: RawRequest): Promise<string> {
    const text = body === undefined ? '' : JSON.stringify(body);
    const all: Record<string, string> = {
      host: 'plans.example',
      ...(body === undefined ? {} : {'content-type': 'application/json'}),
      'content-length': String(Buffer.byteLength(text)),
      ...headers,
    };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    // What may end or change its connection gets one of its own.
    if (all['connection'] !== undefined) this.close();
    this.#open().write(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${text}`);
    const answer = await this.#answer();
    if (all['connection'] !== undefined) this.close();
    return answer.toString('latin1').replace(/^date: .*\r\n/im, '');
  }

  close(): void {
    this.#socket?.destroy();
    this.#socket = null;
  }

  #open(): Socket {
    if (this.#socket !== null && !this.#isOver) return this.#socket;
    const socket = connect(this.#port, '127.0.0.1');
    socket.setNoDelay(true);
    socket.setTimeout(PATIENCE_MS, () => {
      socket.destroy(new Error('The server never answered.'));
    });
    this.#socket = socket;
    this.#got = Buffer.alloc(0);
    this.#isOver = false;
    socket.on('data', (data: Buffer) => {
      this.#got = Buffer.concat([this.#got, data]);
      this.#heard();
    });
    const over = () => {
      if (this.#socket !== socket) return;
      this.#isOver = true;
      this.#heard();
    };
    socket.on('error', over);
    socket.on('close', over);
    return socket;
  }

  async #answer(): Promise<Buffer> {
    for (;;) {
      const length = lengthOf(this.#got) ?? (this.#isOver ? this.#got.length : null);
      if (length !== null && (this.#got.length >= length || this.#isOver)) {
        const answer = this.#got.subarray(0, length);
        this.#got = this.#got.subarray(length);
        return answer;
      }
      await new Promise<void>(resolve => {
        this.#heard = resolve;
      });
    }
  }
}

/** How long the answer is that these bytes begin; `null` while that can't be told, or where it ends with the connection. */
function lengthOf(bytes: Buffer): number | null {
  const end = bytes.indexOf(HEAD_END);
  if (end === -1) return null;
  const head = bytes.toString('latin1', 0, end).toLowerCase();
  const start = end + HEAD_END.length;
  if (/^http\/1\.1 (1|204|304)/.test(head)) return start;
  const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1];
  if (length !== undefined) return start + Number(length);
  if (!head.includes('transfer-encoding: chunked')) return null;
  const last = bytes.indexOf('0\r\n\r\n', start);
  return last === -1 ? null : last + 5;
}

/** The part of a raw answer that is JSON. */
export function bodyOf<T>(raw: string): T {
  // What a test asks for is what its route answers.
  return JSON.parse(Buffer.from(raw.slice(raw.indexOf('\r\n\r\n') + 4), 'latin1').toString('utf8')) as T;
}
