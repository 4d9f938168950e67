import {spawn, type ChildProcess} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {endWithUs} from '../../harness/end-with-us.ts';
import {ROOT} from '../../runner/command.ts';

/** Who is on a plan, by the key that the plan's file gives them. */
export interface Person {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

/** A real server in a process of its own, with one plan in it. */
export class ServedPlan {
  readonly port: number;
  readonly #folder = mkdtempSync(join(tmpdir(), 'goldthread-journey-'));
  readonly #admin = randomBytes(24).toString('base64url');
  #process: ChildProcess | undefined;
  planId = '';
  people: readonly Person[] = [];

  readonly #settings: Readonly<Record<string, string>>;

  private constructor(port: number, settings: Readonly<Record<string, string>>) {
    this.port = port;
    this.#settings = settings;
  }

  /**
   * Starts a server on a free port of the loopback address and imports one of the example plans. The port 0 in a setting
   * stands for the one that was found.
   */
  static async start(
    example: 'jory' | 'kez' = 'jory',
    settings: Readonly<Record<string, string>> = {},
  ): Promise<ServedPlan> {
    const served = new ServedPlan(await freePort(), settings);
    await served.run();
    const file = resolve(ROOT, `packages/schema/examples/${example}.json`);
    const answer = await served.ask('POST', '/api/plans', JSON.parse(readFileSync(file, 'utf8')));
    served.planId = (answer as {planId: string}).planId;
    served.people = (answer as {participants: Person[]}).participants;
    return served;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts the server's process (again) on the same data, and waits until it answers. */
  async run(): Promise<void> {
    const bin = resolve(ROOT, 'packages/server/bin/goldthread.mjs');
    const data = join(this.#folder, 'data');
    const args = [bin, 'serve', '--data', data, '--port', String(this.port), '--host', '127.0.0.1'];
    const environment = {
      ...process.env,
      // A line for each request would bury what fails.
      GOLDTHREAD_LOG_LEVEL: 'warn',
      ...Object.fromEntries(
        Object.entries(this.#settings).map(([name, value]) => [name, value.replace(/:0$/, `:${this.port}`)]),
      ),
      GOLDTHREAD_ADMIN_TOKEN: this.#admin,
    };
    const child = spawn(process.execPath, args, {env: environment, stdio: ['ignore', 'ignore', 'inherit']});
    endWithUs(child);
    this.#process = child;
    for (;;) {
      if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode} while starting.`);
      const answer = await fetch(`${this.origin}/healthz`).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise(done => setTimeout(done, 25));
    }
  }

  /** Ends the process at once, as a power cut would. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (child === undefined || child.exitCode !== null) return;
    child.ref();
    const ended = new Promise(done => child.once('exit', done));
    child.kill('SIGKILL');
    await ended;
  }

  /** Ends the process and removes its data. */
  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, {recursive: true, force: true});
  }

  /** A call to the HTTP interface as the administrator. */
  async ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(this.origin + path, {
      method,
      headers: {authorization: `Bearer ${this.#admin}`, 'content-type': 'application/json'},
      ...(body === undefined ? {} : {body: JSON.stringify(body)}),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  /** A fresh sign-in link for the person with this key, confirmed unless said otherwise. */
  async linkFor(key: string, confirmed = true): Promise<string> {
    const person = this.people.find(one => one.key === key);
    if (person === undefined) throw new RangeError(`Nobody on the plan has the key ${key}.`);
    const body = {participantId: person.id, confirmed};
    const invite = (await this.ask('POST', `/api/plans/${this.planId}/invites`, body)) as {token: string};
    return `${this.origin}/join#${invite.token}`;
  }
}

function freePort(): Promise<number> {
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
