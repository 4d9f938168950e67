import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {Duplex} from 'node:stream';
import type {RandomBytes} from '@goldthread/schema';
import {noMetrics, silentLogger, type Clock, type Metrics} from '../../packages/server/src/ports/index.ts';
import {openWith} from '../../packages/server/src/open-storage.ts';
import {SqliteStorage, type PlanStorage} from '../../packages/server/src/storage/index.ts';
import {
  createSyncServer,
  StorageDirectory,
  SYNC_LIMITS,
  type SyncLimits,
  type SyncServer,
} from '../../packages/server/src/sync/index.ts';
import {TEST_MASTER_KEY} from '../../packages/server/src/testing/index.ts';
import {hashTicket} from './ticket-hash.ts';

/** What a sync server in a test runs on. */
export interface RunningSyncOptions {
  readonly folder: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly limits?: Partial<SyncLimits>;
  readonly metrics?: Metrics;
  /** Seals nothing, so that a test can look for words in the files. */
  readonly plain?: boolean;
  /** Puts something between the server and its SQLite storage. */
  readonly wrapStorage?: (storage: PlanStorage) => PlanStorage;
}

/** A sync server that listens, with a SQLite connection of its own. */
export class RunningSync {
  readonly storage: PlanStorage;
  readonly sync: SyncServer;
  readonly port: number;
  readonly #sqlite: SqliteStorage;
  readonly #http: Server;
  readonly #sockets: ReadonlySet<Duplex>;

  private constructor(
    sqlite: SqliteStorage,
    storage: PlanStorage,
    sync: SyncServer,
    http: Server,
    sockets: ReadonlySet<Duplex>,
  ) {
    this.#sqlite = sqlite;
    this.storage = storage;
    this.sync = sync;
    this.#http = http;
    this.#sockets = sockets;
    // A listening TCP server has an address of this shape.
    this.port = (http.address() as AddressInfo).port;
  }

  static async start(options: RunningSyncOptions): Promise<RunningSync> {
    const {clock, random, port} = options;
    const sqlite =
      options.plain === true ? new SqliteStorage(options.folder) : openWith(options.folder, TEST_MASTER_KEY);
    const storage = options.wrapStorage?.(sqlite) ?? sqlite;
    const directory = new StorageDirectory(storage, clock, {
      hash: hashTicket,
      isLive: session => session.endedAt === null && clock.now() < session.expiresAt,
      touch: () => Promise.resolve(),
    });
    const sync = createSyncServer({
      storage,
      directory,
      clock,
      random,
      logger: silentLogger,
      metrics: options.metrics ?? noMetrics,
      limits: {...SYNC_LIMITS, ...options.limits},
      watcher: {typed: () => undefined, sighted: () => undefined},
    });
    const sockets = new Set<Duplex>();
    const http = createServer((_request, response) => {
      response.writeHead(404).end();
    });
    http.on('connection', socket => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    });
    http.on('upgrade', (request, socket, head) => {
      sync.handleUpgrade(request, socket, head);
    });
    await new Promise<void>(resolve => http.listen(port, '127.0.0.1', resolve));
    return new RunningSync(sqlite, storage, sync, http, sockets);
  }

  /** Stops in good order. */
  async close(): Promise<void> {
    await this.sync.close();
    this.#http.closeAllConnections();
    await new Promise(resolve => this.#http.close(resolve));
    await this.storage.close();
  }

  /**
   * Drops every socket without a word and lets nothing be finished, as far as that goes within one process: the test's
   * `wrapStorage` must already keep this server from its storage.
   */
  async drop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise(resolve => this.#http.close(resolve));
  }

  /** Lets go of the database of a server that was dropped. */
  async forget(): Promise<void> {
    await this.#sqlite.close();
  }
}
