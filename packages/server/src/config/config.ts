import {resolve} from 'node:path';
import {fail, ok, type Result} from '@goldthread/schema';
import {MUST_BE, settingsSchema, type Settings} from './settings.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long a session lasts, in milliseconds. */
export interface SessionLimits {
  /** From sign-in, whatever happens. */
  readonly lifeMs: number;
  /** From when it was last used. */
  readonly idleMs: number;
}

/** Everything that the person who runs the server decided, checked. */
export interface Config {
  readonly host: string;
  /** 0 means any free port. */
  readonly port: number;
  /** Absolute. */
  readonly dataFolder: string;
  /** Opens the administrator's calls; without it there is no administrator. */
  readonly adminToken: string | null;
  /** Absolute. */
  readonly masterKeyFile: string;
  /** What links start with; `null` means the address that the server listens on. No slash at the end. */
  readonly publicUrl: string | null;
  /** Origins of other systems whose pages may embed a plan, besides the server's own. */
  readonly embedOrigins: readonly string[];
  /** The number that pages tell people to call; without it they name none. */
  readonly helpLine: string | null;
  /** Whose plans these are, as people know it: the name beside the number and on the page of a link. */
  readonly council: string | null;
  /** Absolute; what the council says of advice, mediation and appeal. */
  readonly councilWordsFile: string | null;
  /** Absolute; a school's own picture symbols, which children find before ours. */
  readonly symbolsFile: string | null;
  readonly demo: boolean;
  readonly logLevel: Settings['GOLDTHREAD_LOG_LEVEL'];
  readonly inviteLifeMs: number;
  /** Whether the administrator may issue links whose session is confirmed from the start. */
  readonly confirmedInvites: boolean;
  readonly sessions: {readonly own: SessionLimits; readonly shared: SessionLimits};
  /** How long after its last contact a person's own device may still read what it kept. */
  readonly deviceKeyHours: number;
  /** For one signed-in session, and for one address that isn't signed in. */
  readonly requestsPerMinute: number;
  /** How many tickets one session may hold for one document. */
  readonly ticketsPerSession: number;
  readonly bodyBytes: number;
  /** The largest plan file that an import takes. */
  readonly planBytes: number;
  readonly requestTimeoutMs: number;
}

/** The links that a demo prints must not drown in a line for each request; its number is one that nobody has. */
const DEMO_DEFAULTS = {GOLDTHREAD_LOG_LEVEL: 'warn', GOLDTHREAD_HELP_LINE: '01632 960 188'} as const;

/** What the command line may say beside the environment; it wins. */
export interface ServeFlags {
  readonly port?: string;
  readonly host?: string;
  readonly data?: string;
  readonly demo?: boolean;
}

/** Environment variables, as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Checks environment and flags; the failure is one sentence that names the first wrong setting. */
export function parseConfig(environment: Environment, flags: ServeFlags): Result<Config, string> {
  const flagged = {PORT: flags.port, GOLDTHREAD_HOST: flags.host, GOLDTHREAD_DATA: flags.data};
  const given = Object.fromEntries(
    [flags.demo === true ? DEMO_DEFAULTS : {}, environment, flagged].flatMap(namedValues),
  );
  const parsed = settingsSchema.safeParse(given);
  if (parsed.success) return ok(toConfig(parsed.data, flags.demo === true));
  const name = String(parsed.error.issues[0]?.path[0]);
  return fail(`${name} must be ${isSetting(name) ? MUST_BE[name] : 'something else'}.`);
}

/** An empty variable counts as one that isn't set. */
function namedValues(source: Environment): [string, string][] {
  return Object.entries(source).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value]],
  );
}

function isSetting(name: string): name is keyof Settings {
  return Object.hasOwn(MUST_BE, name);
}

/** Beside the data folder and never in it, unless somebody says where, so that a copy of the folder alone is of no use. */
export function masterKeyFileOf(dataFolder: string, file: string | null): string {
  return file === null ? `${dataFolder}.key` : resolve(file);
}

function pathOf(file: string | null): string | null {
  return file === null ? null : resolve(file);
}

function toConfig(settings: Settings, demo: boolean): Config {
  const dataFolder = resolve(settings.GOLDTHREAD_DATA);
  return {
    host: settings.GOLDTHREAD_HOST,
    port: settings.PORT,
    dataFolder,
    adminToken: settings.GOLDTHREAD_ADMIN_TOKEN,
    masterKeyFile: masterKeyFileOf(dataFolder, settings.GOLDTHREAD_MASTER_KEY_FILE),
    publicUrl: settings.GOLDTHREAD_PUBLIC_URL,
    embedOrigins: settings.GOLDTHREAD_EMBED_ORIGINS,
    helpLine: settings.GOLDTHREAD_HELP_LINE,
    council: settings.GOLDTHREAD_COUNCIL,
    councilWordsFile: pathOf(settings.GOLDTHREAD_COUNCIL_WORDS),
    symbolsFile: pathOf(settings.GOLDTHREAD_SYMBOLS),
    demo,
    logLevel: settings.GOLDTHREAD_LOG_LEVEL,
    inviteLifeMs: settings.GOLDTHREAD_INVITE_DAYS * 24 * HOUR,
    confirmedInvites: settings.GOLDTHREAD_CONFIRMED_INVITES,
    sessions: {
      own: {lifeMs: settings.GOLDTHREAD_SESSION_HOURS * HOUR, idleMs: settings.GOLDTHREAD_IDLE_HOURS * HOUR},
      shared: {
        lifeMs: settings.GOLDTHREAD_SHARED_SESSION_HOURS * HOUR,
        idleMs: settings.GOLDTHREAD_SHARED_IDLE_MINUTES * MINUTE,
      },
    },
    deviceKeyHours: settings.GOLDTHREAD_DEVICE_KEY_HOURS,
    requestsPerMinute: settings.GOLDTHREAD_REQUESTS_PER_MINUTE,
    ticketsPerSession: settings.GOLDTHREAD_TICKETS_PER_SESSION,
    bodyBytes: settings.GOLDTHREAD_BODY_KB * 1024,
    planBytes: settings.GOLDTHREAD_PLAN_KB * 1024,
    requestTimeoutMs: settings.GOLDTHREAD_REQUEST_SECONDS * 1000,
  };
}
