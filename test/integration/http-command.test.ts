import assert from 'node:assert/strict';
import {spawn, type ChildProcess} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test from 'node:test';
import {fileURLToPath} from 'node:url';

const MAIN = fileURLToPath(new URL('../../packages/server/src/main.ts', import.meta.url));

interface Run {
  readonly process: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
  /** Resolves once the server says that it is ready, or has ended. */
  readonly ready: Promise<void>;
}

function run(args: readonly string[], environment: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: {PATH: process.env['PATH'], ...environment},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  const ended = new Promise<number | null>(resolve => child.on('close', resolve));
  const ready = new Promise<void>(resolve => {
    child.stdout.on('data', (data: Buffer) => {
      out += data.toString();
      if (out.includes('is ready on')) resolve();
    });
    void ended.then(() => {
      resolve();
    });
  });
  child.stderr.on('data', (data: Buffer) => {
    err += data.toString();
  });
  return {process: child, out: () => out, err: () => err, ended, ready};
}

async function folder(t: test.TestContext): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'goldthread-'));
  t.after(async () => {
    await rm(path, {recursive: true});
  });
  // The master key comes to lie beside the data folder, so that one stands in the other.
  return join(path, 'data');
}

function serve(t: test.TestContext, data: string, ...more: string[]): Run {
  const server = run(['serve', '--data', data, '--port', '0', '--host', '127.0.0.1', ...more]);
  t.after(() => server.process.kill('SIGKILL'));
  return server;
}

const addressOf = (server: Run): string => /ready on (\S+)/.exec(server.out())?.[1] ?? '';
const linksOf = (server: Run): string[] => [...server.out().matchAll(/join#(\S+)/g)].map(one => one[1] ?? '');

async function post(url: string, body: object): Promise<[number, Record<string, unknown>]> {
  const headers = {'content-type': 'application/json'};
  const answer = await fetch(url, {method: 'POST', headers, body: JSON.stringify(body)});
  // Every answer of this server to a script is a JSON object.
  return [answer.status, (await answer.json()) as Record<string, unknown>];
}

test('a wrong setting stops the start with one sentence that names it, and exit code 2', async () => {
  const server = run(['serve'], {PORT: 'eighty'});
  assert.deepEqual(
    [await server.ended, server.err()],
    [2, 'goldthread: PORT must be a port number from 0 to 65535.\n'],
  );
});

test('a wrong limit of the sockets stops the start in the same way', async () => {
  const server = run(['serve'], {GOLDTHREAD_SYNC_MESSAGE_BYTES: 'much'});
  assert.equal(await server.ended, 2);
  assert.equal(server.err(), 'goldthread: GOLDTHREAD_SYNC_MESSAGE_BYTES must be a number above 0.\n');
});

test('an unknown command is answered with one sentence and exit code 2', async () => {
  const server = run(['sevre']);
  assert.deepEqual(
    [await server.ended, server.err()],
    [2, 'goldthread: There is no command "sevre". Use serve, verify, backup, restore or schema.\n'],
  );
});

test('schema prints the published JSON Schema and nothing else', async () => {
  const schema = run(['schema']);
  assert.equal(await schema.ended, 0);
  assert.equal(JSON.parse(schema.out()).title, 'Goldthread plan');
});

test('the demo prints a link for each of the thirty people, and a link opens the plan of its person', async t => {
  const data = await folder(t);
  const server = serve(t, data, '--demo');
  await server.ready;
  const links = linksOf(server);
  assert.equal(links.length, 30);
  assert.equal(new Set(links).size, 30);
  const [status, session] = await post(`${addressOf(server)}/api/session`, {token: links[1]});
  assert.equal(status, 200);
  const people = await fetch(`${addressOf(server)}/api/plans/${String(session['planId'])}/people`, {
    headers: {authorization: `Bearer ${String(session['sessionToken'])}`},
  });
  const body = (await people.json()) as {people: {name: string; isMe: boolean}[]};
  assert.equal(body.people.find(one => one.isMe)?.name, 'Temi Adeyemi');
});

test('after SIGKILL the demo starts again with the same plans, the old session and new links', async t => {
  const data = await folder(t);
  const first = serve(t, data, '--demo');
  await first.ready;
  const [, session] = await post(`${addressOf(first)}/api/session`, {token: linksOf(first)[1]});
  first.process.kill('SIGKILL');
  await first.ended;
  const second = serve(t, data, '--demo');
  await second.ready;
  assert.equal(linksOf(second).length, 30);
  assert.deepEqual(
    linksOf(second).filter(link => linksOf(first).includes(link)),
    [],
  );
  const plan = await fetch(`${addressOf(second)}/api/plans/${String(session['planId'])}`, {
    headers: {authorization: `Bearer ${String(session['sessionToken'])}`},
  });
  assert.equal(plan.status, 200);
});

test('the start page of the demo gives a link for anybody, but not to a page from elsewhere', async t => {
  const server = serve(t, await folder(t), '--demo');
  await server.ready;
  const address = addressOf(server);
  const listed = await fetch(`${address}/demo/people`);
  const {plans} = (await listed.json()) as {plans: {people: {id: string; name: string}[]}[]};
  assert.deepEqual(
    plans.map(one => one.people.length),
    [14, 16],
  );
  const participantId = plans[0]?.people[0]?.id;
  const [status, opened] = await post(`${address}/demo/open`, {participantId});
  assert.equal(status, 200);
  const token = String(opened['url']).split('#')[1];
  assert.equal((await post(`${address}/api/session`, {token}))[0], 200);
  const forwarded = await fetch(`${address}/demo/people`, {headers: {'x-forwarded-for': '192.0.2.1'}});
  assert.equal(forwarded.status, 404);
});

test('SIGTERM ends the server with exit code 0', async t => {
  const server = serve(t, await folder(t));
  await server.ready;
  server.process.kill('SIGTERM');
  assert.equal(await server.ended, 0);
});

test('a taken port is said in one sentence', async t => {
  const first = serve(t, await folder(t));
  await first.ready;
  const port = new URL(addressOf(first)).port;
  const second = run(['serve', '--data', await folder(t), '--port', port, '--host', '127.0.0.1']);
  assert.equal(await second.ended, 1);
  assert.equal(
    second.err(),
    'goldthread: The port is taken by another program. Choose another with --port.\n',
  );
});
