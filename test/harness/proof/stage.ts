import {existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {RandomBytes} from '@goldthread/schema';
import {seededRandom} from '@goldthread/schema/testing';
import {buildServer, type GoldthreadServer} from '../../../packages/server/src/build-server.ts';
import {openWith} from '../../../packages/server/src/open-storage.ts';
import {parseConfig} from '../../../packages/server/src/config/index.ts';
import {silentLogger, type Logger} from '../../../packages/server/src/ports/index.ts';
import type {PlanStorage} from '../../../packages/server/src/storage/index.ts';
import {SYNC_LIMITS} from '../../../packages/server/src/sync/index.ts';
import {ADMIN, TEST_MASTER_KEY} from '../../../packages/server/src/testing/index.ts';
import {ManualClock} from '../manual-clock.ts';
import {waitFor} from '../wait-for.ts';
import type {WireClient} from '../wire-client.ts';
import {RawHttp, type RawRequest} from './raw-http.ts';

/** How a server differs from ours, to see whether the comparison notices. */
export interface Mutant {
  readonly storage?: (storage: PlanStorage) => PlanStorage;
  /** Called with the running server; gives the way back. */
  readonly change?: (server: GoldthreadServer) => () => void;
  /** Draws everybody's chance from one stream. */
  readonly oneStream?: boolean;
}

/** How a stage differs from an ordinary one. */
export interface StageOptions {
  readonly mutant?: Mutant;
  /** Puts something between the server and its storage that is no leak, such as people whom a file doesn't name. */
  readonly storage?: (storage: PlanStorage) => PlanStorage;
  /** Where the server writes its log; nowhere, if absent. */
  readonly logger?: Logger;
}

/** Who acts where nobody is named: whoever runs the server, and its timers. */
const SYSTEM = 'system';

/**
 * A whole server on a port of its own. The clock moves only when told, and what the server draws at random comes from
 * the stream of whoever acts, so that one person's doings can't shift what another is given.
 */
export class Stage {
  readonly clock: ManualClock;
  readonly server: GoldthreadServer;
  readonly port: number;
  /** The data folder. */
  readonly folder: string;
  /** Every socket that somebody opened here. */
  readonly clients = new Set<WireClient>();
  readonly #actors: {now: string};
  /** Connections on which nobody waits for an answer. */
  readonly #idle: RawHttp[] = [];
  /** How many sockets the server has open. */
  readonly #open: () => number;
  readonly #end: () => Promise<void>;

  private constructor(
    server: GoldthreadServer,
    port: number,
    folder: string,
    clock: ManualClock,
    actors: {now: string},
    end: () => Promise<void>,
  ) {
    this.server = server;
    this.port = port;
    this.folder = folder;
    this.clock = clock;
    this.#actors = actors;
    this.#open = openSockets(server);
    this.#end = end;
  }

  static async start({
    mutant = {},
    storage: wrap = same,
    logger = silentLogger,
  }: StageOptions = {}): Promise<Stage> {
    const folder = mkdtempSync(join(inMemory(), 'goldthread-'));
    const pagesFolder = makePages(folder);
    const environment = {
      GOLDTHREAD_ADMIN_TOKEN: ADMIN.authorization.slice('Bearer '.length),
      GOLDTHREAD_EMBED_ORIGINS: 'https://records.example',
    };
    const config = parseConfig(environment, {data: folder, port: '0', host: '127.0.0.1', demo: true});
    if (!config.ok) throw new Error(config.error);
    const storage = wrap(openWith(folder, TEST_MASTER_KEY));
    const clock = new ManualClock();
    const actors = {now: SYSTEM};
    const server = await buildServer(config.value, {
      storage: mutant.storage?.(storage) ?? storage,
      clock,
      random: chanceOf(actors, mutant.oneStream ?? false),
      logger,
      pagesFolder,
      syncLimits: {...SYNC_LIMITS, fullSyncBurst: 1000, presenceBurst: 1000},
    });
    const address = await server.listen();
    const restore = mutant.change?.(server);
    return new Stage(server, Number(new URL(address).port), folder, clock, actors, async () => {
      restore?.();
      await server.close();
      rmSync(folder, {recursive: true, force: true});
    });
  }

  /** Lets somebody act until `what` is done. What the server draws at random meanwhile is drawn from that actor's stream. */
  async as<T>(actor: string, what: () => Promise<T>): Promise<T> {
    this.#actors.now = actor;
    try {
      return await what();
    } finally {
      this.#actors.now = SYSTEM;
    }
  }

  /** Sends a request and gives every byte of the answer but the time of day, which is the machine's and not ours. */
  async ask(request: RawRequest): Promise<string> {
    const http = this.#idle.pop() ?? new RawHttp(this.port);
    try {
      return await http.ask(request);
    } finally {
      this.#idle.push(http);
    }
  }

  /** Waits until the server has noticed every line that was cut. */
  async hungUp(): Promise<void> {
    const isNoticed = () => this.#open() === [...this.clients].filter(one => one.isOpen).length;
    await waitFor('the server to notice', isNoticed);
  }

  async stop(): Promise<void> {
    for (const client of this.clients) client.destroy();
    for (const http of this.#idle) http.close();
    await this.#end();
  }
}

/** Reads along what the server says of its sockets. */
function openSockets({http: {metrics}}: GoldthreadServer): () => number {
  let open = 0;
  const gauge = metrics.gauge.bind(metrics);
  metrics.gauge = (name, value) => {
    if (name === 'sync_connections') open = value;
    gauge(name, value);
  };
  return () => open;
}

/** A folder that is in memory where the machine has one: nothing here is about what a disk keeps. */
function inMemory(): string {
  return existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
}

function same(storage: PlanStorage): PlanStorage {
  return storage;
}

/** Pages of one age, since their age is in what a browser is answered. */
function makePages(folder: string): string {
  const pages = join(folder, 'pages');
  mkdirSync(pages);
  for (const name of ['index', 'join', 'plan', 'demo']) {
    const path = join(pages, `${name}.html`);
    writeFileSync(path, name);
    utimesSync(path, 0, 0);
  }
  return pages;
}

function chanceOf(actors: {readonly now: string}, oneStream: boolean): RandomBytes {
  const streams = new Map<string, RandomBytes>();
  return length => {
    // Two bytes are what the server takes for a client id of its own in a document.
    const actor = oneStream ? SYSTEM : length === 2 ? `${actors.now} by the server` : actors.now;
    const stream = streams.get(actor) ?? seededRandom(seedOf(actor));
    streams.set(actor, stream);
    return stream(length);
  };
}

/** A seed for a stream of that name. */
export function seedOf(name: string): number {
  return [...name].reduce(
    (seed, letter) => Math.imul(seed ^ letter.charCodeAt(0), 16_777_619) >>> 0,
    0x811c9dc5,
  );
}
