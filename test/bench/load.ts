import {DocClient} from './lib/doc-client.ts';
import {GoldthreadEntry, openEntry} from './lib/entry.ts';
import {LightClient} from './lib/light-client.ts';
import {usage} from './lib/machine.ts';
import type {Answer, Ask, FromLoad, Job, ToLoad} from './lib/messages.ts';
import type {Bench} from './lib/scenario.ts';
import {WIRES} from './lib/wire.ts';
import {SCENARIOS} from './scenarios/index.ts';

/** The load process: one scenario against one server, then it ends. The runner starts it on the second core. */
let waiting: {resolve(answer: Answer): void; reject(error: Error): void} | undefined;

function tell(message: FromLoad, then?: () => void): void {
  process.send?.(message, undefined, undefined, then);
}

function ask(what: Ask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    waiting = {resolve, reject};
    tell({ask: what});
  });
}

function fail(error: unknown): void {
  tell({failure: error instanceof Error ? (error.stack ?? error.message) : String(error)}, () =>
    process.exit(1),
  );
}

function benchFor(job: Job): Bench {
  const wire = WIRES[job.wire];
  let pid = job.pid;
  const hand = async (what: Ask): Promise<Answer> => {
    const answer = await ask(what);
    pid = answer.pid;
    return answer;
  };
  return {
    effort: job.effort,
    wire,
    port: job.port,
    keeps: job.keeps,
    entry: job.entry === 'open' ? openEntry() : new GoldthreadEntry(job.port, job.adminToken),
    light: (seat, tracker, echo) => new LightClient({port: job.port, wire, seat, ...given({tracker, echo})}),
    real: (seat, tracker) => new DocClient({port: job.port, wire, seat, ...given({tracker})}),
    usage: () => usage(pid),
    crash: async () => void (await hand('crash')),
    start: async () => void (await hand('start')),
    restart: async () => void (await hand('restart')),
    alive: async () => (await hand('alive')).alive,
    async collect() {
      const {memory} = await hand('collect');
      if (!memory) throw new Error('the server told no memory');
      return memory;
    },
    diskKb: async () => (await hand('disk')).diskKb ?? 0,
    note: text => tell({note: text}),
  };
}

/** Leaves out what is undefined, which exact optional properties don't take. */
function given<T extends object>(options: T): {[K in keyof T]?: Exclude<T[K], undefined>} {
  const kept = Object.entries(options).filter(([, value]) => value !== undefined);
  // Object.fromEntries forgets the keys that Object.entries has just listed.
  return Object.fromEntries(kept) as {[K in keyof T]?: Exclude<T[K], undefined>};
}

async function run(job: Job): Promise<void> {
  const scenario = SCENARIOS.find(candidate => candidate.id === job.scenario);
  if (!scenario) throw new Error(`no scenario ${job.scenario}`);
  const result = await scenario.run(benchFor(job));
  tell({result}, () => process.exit(0));
}

process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
process.on('message', (message: ToLoad) => {
  if ('job' in message) run(message.job).catch(fail);
  else if ('answer' in message) waiting?.resolve(message.answer);
  else waiting?.reject(new Error(message.failure));
});
// Without the runner nobody would read the result.
process.on('disconnect', () => process.exit(1));
