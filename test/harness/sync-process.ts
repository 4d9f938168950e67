import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';

const MAIN = fileURLToPath(new URL('./sync-process-main.ts', import.meta.url));

/** A sync server in a process of its own, to be killed. */
export class SyncProcess {
  readonly port: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
  }

  /** Starts a server on the data in `folder`; resolves when it listens. */
  static async start(folder: string): Promise<SyncProcess> {
    const child = spawn(process.execPath, [MAIN, folder], {stdio: ['ignore', 'pipe', 'inherit']});
    for await (const line of createInterface({input: child.stdout}))
      return new SyncProcess(child, Number(line));
    throw new Error('The server ended before it listened.');
  }

  /** Ends it without warning, as a power cut to the process does. */
  async kill(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }
}
