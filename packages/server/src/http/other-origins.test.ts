import assert from 'node:assert/strict';
import {once} from 'node:events';
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import type {IncomingMessage} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {WebSocket} from 'ws';
import {TestServer, personId, smallPlan} from '../testing/index.ts';
import {mayOpenSocket} from './other-origins.ts';

const LISTED = 'https://records.example';
const STRANGE = 'https://elsewhere.example';

async function serverFor(t: TestContext, origins: string): Promise<TestServer> {
  const pagesFolder = await mkdtemp(join(tmpdir(), 'goldthread-pages-'));
  await mkdir(join(pagesFolder, 'embed'));
  await writeFile(join(pagesFolder, 'embed/goldthread.js'), 'export {};');
  await writeFile(join(pagesFolder, 'plan.html'), '<p>plan</p>');
  const server = await TestServer.start({pagesFolder, environment: {GOLDTHREAD_EMBED_ORIGINS: origins}});
  t.after(async () => {
    await server.stop();
    await rm(pagesFolder, {recursive: true});
  });
  return server;
}

/** What a server lets the pages of an origin read at an address; undefined is nothing. */
async function readableBy(server: TestServer, origin: string, url: string): Promise<unknown> {
  const answer = await server.send({method: 'GET', url, headers: {origin}});
  assert.equal(answer.headers['access-control-allow-credentials'], undefined);
  return answer.headers['access-control-allow-origin'];
}

test('pages of a listed origin may read the elements and the interface, and nothing else', async t => {
  const server = await serverFor(t, LISTED);
  for (const url of [
    '/embed/goldthread.js',
    '/api/session',
    '/api/plans/AAAAAAAAAAAAAAAAAAAAAA',
    '/assets/x.js',
  ])
    assert.equal(await readableBy(server, LISTED, url), LISTED, url);
  for (const url of ['/', '/plan/x', '/demo/people', '/metrics', '/healthz', '/service-worker.js', '/apis/'])
    assert.equal(await readableBy(server, LISTED, url), undefined, url);
});

test('pages of an origin that is not listed may read nothing', async t => {
  const listing = await serverFor(t, LISTED);
  const closed = await serverFor(t, '');
  for (const server of [listing, closed]) {
    for (const origin of [
      STRANGE,
      'null',
      `${LISTED}:8443`,
      `${LISTED}.evil.example`,
      'http://records.example',
    ])
      for (const url of ['/embed/goldthread.js', '/api/session'])
        assert.equal(await readableBy(server, origin, url), undefined, `${origin} ${url}`);
  }
});

test('an answer that differs by origin says so to caches', async t => {
  const server = await serverFor(t, LISTED);
  for (const origin of [LISTED, STRANGE]) {
    const answer = await server.send({method: 'GET', url: '/embed/goldthread.js', headers: {origin}});
    assert.equal(answer.headers.vary, 'Origin');
    assert.equal(answer.headers['cross-origin-resource-policy'], 'same-origin');
  }
});

test('the question before a request is answered to listed origins alone, with the headers that are needed', async t => {
  const server = await serverFor(t, LISTED);
  const ask = async (origin: string, url = '/api/plans/AAAAAAAAAAAAAAAAAAAAAA/tickets') =>
    await server.send({
      method: 'OPTIONS',
      url,
      headers: {origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-other'},
    });
  const listed = await ask(LISTED);
  assert.equal(listed.statusCode, 204);
  assert.equal(listed.headers['access-control-allow-origin'], LISTED);
  assert.equal(
    listed.headers['access-control-allow-headers'],
    'authorization, content-type, goldthread-participant',
  );
  assert.equal(listed.headers['access-control-allow-credentials'], undefined);
  for (const other of [await ask(STRANGE), await ask(LISTED, '/demo/open')]) {
    assert.equal(other.statusCode, 404);
    assert.equal(other.headers['access-control-allow-origin'], undefined);
    assert.equal(other.headers['access-control-allow-methods'], undefined);
  }
});

test('a page of this server, of its public address or of a listed origin may open a socket, and a program', () => {
  const may = (origin: string | undefined, host = 'plan.example') =>
    mayOpenSocket(origin === undefined ? {host} : {origin, host}, [LISTED], 'https://plan.example');
  assert.equal(may(undefined), true);
  assert.equal(may('https://plan.example'), true);
  assert.equal(may('https://plan.example', '10.0.0.4:8080'), true);
  assert.equal(may('http://10.0.0.4:8080', '10.0.0.4:8080'), true);
  assert.equal(may(LISTED), true);
  for (const origin of [
    STRANGE,
    'null',
    '',
    'https://plan.example.evil.example',
    'https://plan.example:8443',
  ])
    assert.equal(may(origin), false, origin);
});

test('the socket of another page gets the same bytes as one that leads nowhere', async t => {
  const server = await serverFor(t, LISTED);
  const address = (await server.server.listen()).replace('http', 'ws');
  const plan = await server.importPlan(smallPlan());
  const {headers} = await server.signIn(plan.planId, personId(plan, 'esme'));
  const compartments = await server.send({url: `/api/plans/${plan.planId}/compartments`, headers});
  const compartmentId = compartments.json<{id: string}[]>()[0]?.id ?? '';
  const url = `/api/plans/${plan.planId}/tickets`;
  const issued = await server.send({method: 'POST', url, headers, payload: {compartmentId}});
  const {ticket, cid} = issued.json<{ticket: string; cid: number}>();
  const good = `${address}/sync/${plan.planId}/${compartmentId}?ticket=${ticket}&cid=${cid}`;
  const outcome = async (to: string, origin: string | undefined): Promise<string> => {
    const socket = new WebSocket(to, origin === undefined ? {} : {origin});
    const refused = once(socket, 'unexpected-response').then(async ([, response]) => {
      const answer = response as IncomingMessage;
      return `${answer.statusCode} ${(await answer.toArray()).join('')}`;
    });
    const result = await Promise.race([once(socket, 'open').then(() => 'open'), refused]);
    socket.on('error', () => undefined);
    socket.terminate();
    return result;
  };
  for (const origin of [undefined, LISTED, address.replace('ws', 'http')])
    assert.equal(await outcome(good, origin), 'open', origin);
  const nowhere = await outcome(good.replace(ticket, 'x'), undefined);
  assert.match(nowhere, /^404 /);
  assert.equal(await outcome(good, STRANGE), nowhere);
  assert.equal(await outcome(good, 'null'), nowhere);
});
