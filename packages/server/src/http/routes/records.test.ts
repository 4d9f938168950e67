import assert from 'node:assert/strict';
import test from 'node:test';
import {SCHEMA_VERSION} from '@goldthread/schema/prosemirror';
import {ADMIN, TestServer, personId, smallPlan, type ImportedForTest} from '../../testing/index.ts';

interface Stand {
  readonly server: TestServer;
  readonly plan: ImportedForTest;
  /** Sends as somebody and gives status and body. */
  as(
    key: string,
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    payload?: object,
  ): Promise<[number, Answer]>;
}

interface Answer {
  readonly error?: {readonly code: string; readonly message: string};
  readonly [field: string]: unknown;
}

async function stand(t: {after(task: () => Promise<void>): void}): Promise<Stand> {
  const server = await TestServer.start();
  t.after(async () => {
    await server.stop();
  });
  const plan = await server.importPlan(smallPlan());
  return {
    server,
    plan,
    async as(key, method, path, payload) {
      const headers =
        key === 'admin' ? ADMIN : (await server.signIn(plan.planId, personId(plan, key))).headers;
      const url = `/api/plans/${plan.planId}${path}`;
      const answer = await server.send({method, url, headers, ...(payload && {payload})});
      return [answer.statusCode, answer.json<Answer>()];
    },
  };
}

const accessOf = (answer: Answer, kind: string): unknown =>
  (answer as unknown as {kind: string; access: string}[]).find(one => one.kind === kind)?.access;

test('the lead, the SEND officer and the administrator move the plan on, and only in order', async t => {
  const {as} = await stand(t);
  assert.deepEqual(await as('marcus', 'PATCH', '', {stage: 'draftServed'}), [200, {stage: 'draftServed'}]);
  assert.deepEqual(await as('esme', 'PATCH', '', {stage: 'final'}), [200, {stage: 'final'}]);
  const [status, body] = await as('admin', 'PATCH', '', {stage: 'draftServed'});
  assert.deepEqual([status, body.error?.code], [409, 'STAGE_ORDER']);
  assert.equal((await as('temi', 'PATCH', '', {stage: 'amending'}))[0], 404);
});

test('in a final plan nobody writes the statutory text, and its stage is told to everyone', async t => {
  const {as} = await stand(t);
  assert.equal(accessOf((await as('callum', 'GET', '/compartments'))[1], 'shared'), 'write');
  await as('marcus', 'PATCH', '', {stage: 'draftServed'});
  await as('marcus', 'PATCH', '', {stage: 'final'});
  assert.equal(accessOf((await as('marcus', 'GET', '/compartments'))[1], 'shared'), 'read');
  assert.equal((await as('temi', 'GET', '/people'))[1]['stage'], 'final');
});

test('the lead opens and closes a section for the family, and no other part of the plan', async t => {
  const {as} = await stand(t);
  const path = '/sections/section:B';
  const closed = {root: 'section:B', openForCoWriting: false};
  assert.deepEqual(await as('esme', 'PATCH', path, {openForCoWriting: false}), [200, closed]);
  assert.equal((await as('esme', 'PATCH', path, {openForCoWriting: null}))[1]['openForCoWriting'], null);
  assert.equal((await as('esme', 'PATCH', '/sections/house:good', {openForCoWriting: true}))[0], 404);
  assert.equal((await as('esme', 'PATCH', '/sections/section:I', {openForCoWriting: true}))[0], 404);
  assert.equal((await as('temi', 'PATCH', path, {openForCoWriting: true}))[0], 404);
});

test('ending somebody’s access acts at once', async t => {
  const {server, plan, as} = await stand(t);
  const callum = await server.signIn(plan.planId, personId(plan, 'callum'));
  const [status, body] = await as('esme', 'PATCH', `/participants/${callum.participantId}`, {
    accessEnds: '2020-01-01T00:00:00Z',
  });
  assert.deepEqual([status, body['accessEnds'], body['pending']], [200, '2020-01-01T00:00:00.000Z', null]);
  const after = await server.send({method: 'GET', url: `/api/plans/${plan.planId}`, headers: callum.headers});
  assert.equal(after.statusCode, 401);
  const [, people] = await as('temi', 'GET', '/people');
  assert.ok(!JSON.stringify(people).includes('Callum'));
});

test('an access that ends later ends by itself', async t => {
  const {server, plan, as} = await stand(t);
  const callum = await server.signIn(plan.planId, personId(plan, 'callum'));
  const soon = new Date(Date.now() + 60_000).toISOString();
  await as('esme', 'PATCH', `/participants/${callum.participantId}`, {accessEnds: soon});
  const read = async () =>
    (await server.send({method: 'GET', url: `/api/plans/${plan.planId}`, headers: callum.headers}))
      .statusCode;
  assert.equal(await read(), 200);
  server.pass(61_000);
  assert.equal(await read(), 401);
});

test('a role that may write more waits for a second person, who is neither the asker nor the person', async t => {
  const {plan, as} = await stand(t);
  const path = `/participants/${personId(plan, 'temi')}`;
  const [status, body] = await as('esme', 'PATCH', path, {role: 'keyworker'});
  assert.deepEqual([status, body['role'], body['pending']], [202, 'parent', {role: 'keyworker'}]);
  const [own, refusal] = await as('esme', 'POST', `${path}/approve`);
  assert.deepEqual([own, refusal.error?.code], [409, 'NEEDS_SECOND_PERSON']);
  assert.equal((await as('temi', 'POST', `${path}/approve`))[0], 404);
  const [approved, after] = await as('anita', 'POST', `${path}/approve`);
  assert.deepEqual([approved, after['role'], after['pending']], [200, 'keyworker', null]);
  assert.equal((await as('anita', 'POST', `${path}/approve`))[0], 404, 'once');
});

test('a session that nobody confirmed approves nothing, since whoever asked could have opened its link', async t => {
  const {server, plan, as} = await stand(t);
  const path = `/participants/${personId(plan, 'temi')}`;
  await as('esme', 'PATCH', path, {role: 'keyworker'});
  const {headers} = await server.signIn(plan.planId, personId(plan, 'anita'), false);
  const url = `/api/plans/${plan.planId}${path}/approve`;
  const answer = await server.send({method: 'POST', url, headers});
  assert.deepEqual([answer.statusCode, answer.json<Answer>().error?.code], [409, 'NOT_CONFIRMED']);
  assert.equal((await as('anita', 'POST', `${path}/approve`))[0], 200);
});

test('a role that opens another door waits for a second person, though it writes nowhere else', async t => {
  const {plan, as} = await stand(t);
  const path = `/participants/${personId(plan, 'esme')}`;
  const [status, body] = await as('esme', 'PATCH', path, {role: 'socialCareManager'});
  assert.deepEqual([status, body['role'], body['pending']], [202, 'keyworker', {role: 'socialCareManager'}]);
});

test('a role that may write less acts at once and takes back a request that waited', async t => {
  const {plan, as} = await stand(t);
  const path = `/participants/${personId(plan, 'temi')}`;
  await as('esme', 'PATCH', path, {role: 'keyworker'});
  const [status, body] = await as('esme', 'PATCH', path, {role: 'family'});
  assert.deepEqual([status, body['role'], body['pending']], [200, 'family', null]);
  assert.equal((await as('anita', 'POST', `${path}/approve`))[0], 404);
});

test('giving the access of an ended person back waits for a second person too', async t => {
  const {plan, as} = await stand(t);
  const path = `/participants/${personId(plan, 'callum')}`;
  await as('esme', 'PATCH', path, {accessEnds: '2020-01-01T00:00:00Z'});
  const [status, body] = await as('esme', 'PATCH', path, {accessEnds: null});
  assert.deepEqual(
    [status, body['accessEnds'], body['pending']],
    [202, '2020-01-01T00:00:00.000Z', {accessEnds: null}],
  );
});

test('a lead may not issue a link that is confirmed from the start', async t => {
  const {plan, as} = await stand(t);
  const participantId = personId(plan, 'temi');
  const [status, body] = await as('esme', 'POST', '/invites', {participantId, confirmed: true});
  assert.deepEqual([status, body.error?.code], [422, 'CONFIRMED_NOT_ALLOWED']);
  const [plain, invite] = await as('esme', 'POST', '/invites', {participantId});
  assert.equal(plain, 201);
  assert.match(String(invite['url']), /^http:\/\/127\.0\.0\.1:\d+\/join#[A-Za-z0-9_-]{43}$/);
});

test('a session that nobody confirmed does not receive a withheld document, though its person may', async t => {
  const {server, plan} = await stand(t);
  const kinds = async (confirmed: boolean) => {
    const {headers} = await server.signIn(plan.planId, personId(plan, 'temi'), confirmed);
    const url = `/api/plans/${plan.planId}/compartments`;
    const answer = await server.send({method: 'GET', url, headers});
    return answer.json<{kind: string}[]>().map(one => one.kind);
  };
  assert.deepEqual(await kinds(true), ['shared', 'voice', 'withheld']);
  assert.deepEqual(await kinds(false), ['shared', 'voice']);
});

test('a reader of a withheld document is told who else receives it, and no other document says', async t => {
  const {server, plan} = await stand(t);
  const audiences = async (key: string) => {
    const {headers} = await server.signIn(plan.planId, personId(plan, key));
    const url = `/api/plans/${plan.planId}/compartments`;
    const answer = await server.send({method: 'GET', url, headers});
    return answer.json<{kind: string; audience?: string[]}[]>().map(one => [one.kind, one.audience]);
  };
  const [shared, voice, withheld] = await audiences('temi');
  assert.deepEqual(
    [shared, voice],
    [
      ['shared', undefined],
      ['voice', undefined],
    ],
  );
  assert.ok(withheld?.[1]?.includes(personId(plan, 'temi')));
  assert.deepEqual(await audiences('marcus'), [
    ['shared', undefined],
    ['voice', undefined],
  ]);
});

test('a ticket names a client id that was never given out before', async t => {
  const {server, plan} = await stand(t);
  const {headers} = await server.signIn(plan.planId, personId(plan, 'temi'));
  const compartments = await server.send({
    method: 'GET',
    url: `/api/plans/${plan.planId}/compartments`,
    headers,
  });
  const [first] = compartments.json<{id: string}[]>();
  const cids = new Set<number>();
  for (let turn = 0; turn < 20; turn++) {
    const url = `/api/plans/${plan.planId}/tickets`;
    const answer = await server.send({method: 'POST', url, headers, payload: {compartmentId: first?.id}});
    assert.equal(answer.statusCode, 201);
    const ticket = answer.json<{cid: number; path: string; epoch: number; schemaVersion: number}>();
    assert.equal(ticket.path, `/sync/${plan.planId}/${first?.id ?? ''}`);
    assert.deepEqual([ticket.epoch, ticket.schemaVersion], [1, SCHEMA_VERSION]);
    assert.ok(Number.isInteger(ticket.cid) && ticket.cid >= 65_536 && ticket.cid < 2 ** 32);
    cids.add(ticket.cid);
  }
  assert.equal(cids.size, 20);
});
