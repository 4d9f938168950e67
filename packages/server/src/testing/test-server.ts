import {createSecretKey} from 'node:crypto';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {RandomBytes} from '@goldthread/schema';
import type {SymbolPack} from '@goldthread/schema/symbols';
import type {InjectOptions, LightMyRequestResponse} from 'fastify';
import {buildServer, type GoldthreadServer} from '../build-server.ts';
import {parseConfig, type CouncilWords, type Environment, type ServeFlags} from '../config/index.ts';
import {openWith} from '../open-storage.ts';
import {systemClock, systemRandom, type Clock, type LogFields, type Logger} from '../ports/index.ts';
import type {PlanStorage} from '../storage/index.ts';

const ADMIN_TOKEN = 'admin-token-of-a-test';

/** Headers of the administrator of every {@link TestServer}. */
export const ADMIN = {authorization: `Bearer ${ADMIN_TOKEN}`} as const;

/** The master key of every data folder that tests make. */
export const TEST_MASTER_KEY = createSecretKey(Buffer.alloc(32, 7));

/** How a test server differs from one that is started with nothing set. */
export interface TestServerOptions {
  readonly environment?: Environment;
  readonly flags?: ServeFlags;
  /** A data folder to open again; a fresh one, removed at the end, if absent. */
  readonly folder?: string;
  readonly pagesFolder?: string;
  /** A school's own picture symbols. */
  readonly schoolsOwn?: SymbolPack | null;
  readonly councilWords?: CouncilWords | null;
  /** Opens the data folder; with the keys of tests, if absent. */
  readonly openStorage?: (folder: string) => PlanStorage;
  /** Where every random byte comes from; the machine, if absent. */
  readonly random?: RandomBytes;
  /** A moment at which the clock stands until it is moved; absent, it goes on from now. */
  readonly stillAt?: number;
}

/** Somebody signed in on a test server. */
export interface SignedInPerson {
  readonly participantId: string;
  readonly token: string;
  readonly headers: {readonly authorization: string};
}

/** A whole server with real storage in a folder of its own, whose clock can be moved and whose log can be read. */
export class TestServer {
  readonly server: GoldthreadServer;
  readonly folder: string;
  /** Every log line as JSON. */
  readonly log: readonly string[];
  readonly #clock: MovableClock;
  readonly #ownsFolder: boolean;

  private constructor(
    server: GoldthreadServer,
    folder: string,
    log: readonly string[],
    clock: MovableClock,
    ownsFolder: boolean,
  ) {
    this.server = server;
    this.folder = folder;
    this.log = log;
    this.#clock = clock;
    this.#ownsFolder = ownsFolder;
  }

  static async start(options: TestServerOptions = {}): Promise<TestServer> {
    const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'goldthread-')));
    const environment = {GOLDTHREAD_ADMIN_TOKEN: ADMIN_TOKEN, ...options.environment};
    const config = parseConfig(environment, {data: folder, port: '0', host: '127.0.0.1', ...options.flags});
    if (!config.ok) throw new Error(config.error);
    const log: string[] = [];
    const clock = new MovableClock(options.stillAt);
    const server = await buildServer(config.value, {
      storage: options.openStorage?.(folder) ?? openWith(folder, TEST_MASTER_KEY),
      clock,
      random: options.random ?? systemRandom,
      logger: loggerInto(log),
      pagesFolder: options.pagesFolder ?? folder,
      schoolsOwn: options.schoolsOwn ?? null,
      councilWords: options.councilWords ?? null,
    });
    await server.app.ready();
    return new TestServer(server, folder, log, clock, options.folder === undefined);
  }

  /** Sends a request through the whole stack without a port. */
  async send(request: InjectOptions): Promise<LightMyRequestResponse> {
    return await this.server.app.inject(request);
  }

  /** Imports a plan as the administrator and gives the answer's body. */
  async importPlan(file: object): Promise<ImportedForTest> {
    const answer = await this.send({method: 'POST', url: '/api/plans', headers: ADMIN, payload: file});
    if (answer.statusCode !== 201) throw new Error(answer.body);
    return answer.json();
  }

  /** Signs somebody in with an invite of the administrator. */
  async signIn(planId: string, participantId: string, confirmed = true): Promise<SignedInPerson> {
    const url = `/api/plans/${planId}/invites`;
    const payload = {participantId, confirmed};
    const invite = await this.send({method: 'POST', url, headers: ADMIN, payload});
    const body = {token: invite.json<{token: string}>().token};
    const opened = await this.send({method: 'POST', url: '/api/session', payload: body});
    const token = opened.json<{sessionToken: string}>().sessionToken;
    return {participantId, token, headers: {authorization: `Bearer ${token}`}};
  }

  /** Moves the clock on without waiting. */
  pass(ms: number): void {
    this.#clock.pass(ms);
  }

  /** Stops the server; removes the data folder unless the test brought it. */
  async stop(): Promise<void> {
    await this.server.close();
    if (this.#ownsFolder) await rm(this.folder, {recursive: true, force: true});
  }
}

/** What an import answers, as a test reads it. */
export interface ImportedForTest {
  readonly planId: string;
  readonly participants: readonly {
    readonly id: string;
    readonly key: string;
    readonly name: string;
    readonly role: string;
  }[];
  readonly items: readonly {readonly ref: string; readonly id: string}[];
  readonly notImported: readonly string[];
}

/** The id of the person with a key. */
export function personId(imported: ImportedForTest, key: string): string {
  const person = imported.participants.find(one => one.key === key);
  if (person === undefined) throw new RangeError(`There is no participant ${key}`);
  return person.id;
}

class MovableClock implements Clock {
  readonly #stillAt: number | undefined;
  #ahead = 0;

  constructor(stillAt?: number) {
    this.#stillAt = stillAt;
  }

  now(): number {
    return (this.#stillAt ?? systemClock.now()) + this.#ahead;
  }

  after(ms: number, task: () => void): () => void {
    return systemClock.after(ms, task);
  }

  pass(ms: number): void {
    this.#ahead += ms;
  }
}

function loggerInto(lines: string[]): Logger {
  const write = (fields: LogFields, event: string): void => {
    lines.push(JSON.stringify({...fields, event}));
  };
  return {info: write, warn: write, error: write};
}
