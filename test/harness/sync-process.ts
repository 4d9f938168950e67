import {spawn, type ChildProcess} from 'node:child_process';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {endWithUs} from './end-with-us.ts';
import {waitFor} from './wait-for.ts';

const MAIN = fileURLToPath(new URL('./sync-process-main.ts', import.meta.url));

/** How such a server is to end by itself, or what it is to be short of. */
export interface SyncProcessOptions {
  /** It ends as by a power cut just before or after its commit of this number, counted from 1. */
  readonly dies?: {readonly at: 'before' | 'after'; readonly commit: number};
  /** No file may grow beyond so many blocks of 512 bytes, as on a full disk. */
  readonly blocks?: number;
}

/** A sync server in a process of its own, to be killed. */
export class SyncProcess {
  readonly port: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
  }

  /** Starts a server on the data in `folder`; resolves when it listens. */
  static async start(folder: string, {dies, blocks}: SyncProcessOptions = {}): Promise<SyncProcess> {
    const args = [MAIN, folder, ...(dies ? [dies.at, String(dies.commit)] : [])];
    const limited = `trap '' XFSZ; ulimit -f ${blocks}; exec "$0" "$@"`;
    const child =
      blocks === undefined
        ? spawn(process.execPath, args, {stdio: ['ignore', 'pipe', 'inherit']})
        : spawn('sh', ['-c', limited, process.execPath, ...args], {stdio: ['ignore', 'pipe', 'inherit']});
    for await (const line of createInterface({input: child.stdout})) {
      endWithUs(child);
      return new SyncProcess(child, Number(line));
    }
    throw new Error('The server ended before it listened.');
  }

  /** Resolves once it has ended by itself. */
  async ended(): Promise<void> {
    await waitFor(
      'the end of the server',
      () => this.#child.exitCode !== null || this.#child.signalCode !== null,
    );
  }

  /** Ends it without warning, as a power cut to the process does. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.ended();
  }
}
