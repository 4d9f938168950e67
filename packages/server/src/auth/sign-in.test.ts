import assert from 'node:assert/strict';
import test from 'node:test';
import {ADMIN, TestServer, personId, smallPlan} from '../testing/index.ts';
import {isSameSecret} from './secret-token.ts';
import {tokenAmongCookies} from './session-cookies.ts';

const HOUR = 3_600_000;

async function invited(
  server: TestServer,
  key: string,
): Promise<{token: string; planId: string; id: string}> {
  const plan = await server.importPlan(smallPlan());
  const id = personId(plan, key);
  const url = `/api/plans/${plan.planId}/invites`;
  const answer = await server.send({method: 'POST', url, headers: ADMIN, payload: {participantId: id}});
  assert.equal(answer.statusCode, 201);
  return {token: answer.json<{token: string}>().token, planId: plan.planId, id};
}

const signIn = async (server: TestServer, token: string, device?: string) =>
  await server.send({method: 'POST', url: '/api/session', payload: {token, ...(device && {device})}});

test('an invite signs one person in, once', async t => {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const {token, planId, id} = await invited(server, 'temi');
  const first = await signIn(server, token);
  assert.equal(first.statusCode, 200);
  const body = first.json<{sessionToken: string}>();
  assert.deepEqual(
    {...body, sessionToken: ''},
    {
      sessionToken: '',
      planId,
      participantId: id,
      device: 'shared',
      deviceKeyLimitHours: 12,
      role: 'parent',
    },
  );
  const second = await signIn(server, token);
  assert.deepEqual([second.statusCode, second.json().error.code], [404, 'LINK_STOPPED']);
});

test('two people who open one link at once are one session and one refusal', async t => {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const {token} = await invited(server, 'temi');
  const answers = await Promise.all([signIn(server, token), signIn(server, token)]);
  assert.deepEqual(answers.map(one => one.statusCode).sort(), [200, 404]);
});

test('an unknown, a used and an expired link answer with the same bytes', async t => {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const used = await invited(server, 'temi');
  await signIn(server, used.token);
  const old = await invited(server, 'temi');
  server.pass(7 * 24 * HOUR + 1);
  const bodies = [];
  for (const token of ['nobody', used.token, old.token]) {
    bodies.push((await signIn(server, token)).body);
    bodies.push((await server.send({method: 'POST', url: '/api/invites/look', payload: {token}})).body);
  }
  assert.equal(new Set(bodies).size, 1);
});

test('looking at a link says whom it is for and does not use it up', async t => {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const {token} = await invited(server, 'temi');
  const look = await server.send({method: 'POST', url: '/api/invites/look', payload: {token}});
  assert.deepEqual(look.json(), {forName: 'Temi Adeyemi', council: 'Marlshire County Council'});
  assert.equal((await signIn(server, token)).statusCode, 200);
});

test('the cookie bears the name of the person, is closed to scripts and other sites, and lasts on an own device', async t => {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const {token, id} = await invited(server, 'temi');
  const answer = await signIn(server, token, 'own');
  const cookie = String(answer.headers['set-cookie']);
  assert.ok(cookie.startsWith(`goldthread.${id}=`));
  assert.match(cookie, /; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict$/);
});

test('a shared device forgets the cookie when its browser closes', async t => {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const {token} = await invited(server, 'temi');
  const cookie = String((await signIn(server, token, 'shared')).headers['set-cookie']);
  assert.doesNotMatch(cookie, /Max-Age|Expires/);
});

test('behind https the cookie travels on https only', async t => {
  const server = await TestServer.start({environment: {GOLDTHREAD_PUBLIC_URL: 'https://plans.example.org'}});
  t.after(() => server.stop());
  const {token} = await invited(server, 'temi');
  assert.match(String((await signIn(server, token)).headers['set-cookie']), /; Secure/);
});

test('of two people signed in in one browser the page names one; naming none is nobody', () => {
  const cookies = {'goldthread.a': 'token-a', 'goldthread.b': 'token-b', other: 'x'};
  assert.equal(tokenAmongCookies(cookies, 'b'), 'token-b');
  assert.equal(tokenAmongCookies(cookies, undefined), undefined);
  assert.equal(tokenAmongCookies(cookies, 'c'), undefined);
  assert.equal(tokenAmongCookies({'goldthread.a': 'token-a'}, undefined), 'token-a');
});

test('two people in one browser each read as themselves', async t => {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const plan = await server.importPlan(smallPlan());
  const temi = await server.signIn(plan.planId, personId(plan, 'temi'));
  const callum = await server.signIn(plan.planId, personId(plan, 'callum'));
  const cookies = {
    [`goldthread.${temi.participantId}`]: temi.token,
    [`goldthread.${callum.participantId}`]: callum.token,
  };
  const as = async (headers: Record<string, string>) =>
    await server.send({method: 'GET', url: '/api/session', cookies, headers});
  assert.equal(
    (await as({'goldthread-participant': callum.participantId})).json().participantId,
    callum.participantId,
  );
  assert.equal(
    (await as({'goldthread-participant': temi.participantId})).json().participantId,
    temi.participantId,
  );
  assert.equal((await as({})).statusCode, 401);
  assert.equal((await as({authorization: 'Bearer nonsense'})).statusCode, 401);
});

test('a cookie is nobody when a page of another server sends it, even one on another port of this host', async t => {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const plan = await server.importPlan(smallPlan());
  const temi = await server.signIn(plan.planId, personId(plan, 'temi'));
  const cookies = {[`goldthread.${temi.participantId}`]: temi.token};
  const from = async (site: string) =>
    (await server.send({method: 'GET', url: '/api/session', cookies, headers: {'sec-fetch-site': site}}))
      .statusCode;
  assert.deepEqual(
    [await from('same-origin'), await from('none'), await from('same-site'), await from('cross-site')],
    [200, 200, 401, 401],
  );
});

test('signing out ends the session and nothing but the session', async t => {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const plan = await server.importPlan(smallPlan());
  const first = await server.signIn(plan.planId, personId(plan, 'temi'));
  const second = await server.signIn(plan.planId, personId(plan, 'temi'));
  const out = await server.send({method: 'DELETE', url: '/api/session', headers: first.headers});
  assert.equal(out.statusCode, 204);
  const after = async (headers: object) =>
    (await server.send({method: 'GET', url: '/api/session', headers: {...headers}})).statusCode;
  assert.deepEqual([await after(first.headers), await after(second.headers)], [401, 200]);
});

test('a session ends when it was left unused and when its time is over, however much it was used', async t => {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const plan = await server.importPlan(smallPlan());
  const person = await server.signIn(plan.planId, personId(plan, 'temi'));
  const status = async () =>
    (await server.send({method: 'GET', url: '/api/session', headers: person.headers})).statusCode;
  for (let half = 0; half < 11; half++) {
    server.pass(HOUR);
    assert.equal(await status(), 200);
  }
  server.pass(HOUR + 1);
  assert.equal(await status(), 401, 'twelve hours of use are the end on a shared device');
  const other = await server.signIn(plan.planId, personId(plan, 'temi'));
  server.pass(2 * HOUR + 1);
  const idle = await server.send({method: 'GET', url: '/api/session', headers: other.headers});
  assert.equal(idle.statusCode, 401, 'two hours without use are the end');
});

test('a secret equals only itself', () => {
  assert.equal(isSameSecret('a'.repeat(32), 'a'.repeat(32)), true);
  assert.equal(isSameSecret('a'.repeat(32), 'a'.repeat(31)), false);
  assert.equal(isSameSecret('', 'a'), false);
});
