import {fork} from 'node:child_process';
import {appendFileSync, mkdirSync} from 'node:fs';
import {join, relative} from 'node:path';
import {parseArgs} from 'node:util';
import {goFirst, machineLine, pinned, waitForQuiet} from './lib/machine.ts';
import {round} from './lib/measure.ts';
import type {Answer, Ask, FromLoad, Job, ToLoad} from './lib/messages.ts';
import type {Effort, Figures, Scenario} from './lib/scenario.ts';
import {renderTables, type Row} from './lib/table.ts';
import {SCENARIOS} from './scenarios/index.ts';
import {installPeer} from './servers/install.ts';
import {ADMIN_TOKEN, GOLDTHREAD, OTHERS, OURS, type ServerKind} from './servers/kinds.ts';
import {RunningServer} from './servers/running-server.ts';

const RESULTS = join(import.meta.dirname, 'results');
const LOAD_CORE = 1;
const RUN_LIMIT_MS = 600_000;

/** What is done with a running server. */
type Work = (server: RunningServer) => Promise<Figures>;

const {values: options} = parseArgs({
  options: {
    scenarios: {type: 'string'},
    servers: {type: 'string'},
    reps: {type: 'string', default: '3'},
    quick: {type: 'boolean', default: false},
    peers: {type: 'boolean', default: false},
    browser: {type: 'boolean', default: false},
    first: {type: 'boolean', default: false},
    patience: {type: 'string', default: '5'},
    profile: {type: 'string'},
    'most-rooms': {type: 'string', default: '2500'},
  },
});

/** Carries out what the load process asks of the server's process. */
async function obey(server: RunningServer, what: Ask): Promise<Answer> {
  if (what === 'crash') await server.crash();
  if (what === 'restart') await server.stop();
  if (what === 'restart' || what === 'start') await server.start();
  const facts = {pid: server.pid, alive: server.alive};
  if (what === 'collect') return {...facts, memory: await server.collect()};
  return what === 'disk' ? {...facts, diskKb: server.diskKb()} : facts;
}

/** Runs one scenario in a load process of its own. */
function load(server: RunningServer, job: Job, roams: boolean): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const command = [process.execPath, '--max-old-space-size=4096'];
    const [program = process.execPath, ...before] = roams ? command : pinned(LOAD_CORE, command);
    const child = fork(join(import.meta.dirname, 'load.ts'), [], {execPath: program, execArgv: before});
    const send = (message: ToLoad): void => void (child.connected && child.send(message));
    const limit = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`not done after ${RUN_LIMIT_MS / 1000} s`));
    }, RUN_LIMIT_MS);
    child.on('message', (message: FromLoad) => {
      if ('note' in message) console.log(`   ${message.note}`);
      if ('result' in message) resolve(message.result);
      if ('failure' in message) reject(new Error(message.failure));
      if (!('ask' in message)) return;
      obey(server, message.ask).then(
        answer => send({answer}),
        (error: unknown) => send({failure: String(error)}),
      );
    });
    child.on('exit', code => {
      clearTimeout(limit);
      reject(new Error(`the load process ended with ${code}`));
    });
    send({job});
  });
}

/** A fresh server, one piece of work, one row. */
async function measure(scenario: string, kind: ServerKind, rep: number, work: Work): Promise<Row> {
  const othersPct = await waitForQuiet(Number(options.patience));
  console.log(
    `${scenario} ${kind.name} #${rep}${othersPct > 8 ? ` (others use ${othersPct} % of a core)` : ''}`,
  );
  const began = Date.now();
  const head = {scenario, server: kind.name, rep};
  let server: RunningServer | undefined;
  try {
    server = await RunningServer.start(kind, RESULTS, options.profile);
    const figures = await work(server);
    return {...head, figures: {...figures, tookSeconds: round((Date.now() - began) / 1000)}};
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.log(`   FAILED ${reason}`);
    return {...head, failure: reason.split('\n').slice(0, 2).join(' ')};
  } finally {
    await server?.dispose();
  }
}

/** One scenario against one server, in a load process of its own. */
function scenarioWork(scenario: Scenario, effort: Effort): Work {
  return server => {
    const {wire, entry, keeps} = server.kind;
    const {port, pid} = server;
    const job = {scenario: scenario.id, wire, entry, keeps, port, pid, adminToken: ADMIN_TOKEN, effort};
    return load(server, job, scenario.roams === true);
  };
}

function chosen<T>(all: readonly T[], names: string | undefined, nameOf: (one: T) => string): T[] {
  if (names === undefined) return [...all];
  return names.split(',').map(name => {
    const found = all.find(one => nameOf(one) === name);
    if (!found) throw new Error(`no ${name}; there are ${all.map(nameOf).join(', ')}`);
    return found;
  });
}

const KEEPS = ['nothing', 'memory', 'disk'];

/** Whether a scenario says anything about a server. */
function says({needs}: Scenario, kind: ServerKind): boolean {
  if (needs === 'compartments') return kind === GOLDTHREAD;
  return KEEPS.indexOf(kind.keeps) >= KEEPS.indexOf(needs);
}

/** Every chosen scenario on every chosen server that it says something about. */
async function runScenarios(servers: readonly ServerKind[], done: (row: Row) => void): Promise<void> {
  const sustained = new Map<string, number>();
  for (const scenario of chosen(SCENARIOS, options.scenarios, one => one.id)) {
    const reps = scenario.repeats && !options.quick ? Number(options.reps) : 1;
    for (let rep = 1; rep <= reps; rep++) {
      for (const kind of servers) {
        if (!says(scenario, kind)) continue;
        const firstRooms = Math.round((sustained.get(kind.name) ?? 0) * 0.7);
        const mostRooms = Number(options['most-rooms']);
        const effort = {quick: options.quick, rep, firstRooms, mostRooms};
        const row = await measure(scenario.id, kind, rep, scenarioWork(scenario, effort));
        const rooms = row.figures?.rooms;
        if (typeof rooms === 'number') sustained.set(kind.name, rooms);
        done(row);
      }
    }
  }
}

/** Opening and typing in Chromium, in rounds that take turns between the sizes of plan. */
async function runBrowser(done: (row: Row) => void): Promise<void> {
  const {measureFirstStroke} = await import('./browser/first-stroke.ts');
  const {measureOpening} = await import('./browser/opening.ts');
  const {measureTyping} = await import('./browser/typing.ts');
  const rounds = options.quick ? 1 : Number(options.reps);
  for (let rep = 1; rep <= rounds; rep++) {
    done(await measure('stroke', GOLDTHREAD, rep, measureFirstStroke));
    done(await measure('opening', GOLDTHREAD, rep, measureOpening));
    for (const pages of [60, 300]) {
      done(
        await measure(`typing${pages}`, GOLDTHREAD, rep, server =>
          measureTyping(server, pages, options.profile),
        ),
      );
    }
  }
}

async function main(): Promise<void> {
  if (options.first) goFirst();
  mkdirSync(RESULTS, {recursive: true});
  const file = join(RESULTS, `${new Date().toISOString().replaceAll(':', '-').slice(0, 19)}.jsonl`);
  const known = [...OURS, ...OTHERS];
  const standard = (options.peers ? known : OURS).map(kind => kind.name).join(',');
  const servers = chosen(known, options.servers ?? standard, kind => kind.name);
  for (const kind of servers) installPeer(kind);
  const rows: Row[] = [];
  const done = (row: Row): void => {
    rows.push(row);
    appendFileSync(file, `${JSON.stringify(row)}\n`);
  };
  if (!options.browser || options.scenarios !== undefined) await runScenarios(servers, done);
  if (options.browser) await runBrowser(done);
  console.log(`\n${renderTables(rows)}\n\n${machineLine()}`);
  console.log(`JSON lines in ${relative(process.cwd(), file)}`);
  if (rows.some(row => row.failure !== undefined)) process.exitCode = 1;
}

await main();
