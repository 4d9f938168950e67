import {mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync} from 'node:fs';
import {connect} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {newId, type ParticipantId, type RandomBytes} from '@goldthread/schema';
import {seededRandom} from '@goldthread/schema/testing';
import {buildServer, type GoldthreadServer} from '../../packages/server/src/build-server.ts';
import {openWith} from '../../packages/server/src/open-storage.ts';
import {parseConfig} from '../../packages/server/src/config/index.ts';
import {silentLogger} from '../../packages/server/src/ports/index.ts';
import type {PlanStorage} from '../../packages/server/src/storage/index.ts';
import {SYNC_LIMITS} from '../../packages/server/src/sync/index.ts';
import {ADMIN, TEST_MASTER_KEY} from '../../packages/server/src/testing/index.ts';
import {bringingHer} from './hidden-person.ts';
import {ManualClock} from './manual-clock.ts';

/** Who acts at the moment. */
export type Actor = 'system' | 'callum' | 'esme' | 'temi' | 'bronagh' | 'delphine';

/** How a server differs from ours, to see whether the comparison notices. */
export interface Mutant {
  readonly storage?: (storage: PlanStorage) => PlanStorage;
  /** Called with the running server; gives the way back. */
  readonly change?: (server: GoldthreadServer) => () => void;
  /** Draws everybody's chance from one stream. */
  readonly oneStream?: boolean;
}

/** The id of the person whom the father must not know of: the same in every run, so that he can ask for it. */
export const HIDDEN_ID = newId<ParticipantId>(seededRandom(99));

/** A request as it goes over the connection. */
export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

/**
 * A whole server on a port of its own. The clock moves only when told, and what the server draws at random comes from
 * the stream of whoever acts, so that one person's doings can't shift what another is given.
 */
export class HiddenStage {
  readonly clock: ManualClock;
  readonly port: number;
  readonly server: GoldthreadServer;
  readonly #actors: {now: Actor};
  readonly #end: () => Promise<void>;

  private constructor(
    server: GoldthreadServer,
    port: number,
    clock: ManualClock,
    actors: {now: Actor},
    end: () => Promise<void>,
  ) {
    this.server = server;
    this.port = port;
    this.clock = clock;
    this.#actors = actors;
    this.#end = end;
  }

  static async start(withHidden: boolean, mutant: Mutant = {}): Promise<HiddenStage> {
    const folder = mkdtempSync(join(tmpdir(), 'goldthread-'));
    const pagesFolder = makePages(folder);
    const environment = {GOLDTHREAD_ADMIN_TOKEN: ADMIN.authorization.slice('Bearer '.length)};
    const config = parseConfig(environment, {data: folder, port: '0', host: '127.0.0.1'});
    if (!config.ok) throw new Error(config.error);
    const sqlite = openWith(folder, TEST_MASTER_KEY);
    const storage = withHidden ? bringingHer(sqlite, HIDDEN_ID) : sqlite;
    const clock = new ManualClock();
    const actors: {now: Actor} = {now: 'system'};
    const server = await buildServer(config.value, {
      storage: mutant.storage?.(storage) ?? storage,
      clock,
      random: chanceOf(actors, mutant.oneStream ?? false),
      logger: silentLogger,
      pagesFolder,
      syncLimits: {...SYNC_LIMITS, fullSyncBurst: 1000, presenceBurst: 1000},
    });
    const address = await server.listen();
    const restore = mutant.change?.(server);
    return new HiddenStage(server, Number(new URL(address).port), clock, actors, async () => {
      restore?.();
      await server.close();
      rmSync(folder, {recursive: true, force: true});
    });
  }

  /** Lets somebody act until `what` is done. */
  async as<T>(actor: Actor, what: () => Promise<T>): Promise<T> {
    this.#actors.now = actor;
    try {
      return await what();
    } finally {
      this.#actors.now = 'system';
    }
  }

  /** Sends a request and gives every byte of the answer but the time of day, which is the machine's and not ours. */
  async ask({method, path, headers = {}, body}: RawRequest): Promise<string> {
    const text = body === undefined ? '' : JSON.stringify(body);
    const all: Record<string, string> = {
      host: 'plans.example',
      connection: 'close',
      ...(body === undefined ? {} : {'content-type': 'application/json'}),
      'content-length': String(Buffer.byteLength(text)),
      ...headers,
    };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    const socket = connect(this.port, '127.0.0.1');
    socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${text}`);
    const chunks: Buffer[] = [];
    for await (const chunk of socket) chunks.push(chunk);
    return Buffer.concat(chunks)
      .toString('latin1')
      .replace(/^date: .*\r\n/im, '');
  }

  async stop(): Promise<void> {
    await this.#end();
  }
}

/** Pages of one age, since their age is in what a browser is answered. */
function makePages(folder: string): string {
  const pages = join(folder, 'pages');
  mkdirSync(pages);
  for (const name of ['index', 'join', 'plan']) {
    const path = join(pages, `${name}.html`);
    writeFileSync(path, name);
    utimesSync(path, 0, 0);
  }
  return pages;
}

/** The part of a raw answer that is JSON. */
export function bodyOf<T>(raw: string): T {
  // What a test asks for is what its route answers.
  return JSON.parse(Buffer.from(raw.slice(raw.indexOf('\r\n\r\n') + 4), 'latin1').toString('utf8')) as T;
}

function chanceOf(actors: {readonly now: Actor}, oneStream: boolean): RandomBytes {
  const streams = new Map<Actor, RandomBytes>();
  return length => {
    const actor = oneStream ? 'system' : actors.now;
    const stream = streams.get(actor) ?? seededRandom(1000 * (1 + actor.charCodeAt(0)));
    streams.set(actor, stream);
    return stream(length);
  };
}
