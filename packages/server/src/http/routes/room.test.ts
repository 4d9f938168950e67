import assert from 'node:assert/strict';
import test from 'node:test';
import type {LightMyRequestResponse} from 'fastify';
import {
  TestServer,
  personId,
  smallPlan,
  type ImportedForTest,
  type SignedInPerson,
} from '../../testing/index.ts';

const HOUR = 3_600_000;

interface Stand {
  readonly server: TestServer;
  readonly plan: ImportedForTest;
  id(key: string): string;
  signIn(key: string, confirmed?: boolean): Promise<SignedInPerson['headers']>;
  get(headers: Headers, path: string): Promise<LightMyRequestResponse>;
  /** Opens or narrows a room. */
  room(headers: Headers, present: readonly string[], others?: boolean): Promise<LightMyRequestResponse>;
  /** A new room's headers. */
  open(headers: Headers, present: readonly string[], others?: boolean): Promise<Headers>;
}

type Headers = SignedInPerson['headers'];

async function stand(t: {after(task: () => Promise<void>): void}): Promise<Stand> {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const plan = await server.importPlan(smallPlan());
  const {storage} = server.server.http;
  const id = (key: string) => personId(plan, key);
  // Ids of this server's own answers.
  const [shared] = await storage.compartments(plan.planId as Parameters<typeof storage.compartments>[0]);
  assert.ok(shared);
  const audience = ['esme', 'temi', 'bronagh'].map(id) as unknown as NonNullable<typeof shared.audience>;
  await storage.addCompartment({
    ...shared,
    id: 'W'.repeat(22) as typeof shared.id,
    kind: 'withheld',
    audience,
  });
  const url = `/api/plans/${plan.planId}`;
  const room: Stand['room'] = async (headers, present, others) =>
    await server.send({
      method: 'POST',
      url: `${url}/room`,
      headers,
      payload: {present: present.map(key => (key.length > 20 ? key : id(key))), ...(others && {others})},
    });
  return {
    server,
    plan,
    id,
    room,
    signIn: async (key, confirmed) => (await server.signIn(plan.planId, id(key), confirmed)).headers,
    get: async (headers, path) => await server.send({method: 'GET', url: `${url}${path}`, headers}),
    async open(headers, present, others) {
      const answer = await room(headers, present, others);
      assert.equal(answer.statusCode, 201, answer.body);
      return {authorization: `Bearer ${answer.json<{sessionToken: string}>().sessionToken}`};
    },
  };
}

const kindsOf = (answer: LightMyRequestResponse) => answer.json<{kind: string}[]>().map(({kind}) => kind);
const codeOf = (answer: LightMyRequestResponse) => [
  answer.statusCode,
  answer.json<{error?: {code: string}}>().error?.code,
];

test('a room receives what everybody in it receives', async t => {
  const {signIn, open, get} = await stand(t);
  const esme = await signIn('esme');
  const kinds = async (present: readonly string[], others?: boolean) =>
    kindsOf(await get(await open(esme, present, others), '/compartments'));
  assert.deepEqual(await kinds([]), ['shared', 'voice', 'withheld']);
  assert.deepEqual(await kinds(['temi', 'bronagh']), ['shared', 'voice', 'withheld']);
  assert.deepEqual(await kinds(['temi', 'callum']), ['shared', 'voice']);
  assert.deepEqual(await kinds(['temi'], true), ['shared', 'voice']);
});

test('a room is told of nobody who is hidden from somebody in it', async t => {
  const {signIn, open, get} = await stand(t);
  const esme = await signIn('esme');
  const tells = async (present: readonly string[], others?: boolean) => {
    const room = await open(esme, present, others);
    const [people, view] = [await get(room, '/people'), await get(room, '')];
    return [people.body.includes('Delphine'), view.body.includes('Delphine'), view.body.includes('refuge')];
  };
  assert.deepEqual(await tells(['temi']), [true, true, true]);
  assert.deepEqual(await tells(['callum']), [false, false, false]);
  assert.deepEqual(await tells([], true), [false, false, false]);
  assert.deepEqual(await tells(['callum', 'delphine']), [false, false, false]);
});

test('a session says what kind it is, and a room never names whom it may not know', async t => {
  const {server, signIn, open, id} = await stand(t);
  const look = async (headers: Headers) =>
    (await server.send({method: 'GET', url: '/api/session', headers})).json<Record<string, unknown>>();
  const esme = await signIn('esme');
  const own = await look(esme);
  assert.deepEqual([own['confirmed'], own['room'], own['device']], [true, null, 'shared']);
  const room = await look(await open(esme, ['callum', 'delphine'], true));
  assert.deepEqual(room['room'], {present: [id('callum'), id('esme')], others: true});
  assert.equal(room['participantId'], id('esme'));
  assert.equal((await look(await signIn('esme', false)))['confirmed'], false);
});

test('a late arrival narrows the room at once, and nothing widens it again', async t => {
  const {signIn, open, room, get, id} = await stand(t);
  const screen = await open(await signIn('esme'), ['temi']);
  const late = await room(screen, ['callum']);
  assert.deepEqual(late.json(), {present: [id('temi'), id('callum'), id('esme')], others: false});
  assert.equal(late.statusCode, 200);
  assert.deepEqual(kindsOf(await get(screen, '/compartments')), ['shared', 'voice']);
  await room(screen, []);
  await room(screen, ['temi']);
  assert.deepEqual(kindsOf(await get(screen, '/compartments')), ['shared', 'voice']);
  const stranger = await open(await signIn('esme'), ['temi']);
  await room(stranger, [], true);
  await room(stranger, [], false);
  assert.deepEqual(kindsOf(await get(stranger, '/compartments')), ['shared', 'voice']);
});

test('a room from a session that nobody confirmed is no more confirmed than that', async t => {
  const {signIn, open, get} = await stand(t);
  const screen = await open(await signIn('esme', false), ['temi']);
  assert.deepEqual(kindsOf(await get(screen, '/compartments')), ['shared', 'voice']);
});

test('somebody in the room whose access ends counts as somebody who is not on the plan', async t => {
  const {server, signIn, open, get, id} = await stand(t);
  const screen = await open(await signIn('esme'), ['temi']);
  const {storage} = server.server.http;
  await storage.changeAccess(id('temi') as Parameters<typeof storage.changeAccess>[0], {accessEndsAt: 1});
  assert.deepEqual(kindsOf(await get(screen, '/compartments')), ['shared', 'voice']);
  assert.ok(!(await get(screen, '/people')).body.includes('Delphine'));
});

test('who is unknown, hidden or gone cannot be ticked, with one answer', async t => {
  const {server, signIn, open, room, id} = await stand(t);
  const esme = await signIn('esme');
  const missing = await room(esme, ['A'.repeat(22)]);
  assert.deepEqual(codeOf(missing), [404, 'NOT_FOUND']);
  const {storage} = server.server.http;
  const screen = await open(esme, ['callum']);
  assert.equal((await room(screen, ['delphine'])).body, missing.body, 'not known to the room');
  await storage.changeAccess(id('marcus') as Parameters<typeof storage.changeAccess>[0], {accessEndsAt: 1});
  assert.equal((await room(esme, ['marcus'])).body, missing.body);
});

test('a screen of somebody hidden does not open before whom they are hidden from, and ends when such a person comes', async t => {
  const {server, signIn, open, room, id} = await stand(t);
  const {storage} = server.server.http;
  const people = await storage.participants(
    (await storage.plans())[0]?.id ?? ('' as Parameters<typeof storage.participants>[0]),
  );
  const bronagh = people.find(({key}) => key === 'bronagh');
  assert.ok(bronagh);
  await storage.putParticipant({
    ...bronagh,
    hiddenFrom: people.filter(({key}) => key === 'callum').map(one => one.id),
  });
  const headers = await signIn('bronagh');
  assert.deepEqual(codeOf(await room(headers, ['callum'])), [404, 'NOT_FOUND']);
  assert.deepEqual(codeOf(await room(headers, [], true)), [404, 'NOT_FOUND']);
  const screen = await open(headers, ['temi']);
  assert.deepEqual(codeOf(await room(screen, ['callum'])), [401, 'SIGNED_OUT']);
  assert.deepEqual(codeOf(await room(screen, [])), [401, 'SIGNED_OUT']);
  assert.ok(id('callum'));
});

test('the room commands nothing: what only its holder may do is done on another screen', async t => {
  const {server, plan, signIn, open, id} = await stand(t);
  const screen = await open(await signIn('esme'), ['temi']);
  const url = `/api/plans/${plan.planId}`;
  const send = async (method: 'POST' | 'PATCH', path: string, payload?: object) =>
    codeOf(await server.send({method, url: `${url}${path}`, headers: screen, ...(payload && {payload})}));
  const refused = [409, 'IN_ROOM'];
  assert.deepEqual(await send('POST', '/invites', {participantId: id('temi')}), refused);
  assert.deepEqual(await send('PATCH', `/participants/${id('temi')}`, {role: 'family'}), refused);
  assert.deepEqual(await send('POST', `/participants/${id('temi')}/approve`), refused);
  assert.deepEqual(await send('PATCH', '', {stage: 'draftServed'}), refused);
});

test('ending the room leaves its holder signed in, cookie and all', async t => {
  const {server, signIn, open} = await stand(t);
  const esme = await signIn('esme');
  const screen = await open(esme, ['temi']);
  const ended = await server.send({method: 'DELETE', url: '/api/session', headers: screen});
  assert.deepEqual([ended.statusCode, ended.headers['set-cookie']], [204, undefined]);
  const status = async (headers: Headers) =>
    (await server.send({method: 'GET', url: '/api/session', headers})).statusCode;
  assert.deepEqual([await status(screen), await status(esme)], [401, 200]);
});

test('a room ends when its holder’s own session would have ended', async t => {
  const {server, signIn, open} = await stand(t);
  const esme = await signIn('esme');
  const status = async (headers: Headers) =>
    (await server.send({method: 'GET', url: '/api/session', headers})).statusCode;
  for (let hour = 0; hour < 11; hour++) {
    server.pass(HOUR);
    await status(esme);
  }
  const screen = await open(esme, []);
  assert.equal(await status(screen), 200);
  server.pass(HOUR + 1);
  assert.equal(await status(screen), 401);
});

test('only who leads or minutes meetings opens a room', async t => {
  const {signIn, room} = await stand(t);
  for (const key of ['temi', 'callum', 'anita', 'delphine']) {
    assert.deepEqual(codeOf(await room(await signIn(key), [])), [404, 'NOT_FOUND'], key);
  }
  for (const key of ['bronagh', 'marcus'])
    assert.equal((await room(await signIn(key), [])).statusCode, 201, key);
});
