import assert from 'node:assert/strict';
import test from 'node:test';
import type {PlanId} from '@goldthread/schema';
import {filesHolding} from '../testing/files-holding.ts';
import {TestServer, personId, smallPlan, type ImportedForTest} from '../testing/index.ts';
import {newToken} from './new-token.ts';

const REFUGE = 'Flat 3, Harbour Court, Saltmere, ZZ99 3AB';

type Body = Record<string, unknown> & {readonly error?: {readonly code: string}};
type Contact = Record<string, unknown> & {readonly token: string};

interface Stand {
  readonly server: TestServer;
  readonly plan: ImportedForTest;
  readonly id: (key: string) => string;
  as(
    key: string,
    method: 'GET' | 'POST',
    path: string,
    payload?: object,
    confirmed?: boolean,
  ): Promise<[number, Body]>;
  mine(key: string): Promise<readonly Contact[]>;
  /** Everything that one person can fetch, as bytes. */
  everythingFor(key: string): Promise<string>;
}

async function stand(t: test.TestContext, file: object = smallPlan()): Promise<Stand> {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const plan = await server.importPlan(file);
  const id = (key: string) => personId(plan, key);
  const sessions = new Map<string, {readonly authorization: string}>();
  const headersOf = async (key: string, confirmed: boolean) => {
    const name = `${key} ${confirmed}`;
    const known = sessions.get(name) ?? (await server.signIn(plan.planId, id(key), confirmed)).headers;
    sessions.set(name, known);
    return known;
  };
  const as: Stand['as'] = async (key, method, path, payload, confirmed = true) => {
    const url = `/api/plans/${plan.planId}${path}`;
    const headers = await headersOf(key, confirmed);
    const answer = await server.send({method, url, headers, ...(payload && {payload})});
    return [answer.statusCode, answer.json<Body>()];
  };
  return {
    server,
    plan,
    id,
    as,
    mine: async key => (await as(key, 'GET', '/contacts'))[1]['contacts'] as Contact[],
    async everythingFor(key) {
      const paths = ['', '/people', '/compartments', '/my-items', '/records', '/withholdings', '/contacts'];
      const answers: unknown[] = [];
      for (const path of [...paths, '/audit']) answers.push(await as(key, 'GET', path));
      return JSON.stringify(answers);
    },
  };
}

test('a value is read by its audience and by nobody else, and stands in no export, log or plan', async t => {
  const {server, as, mine, id} = await stand(t);
  const [status, {token}] = await as('temi', 'POST', '/contacts', {kind: 'address', value: REFUGE});
  assert.equal(status, 201);
  assert.match(String(token), /^ADDR-[2-9A-Z]{6}$/);
  for (const key of ['temi', 'bronagh', 'anita']) {
    const [one] = await mine(key);
    assert.deepEqual([one?.token, one?.['value']], [token, REFUGE], key);
    assert.deepEqual(one?.['audience'], [id('temi'), id('bronagh'), id('anita')]);
  }
  for (const key of ['jory', 'callum', 'esme', 'marcus', 'delphine']) assert.deepEqual(await mine(key), []);
  for (const key of ['temi', 'bronagh', 'callum']) {
    const [, exported] = await as(key, 'GET', '/export?format=json');
    assert.doesNotMatch(JSON.stringify(exported), /Harbour|ADDR-/, key);
  }
  assert.doesNotMatch(server.log.join('\n'), /Harbour|ADDR-/);
  assert.deepEqual(filesHolding(server.folder, ['Harbour Court', String(token)]), []);
});

test('for everybody outside the audience every byte stays as it was', async t => {
  const {as, everythingFor} = await stand(t);
  const outside = ['callum', 'esme', 'jory', 'delphine', 'marcus'];
  const look = async () => {
    const seen: string[] = [];
    for (const key of outside) seen.push(await everythingFor(key));
    return seen;
  };
  for (const key of ['temi', 'bronagh', 'anita']) await as(key, 'GET', '/contacts');
  // Opening the plan is noted once, so that from the second look on nothing of their own doing is new.
  await look();
  const before = await look();
  const [, {token}] = await as('temi', 'POST', '/contacts', {kind: 'address', value: REFUGE});
  for (const key of ['temi', 'bronagh', 'anita']) await as(key, 'GET', '/contacts');
  await as('temi', 'POST', `/contacts/${String(token)}/audience`, {audience: []});
  assert.deepEqual(await look(), before);
  await as('anita', 'POST', `/contacts/${String(token)}/approve`);
  assert.deepEqual(await look(), before);
});

test('a session that nobody confirmed is told of no value, nor that its person ever read one', async t => {
  const {as} = await stand(t);
  await as('temi', 'POST', '/contacts', {kind: 'address', value: REFUGE});
  await as('temi', 'GET', '/contacts');
  const [, {contacts}] = await as('temi', 'GET', '/contacts', undefined, false);
  assert.deepEqual(contacts, []);
  const [, audit] = await as('temi', 'GET', '/audit', undefined, false);
  assert.doesNotMatch(JSON.stringify(audit), /contact/);
  const [status, body] = await as('temi', 'POST', '/contacts', {kind: 'phone', value: '1'}, false);
  assert.deepEqual([status, body.error?.code], [409, 'NOT_CONFIRMED']);
});

test('a screen that a room looks at shows no value', async t => {
  const {server, plan, as, id} = await stand(t);
  await as('temi', 'POST', '/contacts', {kind: 'address', value: REFUGE});
  const [, room] = await as('bronagh', 'POST', '/room', {present: [id('temi')]});
  const headers = {authorization: `Bearer ${String(room['sessionToken'])}`};
  const url = `/api/plans/${plan.planId}/contacts`;
  const answer = await server.send({method: 'GET', url, headers});
  assert.deepEqual([answer.statusCode, answer.json<Body>().error?.code], [409, 'IN_ROOM']);
});

test('more readers, or none, wait for a manager; fewer count at once', async t => {
  const {as, mine, id} = await stand(t);
  const [, {token}] = await as('temi', 'POST', '/contacts', {kind: 'address', value: REFUGE});
  const ask = async (key: string, audience: string[]) => {
    const [status, body] = await as(key, 'POST', `/contacts/${String(token)}/audience`, {audience});
    return body.error?.code ?? `${status} ${String(body['status'])}`;
  };
  const approve = async (key: string) => (await as(key, 'POST', `/contacts/${String(token)}/approve`))[0];
  const four = [id('temi'), id('bronagh'), id('anita'), id('delphine')];
  assert.equal(await ask('bronagh', four), '200 pending');
  assert.deepEqual(await mine('delphine'), []);
  const [waiting] = await mine('anita');
  assert.deepEqual(waiting?.['asked'], {audience: four, askedBy: id('bronagh')});
  assert.deepEqual([waiting['mayAsk'], waiting['mayApprove']], [true, true]);
  for (const key of ['bronagh', 'temi', 'callum', 'delphine']) assert.equal(await approve(key), 404, key);
  assert.equal(await approve('anita'), 200);
  assert.equal((await mine('delphine'))[0]?.['value'], REFUGE);
  assert.equal(await ask('temi', [id('temi'), id('bronagh'), id('anita')]), '200 changed');
  assert.deepEqual(await mine('delphine'), []);
  assert.equal(await ask('temi', [id('temi')]), 'AUDIENCE_LACKS_PROTECTOR');
  assert.equal(await ask('temi', [id('bronagh')]), 'PROPOSER_LEFT_OUT');
  assert.equal(await ask('temi', [...four, 'nobody']), 'NOT_ON_PLAN');
  assert.equal(await ask('delphine', four), 'NOT_FOUND');
  assert.equal(await ask('temi', []), '200 pending');
  assert.equal(await approve('anita'), 200);
  assert.deepEqual(await mine('temi'), []);
});

test('a value outside one’s reach and one that does not exist are the same bytes', async t => {
  const {as} = await stand(t);
  const [, {token}] = await as('temi', 'POST', '/contacts', {kind: 'address', value: REFUGE});
  for (const key of ['callum', 'esme', 'delphine']) {
    for (const path of ['audience', 'approve']) {
      const payload = path === 'audience' ? {audience: []} : undefined;
      const there = await as(key, 'POST', `/contacts/${String(token)}/${path}`, payload);
      const nowhere = await as(key, 'POST', `/contacts/ADDR-222222/${path}`, payload);
      assert.deepEqual(there, nowhere);
      assert.equal(there[0], 404);
    }
  }
  const may = async (key: string) =>
    (await as(key, 'POST', '/contacts', {kind: 'phone', value: '07700 900123'}))[0];
  assert.deepEqual([await may('callum'), await may('bronagh')], [201, 201]);
  assert.deepEqual([await may('esme'), await may('jory'), await may('delphine')], [404, 404, 404]);
});

test('reading and writing are noted for the readers, without the value', async t => {
  const {server, plan, as} = await stand(t);
  const [, {token}] = await as('temi', 'POST', '/contacts', {kind: 'address', value: REFUGE});
  await as('bronagh', 'GET', '/contacts');
  const [, audit] = await as('temi', 'GET', '/audit');
  const entries = audit['entries'] as {action: string; actor: {name: string}; detail: object}[];
  const contact = entries.filter(({action}) => action.startsWith('contact'));
  assert.deepEqual(
    contact.map(({action, actor, detail}) => [action, actor.name, detail]),
    [
      ['contactRead', 'Bronagh Kell', {token, kind: 'address'}],
      ['contactWritten', 'Temi Adeyemi', {token, kind: 'address'}],
    ],
  );
  const stored = await server.server.http.storage.audit(plan.planId as PlanId);
  assert.doesNotMatch(JSON.stringify(stored), /Harbour/);
});

test('a plan file brings its values into the store, and nothing of them anywhere else', async t => {
  const contacts = [{token: 'ADDR-7Q', kind: 'address', value: REFUGE, audience: ['temi', 'delphine']}];
  const {mine, as, id} = await stand(t, {...smallPlan(), contacts});
  for (const key of ['temi', 'delphine']) {
    const [one] = await mine(key);
    assert.deepEqual([one?.token, one?.['value'], one?.['writtenBy']], ['ADDR-7Q', REFUGE, null]);
    assert.deepEqual(one?.['audience'], [id('temi'), id('delphine')]);
  }
  for (const key of ['temi', 'callum', 'bronagh']) {
    assert.doesNotMatch(JSON.stringify(await as(key, 'GET', '')), /Harbour|ADDR/);
  }
  assert.deepEqual(await mine('bronagh'), []);
});

test('tokens are random and never one that is taken', () => {
  const bytes = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1];
  const random = (length: number) => Uint8Array.from(bytes.splice(0, length));
  assert.equal(newToken('phone', random, new Set(['TEL-222222'])), 'TEL-333333');
});
