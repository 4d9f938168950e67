import type {IncomingMessage} from 'node:http';
import type {Duplex} from 'node:stream';
import type {RandomBytes} from '@goldthread/schema';
import {
  Comments,
  DisagreementFiles,
  Disagreements,
  Positions,
  Scales,
  adoptRecords,
} from './agreement/index.ts';
import {Audit} from './audit/index.ts';
import {Codes, Invites, Passkeys, Sessions, hashSecret} from './auth/index.ts';
import type {Config, CouncilWords} from './config/index.ts';
import type {SymbolPack} from '@goldthread/schema/symbols';
import {Contacts} from './contacts/index.ts';
import {
  HelpCalls,
  HouseSessions,
  Overrides,
  OwnWords,
  Presentations,
  Recordings,
  SaidRight,
} from './houses/index.ts';
import {demoRoutes} from './demo/index.ts';
import {Glass} from './glass/index.ts';
import {Prometheus, createHttpApp, mayOpenSocket, type App, type HttpPorts} from './http/index.ts';
import type {Clock, Logger} from './ports/index.ts';
import {Proposals} from './proposals/index.ts';
import {Purges} from './purge/index.ts';
import type {PlanStorage} from './storage/index.ts';
import {Quotations, Traces} from './traces/index.ts';
import {Escalations, PlanQueue, Withholdings} from './withholding/index.ts';
import {
  SYNC_LIMITS,
  StorageDirectory,
  createSyncServer,
  refuseUpgrade,
  type SyncLimits,
  type SyncServer,
  type Watcher,
} from './sync/index.ts';

/** What the server gets from outside, so that tests decide about time, chance and place. */
export interface ServerPorts {
  readonly storage: PlanStorage;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly logger: Logger;
  /** Folder with the built pages. */
  readonly pagesFolder: string;
  /** A school's own picture symbols. */
  readonly schoolsOwn?: SymbolPack | null;
  /** What the council says of advice, mediation and appeal. */
  readonly councilWords?: CouncilWords | null;
  readonly syncLimits?: SyncLimits;
}

/** A server that is put together but listens to nobody yet. */
export interface GoldthreadServer {
  readonly app: App;
  readonly sync: SyncServer;
  readonly http: HttpPorts;
  /** Opens the port; gives what links start with. */
  listen(): Promise<string>;
  /** Says goodbye to every socket, finishes what arrived and closes the storage. Safe to call twice. */
  close(): Promise<void>;
}

const SYNC_PATH = /^\/sync\//;

/** Puts the whole server together from its parts. The only place that knows all of them. */
export async function buildServer(config: Config, ports: ServerPorts): Promise<GoldthreadServer> {
  const {storage, clock, random, logger} = ports;
  const metrics = new Prometheus();
  const audit = new Audit(storage, clock);
  const sessions = new Sessions(storage, clock, random, audit, config.sessions);
  const invites = new Invites(storage, clock, random, audit, config.inviteLifeMs);
  const directory = new StorageDirectory(storage, clock, {
    hash: hashSecret,
    isLive: session => sessions.isLive(session),
    touch: session => sessions.touch(session),
  });
  const limits = ports.syncLimits ?? SYNC_LIMITS;
  const watcher: Watcher = {
    typed: part => void purges.purgeTyped(part),
    sighted: sighted =>
      void contacts.sighted(sighted).catch(() => {
        logger.error({code: 'SIGHTING', planId: sighted.planId}, 'a sighting could not be kept');
      }),
  };
  const sync = createSyncServer({storage, directory, clock, random, logger, metrics, limits, watcher});
  let address = config.publicUrl ?? `http://${config.host}:${config.port}`;
  const withholdingPorts = {storage, sync, watcher, clock, random, logger, queue: new PlanQueue()};
  const withholdings = new Withholdings(withholdingPorts);
  const glass = new Glass(withholdingPorts);
  const helpCalls = new HelpCalls(withholdingPorts);
  const recordings = new Recordings(withholdingPorts);
  const escalations = new Escalations(withholdingPorts, [withholdings, glass, helpCalls]);
  const positions = new Positions(withholdingPorts);
  const scales = new Scales(withholdingPorts);
  const comments = new Comments(withholdingPorts);
  const disagreements = new Disagreements(withholdingPorts);
  const disagreementFiles = new DisagreementFiles(withholdingPorts);
  const purges = new Purges(withholdingPorts);
  const contacts = new Contacts(withholdingPorts);
  // Before anybody is let in: what was to be purged when the server ended is still there.
  await purges.finishAll();
  await adoptRecords(withholdingPorts);
  const http: HttpPorts = {
    config,
    storage,
    sync,
    sessions,
    invites,
    codes: new Codes(storage, clock, random, audit),
    passkeys: new Passkeys(storage, clock, random, audit, () => address),
    audit,
    withholdings,
    positions,
    scales,
    comments,
    proposals: new Proposals(withholdingPorts),
    disagreements,
    disagreementFiles,
    traces: new Traces(withholdingPorts),
    quotations: new Quotations(withholdingPorts),
    glass,
    contacts,
    helpCalls,
    houseSessions: new HouseSessions(withholdingPorts),
    presentations: new Presentations(withholdingPorts),
    saidRight: new SaidRight(withholdingPorts),
    recordings,
    ownWords: new OwnWords(withholdingPorts),
    overrides: new Overrides(withholdingPorts),
    purges,
    clock,
    random,
    logger,
    metrics,
    pagesFolder: ports.pagesFolder,
    schoolsOwn: ports.schoolsOwn ?? null,
    councilWords: ports.councilWords ?? null,
    publicUrl: () => address,
  };
  const app = await createHttpApp(http, config.demo ? [demoRoutes] : []);
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (!SYNC_PATH.test(request.url ?? '')) socket.destroy();
    else if (mayOpenSocket(request.headers, config.embedOrigins, config.publicUrl))
      sync.handleUpgrade(request, socket, head);
    else refuseUpgrade(socket);
  });

  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    escalations.stop();
    recordings.stop();
    disagreementFiles.stop();
    purges.stop();
    await sync.close();
    await app.close();
    await storage.close();
  };
  return {
    app,
    sync,
    http,
    async listen() {
      await app.listen({port: config.port, host: config.host});
      address = config.publicUrl ?? addressOf(app, config.host);
      return address;
    },
    close: () => (closing ??= close()),
  };
}

/** What a browser on this machine opens: the port may have been picked by the system, the host may mean "all". */
function addressOf(app: App, host: string): string {
  const bound = app.server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  const isEverywhere = host === '0.0.0.0' || host === '::';
  const name = isEverywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
