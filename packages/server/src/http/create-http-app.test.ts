import assert from 'node:assert/strict';
import {mkdtemp, mkdir, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test from 'node:test';
import {ADMIN, TestServer, personId, smallPlan} from '../testing/index.ts';
import {ROUTE_DOORS} from './doors.ts';

test('a field that nobody knows is refused by its name, in every body', async t => {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const plan = await server.importPlan(smallPlan());
  const {headers} = await server.signIn(plan.planId, personId(plan, 'esme'));
  const {headers: manager} = await server.signIn(plan.planId, personId(plan, 'anita'));
  const {headers: child} = await server.signIn(plan.planId, personId(plan, 'jory'));
  const bodies = ROUTE_DOORS.filter(
    ({method, path}) =>
      method !== 'GET' && method !== 'DELETE' && path.startsWith('/api') && !/(approve|undo)$/.test(path),
  );
  assert.ok(bodies.length >= 8);
  for (const {method, path, who} of bodies) {
    const url = path
      .replace(':plan', plan.planId)
      .replace(':id', personId(plan, 'temi'))
      .replace(':root', 'section:B');
    const isLeads = who.includes('lead') || who.includes('participant');
    const staff = who.includes('socialCareManager') ? manager : ADMIN;
    const as = isLeads ? headers : who.includes('child') ? child : staff;
    const answer = await server.send({method, url, headers: as, payload: {surprise: 1}});
    assert.equal(answer.statusCode, 400, path);
    assert.match(answer.json<{error: {message: string}}>().error.message, /surprise/, path);
  }
});

test('what is not JSON, is cut off or is too large is refused with its own code', async t => {
  const server = await TestServer.start({environment: {GOLDTHREAD_BODY_KB: '1', GOLDTHREAD_PLAN_KB: '2'}});
  t.after(() => server.stop());
  const send = async (url: string, payload: string, type: string) => {
    const headers = {...ADMIN, 'content-type': type};
    const answer = await server.send({method: 'POST', url, headers, payload});
    return [answer.statusCode, answer.json<{error: {code: string}}>().error.code];
  };
  assert.deepEqual(await send('/api/session', 'token=1', 'text/plain'), [415, 'NOT_JSON']);
  assert.deepEqual(await send('/api/session', '{"token', 'application/json'), [400, 'BAD_REQUEST']);
  assert.deepEqual(await send('/api/session', '', 'application/json'), [400, 'BAD_REQUEST']);
  const large = JSON.stringify({token: 'x'.repeat(1100)});
  assert.deepEqual(await send('/api/session', large, 'application/json'), [413, 'TOO_LARGE']);
  const largePlan = JSON.stringify({...smallPlan(), pad: 'x'.repeat(2100)});
  assert.deepEqual(await send('/api/plans', largePlan, 'application/json'), [413, 'TOO_LARGE']);
});

test('a plan file that is wrong is refused with the place and the thing', async t => {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const payload = {...smallPlan(), stage: 'finished'};
  const answer = await server.send({method: 'POST', url: '/api/plans', headers: ADMIN, payload});
  assert.equal(answer.statusCode, 400);
  assert.match(answer.json<{error: {message: string}}>().error.message, /stage must be one of "assessment"/);
  assert.deepEqual(await server.server.http.storage.plans(), []);
});

test('who asks too often is told to wait, and the administrator never is', async t => {
  const server = await TestServer.start({environment: {GOLDTHREAD_REQUESTS_PER_MINUTE: '5'}});
  t.after(() => server.stop());
  const statuses: number[] = [];
  for (let turn = 0; turn < 7; turn++) {
    statuses.push((await server.send({method: 'GET', url: '/api/session'})).statusCode);
    await server.send({method: 'GET', url: '/metrics', headers: ADMIN});
  }
  assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429, 429]);
  assert.equal((await server.send({method: 'GET', url: '/healthz'})).statusCode, 200);
});

test('one person’s requests do not use up another’s', async t => {
  const server = await TestServer.start({environment: {GOLDTHREAD_REQUESTS_PER_MINUTE: '5'}});
  t.after(() => server.stop());
  const plan = await server.importPlan(smallPlan());
  const temi = await server.signIn(plan.planId, personId(plan, 'temi'));
  const callum = await server.signIn(plan.planId, personId(plan, 'callum'));
  const ask = async (headers: {authorization: string}) =>
    (await server.send({method: 'GET', url: '/api/session', headers})).statusCode;
  for (let turn = 0; turn < 5; turn++) await ask(temi.headers);
  assert.deepEqual([await ask(temi.headers), await ask(callum.headers)], [429, 200]);
});

test('the interface is described: every door, and no reference that leads nowhere', async t => {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const answer = await server.send({method: 'GET', url: '/api/openapi.json'});
  const described = answer.json<{
    openapi: string;
    paths: Record<string, Record<string, {responses: object}>>;
  }>();
  assert.equal(described.openapi, '3.1.0');
  for (const {method, path} of ROUTE_DOORS.filter(one => one.path.startsWith('/api/plans'))) {
    const operation = described.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
    assert.ok(operation, `${method} ${path}`);
    assert.ok('404' in operation.responses || '401' in operation.responses, path);
  }
  for (const [, pointer] of answer.body.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const target = pointer
      ?.split('/')
      .reduce<unknown>(
        (node, step) => (node as Record<string, unknown> | undefined)?.[decodeURIComponent(step)],
        described,
      );
    assert.ok(target !== undefined, `#/${pointer ?? ''}`);
  }
});

test('the numbers are for the administrator, and name nobody', async t => {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const plan = await server.importPlan(smallPlan());
  assert.equal((await server.send({method: 'GET', url: '/metrics'})).statusCode, 401);
  const {body, headers} = await server.send({method: 'GET', url: '/metrics', headers: ADMIN});
  assert.match(String(headers['content-type']), /^text\/plain; version=0\.0\.4/);
  assert.match(body, /goldthread_http_requests_total\{code="201"\} 1/);
  assert.ok(!body.includes(plan.planId) && !body.includes('Jory'));
});

test('the log of everything that was asked holds no name, no plan text, no token and no address with an id', async t => {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const plan = await server.importPlan(smallPlan());
  const {headers, token} = await server.signIn(plan.planId, personId(plan, 'esme'));
  for (const {method, path} of ROUTE_DOORS) {
    const url = path
      .replace(':plan', plan.planId)
      .replace(':id', personId(plan, 'temi'))
      .replace('*', 'red-train');
    await server.send({method, url, headers, payload: {token: 'secret-token', text: 'red train'}});
  }
  const log = server.log.join('\n');
  assert.match(log, /"route":"\/api\/plans\/:plan"/);
  for (const word of [
    'Jory',
    'Temi',
    'Esme',
    'red train',
    'red-train',
    token,
    'secret-token',
    'admin-token',
    '/api/plans/' + plan.planId,
  ]) {
    assert.ok(!log.includes(word), word);
  }
});

test('pages may load nothing from elsewhere, run nothing written into them, and be framed by nobody', async t => {
  const pagesFolder = await mkdtemp(join(tmpdir(), 'goldthread-pages-'));
  await mkdir(join(pagesFolder, 'assets'));
  for (const name of ['index.html', 'join.html', 'plan.html', 'assets/plan-abc.js']) {
    await writeFile(join(pagesFolder, name), `<p>${name}</p>`);
  }
  const server = await TestServer.start({pagesFolder});
  t.after(async () => {
    await server.stop();
    await rm(pagesFolder, {recursive: true});
  });
  const get = async (url: string) =>
    await server.send({method: 'GET', url, headers: {host: 'plans.example.org:8443'}});
  const page = await get('/plan/anything');
  assert.deepEqual([page.statusCode, page.body], [200, '<p>plan.html</p>']);
  const policy = String(page.headers['content-security-policy']);
  assert.match(policy, /default-src 'none';script-src 'self';style-src 'self'/);
  assert.match(policy, /connect-src 'self' ws:\/\/plans\.example\.org:8443;/);
  assert.match(policy, /frame-ancestors 'none'/);
  assert.doesNotMatch(policy, /unsafe/);
  assert.equal(page.headers['cache-control'], 'no-cache');
  assert.equal((await get('/')).body, '<p>index.html</p>');
  assert.equal((await get('/join')).body, '<p>join.html</p>');
  const asset = await get('/assets/plan-abc.js');
  assert.equal(asset.headers['cache-control'], 'public, max-age=31536000, immutable');
  assert.equal((await get('/assets/../../goldthread.db')).statusCode, 404);
  assert.equal((await get('/demo')).statusCode, 404, 'there is no demo unless it was asked for');
});
