import {spawn, type ChildProcess} from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import {connect, createServer} from 'node:net';
import {join, resolve} from 'node:path';
import {pinned, processTree} from '../lib/machine.ts';
import {pause, until} from '../lib/measure.ts';
import type {ServerKind} from './kinds.ts';

const SERVER_CORE = 0;
const START_MS = 20_000;
const STOP_MS = 5_000;
/** Writing a profile takes its time. */
const PROFILE_MS = 30_000;
const PRELOAD = join(import.meta.dirname, 'gc-preload.mjs');

/** Memory of a server after a forced collection, bytes. */
export interface Memory {
  readonly heapUsed: number;
  readonly external: number;
  readonly rss: number;
}

/** One server process bound to the first core, with a data folder of its own that `dispose` removes. */
export class RunningServer {
  readonly kind: ServerKind;
  readonly port: number;
  readonly #data: string;
  readonly #log: string;
  readonly #profiles: string | undefined;
  #process: ChildProcess | undefined;

  private constructor(kind: ServerKind, port: number, results: string, profiles: string | undefined) {
    this.kind = kind;
    this.port = port;
    this.#data = mkdtempSync(join(results, `data-${kind.name}-`));
    this.#log = join(results, `${kind.name}.log`);
    this.#profiles = profiles;
  }

  /** Starts a fresh server. Data, log and profile lie in `results`. */
  static async start(kind: ServerKind, results: string, profiles?: string): Promise<RunningServer> {
    mkdirSync(results, {recursive: true});
    const server = new RunningServer(kind, await freePort(), results, profiles);
    try {
      await server.start();
    } catch (error) {
      await server.dispose();
      throw error;
    }
    return server;
  }

  get pid(): number {
    return this.#process?.pid ?? 0;
  }

  get alive(): boolean {
    return (
      this.#process !== undefined && this.#process.exitCode === null && this.#process.signalCode === null
    );
  }

  async start(): Promise<void> {
    if (this.alive) return;
    const place = {port: this.port, data: this.#data};
    const profile =
      this.#profiles === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${resolve(this.#profiles)}`];
    const [program, ...rest] = pinned(SERVER_CORE, [
      process.execPath,
      ...profile,
      ...['--import', PRELOAD],
      ...this.kind.arguments(place),
    ]);
    if (program === undefined) throw new Error('nothing to start');
    const log = openSync(this.#log, 'a');
    this.#process = spawn(program, rest, {
      stdio: ['ignore', log, log],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: String(this.port),
        DATA: this.#data,
        BENCH_HEAP_FILE: this.#heapFile,
        ...(profile.length > 0 ? {BENCH_PROFILE: '1'} : {}),
        ...this.kind.environment(place),
      },
    });
    closeSync(log);
    await this.#listening();
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM', this.#profiles === undefined ? STOP_MS : PROFILE_MS);
    await this.#end('SIGKILL', STOP_MS);
  }

  /** Ends the process at once, as a crash would. */
  async crash(): Promise<void> {
    for (const pid of processTree(this.pid).toReversed()) process.kill(pid, 'SIGKILL');
    await until(() => !this.alive, STOP_MS);
  }

  async dispose(): Promise<void> {
    await this.stop();
    rmSync(this.#data, {recursive: true, force: true});
  }

  /** Forces a collection and reads the memory; undefined when the process doesn't answer. */
  async collect(): Promise<Memory | undefined> {
    rmSync(this.#heapFile, {force: true});
    for (const pid of processTree(this.pid)) process.kill(pid, 'SIGUSR2');
    let memory: Memory | undefined;
    for (let i = 0; i < 100 && !memory; i++) {
      await pause(50);
      memory = readMemory(this.#heapFile);
    }
    return memory;
  }

  /** Size of the data folder, KiB. */
  diskKb(): number {
    let bytes = 0;
    for (const name of readdirSync(this.#data, {recursive: true, encoding: 'utf8'})) {
      const facts = statSync(join(this.#data, name), {throwIfNoEntry: false});
      if (facts?.isFile() && !name.endsWith('heap.json')) bytes += facts.size;
    }
    return Math.round(bytes / 1024);
  }

  get #heapFile(): string {
    return `${this.#data}-heap.json`;
  }

  async #end(signal: 'SIGTERM' | 'SIGKILL', ms: number): Promise<void> {
    if (this.alive) this.#process?.kill(signal);
    await until(() => !this.alive, ms, 10);
    rmSync(this.#heapFile, {force: true});
  }

  async #listening(): Promise<void> {
    const end = Date.now() + START_MS;
    while (!(await answers(this.port))) {
      if (!this.alive) throw new Error(`${this.kind.name} ended at start; see ${this.#log}`);
      if (Date.now() > end)
        throw new Error(`${this.kind.name} opened no port in ${START_MS} ms; see ${this.#log}`);
      await pause(10);
    }
  }
}

function readMemory(file: string): Memory | undefined {
  try {
    // Written by the preload of this bench, in one rename.
    return JSON.parse(readFileSync(file, 'utf8')) as Memory;
  } catch {
    return undefined;
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('no free port'));
      });
    });
  });
}
