import {mkdtempSync, rmSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {newId, type CompartmentId, type RandomBytes, type SessionId} from '@goldthread/schema';
import {seededRandom} from '@goldthread/schema/testing';
import {
  noMetrics,
  silentLogger,
  systemClock,
  type Clock,
  type Metrics,
} from '../../packages/server/src/ports/index.ts';
import {
  SqliteStorage,
  type NewPlan,
  type ParticipantRecord,
  type PlanStorage,
  type SessionRecord,
} from '../../packages/server/src/storage/index.ts';
import {
  createSyncServer,
  StorageDirectory,
  SYNC_LIMITS,
  type SyncLimits,
  type SyncServer,
} from '../../packages/server/src/sync/index.ts';
import {testPlan} from './test-plan.ts';
import {hashTicket} from './ticket-hash.ts';
import {WireClient, type WireClientOptions} from './wire-client.ts';

/** What differs from a server as it runs by default. */
export interface SyncFixtureOptions {
  readonly limits?: Partial<SyncLimits>;
  readonly clock?: Clock;
  readonly seed?: number;
  readonly metrics?: Metrics;
  /** Puts something between the server and its SQLite storage. */
  readonly wrapStorage?: (storage: PlanStorage) => PlanStorage;
}

/** What differs from a client as it connects by default. */
export interface ClientOptions extends Partial<WireClientOptions> {
  readonly compartmentId?: CompartmentId;
  /** More of the address, such as `&epoch=1`. */
  readonly extra?: string;
  /** Of another server on the same data. */
  readonly port?: number;
}

/** A ticket as a client gets it. */
export interface Ticket {
  readonly ticket: string;
  readonly cid: number;
  readonly epoch: number;
}

interface Running {
  readonly storage: PlanStorage;
  readonly sync: SyncServer;
  readonly http: Server;
}

const DAY = 86_400_000;

/** A sync server with one plan, over real sockets and a real SQLite file in a folder of its own. */
export class SyncFixture {
  readonly folder: string;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly plan: NewPlan;
  port = 0;
  readonly #options: SyncFixtureOptions;
  #running: Running | null = null;
  readonly #clients: WireClient[] = [];

  private constructor(options: SyncFixtureOptions) {
    this.#options = options;
    this.folder = mkdtempSync(join(tmpdir(), 'goldthread-'));
    this.clock = options.clock ?? systemClock;
    this.random = seededRandom(options.seed ?? 1);
    this.plan = testPlan(this.random, this.clock.now());
  }

  static async start(options: SyncFixtureOptions = {}): Promise<SyncFixture> {
    const fixture = new SyncFixture(options);
    await fixture.#listen();
    await fixture.storage.createPlan(fixture.plan);
    return fixture;
  }

  get storage(): PlanStorage {
    return this.#live.storage;
  }

  get sync(): SyncServer {
    return this.#live.sync;
  }

  get shared(): CompartmentId {
    return this.#compartment('shared');
  }

  get voice(): CompartmentId {
    return this.#compartment('voice');
  }

  person(key: string): ParticipantRecord {
    const person = this.plan.participants.find(one => one.key === key);
    if (person === undefined) throw new Error(`Nobody is called ${key}.`);
    return person;
  }

  async signIn(key: string): Promise<SessionRecord> {
    const now = this.clock.now();
    const session: SessionRecord = {
      id: newId<SessionId>(this.random),
      tokenHash: newId(this.random),
      planId: this.plan.plan.id,
      participantId: this.person(key).id,
      device: 'own',
      confirmed: true,
      createdAt: now,
      expiresAt: now + DAY,
      lastSeenAt: now,
      endedAt: null,
    };
    await this.storage.createSession(session);
    return session;
  }

  async ticket(
    session: SessionRecord,
    compartmentId = this.shared,
    more: {readonly epoch?: number} = {},
  ): Promise<Ticket> {
    const ticket = newId<SessionId>(this.random);
    const compartment = await this.storage.compartment(compartmentId);
    const epoch = more.epoch ?? compartment?.epoch ?? 1;
    const bytes = this.random(4);
    const cid = new DataView(bytes.buffer).getUint32(0);
    await this.storage.createTicket({
      ticketHash: hashTicket(ticket),
      planId: this.plan.plan.id,
      compartmentId,
      participantId: session.participantId,
      sessionId: session.id,
      cid,
      epoch,
      createdAt: this.clock.now(),
    });
    return {ticket, cid, epoch};
  }

  /** Signs somebody in and connects; resolves once the document is there. */
  async join(key: string, compartmentId = this.shared): Promise<WireClient> {
    const ticket = await this.ticket(await this.signIn(key), compartmentId);
    const client = this.client(ticket, {compartmentId});
    await client.synced();
    return client;
  }

  /** A client on its way in. */
  client(ticket: Ticket, options: ClientOptions = {}): WireClient {
    const {compartmentId, extra, port, ...more} = options;
    const client = new WireClient({
      url: this.url(ticket, compartmentId ?? this.shared, extra, port),
      cid: ticket.cid,
      ...more,
    });
    this.#clients.push(client);
    return client;
  }

  /** The address of a socket, at this server or at another on the same data. */
  url(ticket: Ticket, compartmentId = this.shared, extra = '', port = this.port): string {
    const path = `/sync/${this.plan.plan.id}/${compartmentId}`;
    return `ws://127.0.0.1:${port}${path}?ticket=${ticket.ticket}&cid=${ticket.cid}${extra}`;
  }

  /** Tells the server that records changed, as the HTTP side does after each command. */
  async changed(): Promise<void> {
    await this.sync.changed(this.plan.plan.id);
  }

  /** Stops the server in good order and starts another on the same folder. */
  async restart(): Promise<void> {
    await this.#close();
    await this.#listen();
  }

  async stop(): Promise<void> {
    for (const client of this.#clients) client.destroy();
    await this.#close();
    rmSync(this.folder, {recursive: true, force: true});
  }

  async #listen(): Promise<void> {
    const sqlite = new SqliteStorage(this.folder);
    const storage = this.#options.wrapStorage?.(sqlite) ?? sqlite;
    const directory = new StorageDirectory(storage, this.clock, {
      hash: hashTicket,
      isLive: session => session.endedAt === null && this.clock.now() < session.expiresAt,
      touch: () => Promise.resolve(),
    });
    const sync = createSyncServer({
      storage,
      directory,
      clock: this.clock,
      random: this.random,
      logger: silentLogger,
      metrics: this.#options.metrics ?? noMetrics,
      limits: {...SYNC_LIMITS, ...this.#options.limits},
    });
    const http = createServer((_request, response) => {
      response.writeHead(404).end();
    });
    http.on('upgrade', (request, socket, head) => {
      sync.handleUpgrade(request, socket, head);
    });
    await new Promise<void>(resolve => http.listen(this.port, '127.0.0.1', resolve));
    // A listening TCP server has an address of this shape.
    this.port = (http.address() as AddressInfo).port;
    this.#running = {storage, sync, http};
  }

  async #close(): Promise<void> {
    const {storage, sync, http} = this.#live;
    await sync.close();
    http.closeAllConnections();
    await new Promise(resolve => http.close(resolve));
    await storage.close();
    this.#running = null;
  }

  get #live(): Running {
    if (this.#running === null) throw new Error('The server is not running.');
    return this.#running;
  }

  #compartment(kind: string): CompartmentId {
    const compartment = this.plan.compartments.find(one => one.kind === kind);
    if (compartment === undefined) throw new Error(`There is no compartment ${kind}.`);
    return compartment.id;
  }
}
