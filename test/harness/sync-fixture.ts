import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {newId, type CompartmentId, type RandomBytes, type SessionId} from '@goldthread/schema';
import {seededRandom} from '@goldthread/schema/testing';
import {systemClock, type Clock} from '../../packages/server/src/ports/index.ts';
import type {
  NewPlan,
  ParticipantRecord,
  PlanStorage,
  SessionRecord,
} from '../../packages/server/src/storage/index.ts';
import type {SyncServer} from '../../packages/server/src/sync/index.ts';
import {RunningSync, type RunningSyncOptions} from './running-sync.ts';
import {testPlan} from './test-plan.ts';
import {hashTicket} from './ticket-hash.ts';
import {WireClient, type WireClientOptions} from './wire-client.ts';

/** What differs from a server as it runs by default. */
export interface SyncFixtureOptions extends Partial<
  Pick<RunningSyncOptions, 'limits' | 'clock' | 'metrics' | 'plain' | 'wrapStorage'>
> {
  readonly seed?: number;
  /** Another plan than {@link testPlan}. */
  readonly plan?: NewPlan;
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

const DAY = 86_400_000;

/** A sync server with one plan, over real sockets and a real SQLite file in a folder of its own. */
export class SyncFixture {
  readonly folder: string;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly plan: NewPlan;
  port = 0;
  readonly #options: SyncFixtureOptions;
  #running: RunningSync | null = null;
  readonly #dead: RunningSync[] = [];
  readonly #clients: WireClient[] = [];

  private constructor(options: SyncFixtureOptions) {
    this.#options = options;
    this.folder = mkdtempSync(join(tmpdir(), 'goldthread-'));
    this.clock = options.clock ?? systemClock;
    this.random = seededRandom(options.seed ?? 1);
    this.plan = options.plan ?? testPlan(this.random, this.clock.now());
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

  async signIn(key: string, more: Partial<SessionRecord> = {}): Promise<SessionRecord> {
    const now = this.clock.now();
    const session: SessionRecord = {
      id: newId<SessionId>(this.random),
      tokenHash: newId(this.random),
      planId: this.plan.plan.id,
      participantId: this.person(key).id,
      device: 'own',
      confirmed: true,
      present: null,
      hasStranger: false,
      invitedBy: null,
      proof: null,
      createdAt: now,
      expiresAt: now + DAY,
      lastSeenAt: now,
      endedAt: null,
      ...more,
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

  /**
   * Ends the server at once and starts another on the same folder. `wrapStorage` must have cut the old one off from
   * its storage by now.
   */
  async crash(): Promise<void> {
    const dead = this.#live;
    this.#dead.push(dead);
    await dead.drop();
    await this.#listen();
  }

  async stop(): Promise<void> {
    for (const client of this.#clients) client.destroy();
    await this.#close();
    for (const dead of this.#dead) await dead.forget();
    rmSync(this.folder, {recursive: true, force: true});
  }

  async #listen(): Promise<void> {
    const {folder, clock, random, port} = this;
    this.#running = await RunningSync.start({...this.#options, folder, clock, random, port});
    this.port = this.#running.port;
  }

  async #close(): Promise<void> {
    await this.#live.close();
    this.#running = null;
  }

  get #live(): RunningSync {
    if (this.#running === null) throw new Error('The server is not running.');
    return this.#running;
  }

  #compartment(kind: string): CompartmentId {
    const compartment = this.plan.compartments.find(one => one.kind === kind);
    if (compartment === undefined) throw new Error(`There is no compartment ${kind}.`);
    return compartment.id;
  }
}
