import {createHash} from 'node:crypto';
import {mkdtempSync, rmSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {newId, type CompartmentId, type RandomBytes, type SessionId} from '@goldthread/schema';
import {seededRandom} from '@goldthread/schema/testing';
import {noMetrics, silentLogger, systemClock, type Clock} from '../../packages/server/src/ports/index.ts';
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
import {WireClient, type WireClientOptions} from './wire-client.ts';

/** What differs from a server as it runs by default. */
export interface SyncFixtureOptions {
  readonly limits?: Partial<SyncLimits>;
  readonly clock?: Clock;
  readonly seed?: number;
  /** Puts something between the server and its SQLite storage. */
  readonly wrapStorage?: (storage: PlanStorage) => PlanStorage;
}

/** A ticket as a client gets it. */
export interface Ticket {
  readonly ticket: string;
  readonly cid: number;
  readonly epoch: number;
}

const DAY = 86_400_000;

/** A sync server with one plan, over real sockets and a real SQLite file in a folder of its own. */
export class SyncFixture {
  readonly folder: string;
  readonly clock: Clock;
  readonly random: RandomBytes;
  plan!: NewPlan;
  storage!: PlanStorage;
  sync!: SyncServer;
  port = 0;
  readonly #options: SyncFixtureOptions;
  #http!: Server;
  #clients: WireClient[] = [];

  private constructor(options: SyncFixtureOptions) {
    this.#options = options;
    this.folder = mkdtempSync(join(tmpdir(), 'goldthread-'));
    this.clock = options.clock ?? systemClock;
    this.random = seededRandom(options.seed ?? 1);
  }

  static async start(options: SyncFixtureOptions = {}): Promise<SyncFixture> {
    const fixture = new SyncFixture(options);
    await fixture.#listen();
    fixture.plan = testPlan(fixture.random, fixture.clock.now());
    await fixture.storage.createPlan(fixture.plan);
    return fixture;
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

  async ticket(session: SessionRecord, compartmentId = this.shared): Promise<Ticket> {
    const ticket = newId<SessionId>(this.random);
    const compartment = await this.storage.compartment(compartmentId);
    const epoch = compartment?.epoch ?? 1;
    const bytes = this.random(4);
    const cid = new DataView(bytes.buffer).getUint32(0);
    await this.storage.createTicket({
      ticketHash: hash(ticket),
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
  client(
    ticket: Ticket,
    options: Partial<WireClientOptions> & {compartmentId?: CompartmentId} = {},
  ): WireClient {
    const {compartmentId, ...more} = options;
    const client = new WireClient({
      url: this.url(ticket, compartmentId ?? this.shared),
      cid: ticket.cid,
      ...more,
    });
    this.#clients.push(client);
    return client;
  }

  url(ticket: Ticket, compartmentId = this.shared, extra = ''): string {
    const path = `/sync/${this.plan.plan.id}/${compartmentId}`;
    return `ws://127.0.0.1:${this.port}${path}?ticket=${ticket.ticket}&cid=${ticket.cid}${extra}`;
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
    this.storage = this.#options.wrapStorage?.(sqlite) ?? sqlite;
    const directory = new StorageDirectory(this.storage, this.clock, {
      hash,
      isLive: session => session.endedAt === null && this.clock.now() < session.expiresAt,
      touch: () => Promise.resolve(),
    });
    this.sync = createSyncServer({
      storage: this.storage,
      directory,
      clock: this.clock,
      random: this.random,
      logger: silentLogger,
      metrics: noMetrics,
      limits: {...SYNC_LIMITS, ...this.#options.limits},
    });
    this.#http = createServer((_request, response) => {
      response.writeHead(404).end();
    });
    this.#http.on('upgrade', (request, socket, head) => {
      this.sync.handleUpgrade(request, socket, head);
    });
    await new Promise<void>(resolve => this.#http.listen(this.port, '127.0.0.1', resolve));
    // A listening TCP server has an address of this shape.
    this.port = (this.#http.address() as AddressInfo).port;
  }

  async #close(): Promise<void> {
    await this.sync.close();
    this.#http.closeAllConnections();
    await new Promise(resolve => this.#http.close(resolve));
    await this.storage.close();
  }

  #compartment(kind: string): CompartmentId {
    const compartment = this.plan.compartments.find(one => one.kind === kind);
    if (compartment === undefined) throw new Error(`There is no compartment ${kind}.`);
    return compartment.id;
  }
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
