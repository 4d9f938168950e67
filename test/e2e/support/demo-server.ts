import {spawn, type ChildProcess} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {endWithUs} from '../../harness/end-with-us.ts';
import {ROOT} from '../../runner/command.ts';

/** The command that a newcomer runs, on a data folder of its own that is empty at first. */
export class DemoServer {
  readonly #folder = mkdtempSync(join(tmpdir(), 'goldthread-demo-'));
  readonly #port: number;
  #process: ChildProcess | undefined;
  /** What the command has printed since it was last started. */
  printed = '';

  private constructor(port: number) {
    this.#port = port;
  }

  static async on(flags: readonly string[]): Promise<DemoServer> {
    const demo = new DemoServer(await anyPort());
    await demo.start(flags);
    return demo;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** The sign-in links that were printed. */
  get links(): string[] {
    return this.printed.match(/http\S+\/join#\S+/g) ?? [];
  }

  /** Starts the command and waits until it answers. */
  async start(flags: readonly string[]): Promise<void> {
    const bin = resolve(ROOT, 'packages/server/bin/goldthread.mjs');
    const args = [bin, 'serve', '--data', join(this.#folder, 'data'), '--port', String(this.#port), ...flags];
    this.printed = '';
    const child = spawn(process.execPath, args, {stdio: ['ignore', 'pipe', 'ignore']});
    child.stdout.on('data', (bytes: Buffer) => (this.printed += bytes.toString('utf8')));
    endWithUs(child);
    this.#process = child;
    for (;;) {
      if (child.exitCode !== null) throw new Error(`serve ended with ${child.exitCode}:\n${this.printed}`);
      const answer = await fetch(`${this.origin}/healthz`).catch(() => undefined);
      const isToldWhere = !flags.includes('--demo') || this.printed.includes('/demo');
      if (answer?.ok === true && isToldWhere) return;
      await new Promise(done => setTimeout(done, 25));
    }
  }

  /** Stops the command as Ctrl+C does, and answers its exit code. */
  async stop(): Promise<number | null> {
    const child = this.#process;
    if (child === undefined || child.exitCode !== null) return child?.exitCode ?? null;
    child.ref();
    const ended = new Promise<number | null>(done => child.once('exit', done));
    child.kill('SIGINT');
    return ended;
  }

  /** Stops the command and removes its data. */
  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, {recursive: true, force: true});
  }
}

function anyPort(): Promise<number> {
  return new Promise((done, broken) => {
    const probe = createServer();
    probe.on('error', broken);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}
