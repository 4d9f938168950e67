import {Agent, request} from 'node:http';

/** One HTTP call with a JSON body and a JSON answer; fails on any status but 2xx. */
export type Call = (
  method: string,
  path: string,
  token: string | undefined,
  body?: unknown,
) => Promise<unknown>;

/** Calls one server over a few kept connections, which costs the load process a third of what `fetch` does. */
export function httpCaller(origin: string): Call {
  const agent = new Agent({keepAlive: true, maxSockets: 16});
  return async (method, path, token, body) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      ...(token === undefined ? {} : {authorization: `Bearer ${token}`}),
      ...(text === undefined
        ? {}
        : {'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text))}),
    };
    const {status, answer} = await send(new URL(path, origin), {agent, method, headers}, text);
    if (status < 200 || status >= 300) {
      throw new Error(`${method} ${path.split('/').at(-1)}: ${status} ${answer.slice(0, 300)}`);
    }
    const parsed: unknown = JSON.parse(answer);
    return parsed;
  };
}

interface Options {
  readonly agent: Agent;
  readonly method: string;
  readonly headers: Record<string, string>;
}

function send(
  url: URL,
  options: Options,
  body: string | undefined,
): Promise<{status: number; answer: string}> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, options, incoming => {
      const pieces: Buffer[] = [];
      incoming.on('data', (piece: Buffer) => pieces.push(piece));
      incoming.on('end', () =>
        resolve({status: incoming.statusCode ?? 0, answer: Buffer.concat(pieces).toString()}),
      );
      incoming.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

/** The text under a key of an answer. */
export function textAt(value: unknown, key: string): string {
  const found = at(value, key);
  if (typeof found !== 'string') throw new Error(`the answer has no ${key}`);
  return found;
}

/** The number under a key of an answer. */
export function numberAt(value: unknown, key: string): number {
  const found = at(value, key);
  if (typeof found !== 'number') throw new Error(`the answer has no ${key}`);
  return found;
}

/** The list under a key of an answer. */
export function listAt(value: unknown, key: string): unknown[] {
  return asList(at(value, key));
}

/** An answer that is a list. */
export function asList(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Error('the answer has no list');
  return value;
}
