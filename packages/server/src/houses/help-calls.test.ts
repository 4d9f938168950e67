import assert from 'node:assert/strict';
import test from 'node:test';
import type {PlanId} from '@goldthread/schema';
import {TestServer, personId, smallPlan} from '../testing/index.ts';

type Body = Record<string, unknown> & {readonly error?: {readonly code: string}};
interface Call {
  readonly id: string;
  readonly itemId: string;
  readonly isLate: boolean;
  readonly escalatedAt: string | null;
  readonly keptFrom: readonly string[];
}
interface Thing {
  readonly id: string;
  readonly text: string;
  readonly help: object | null;
}

const EVERYBODY = ['jory', 'temi', 'callum', 'esme', 'bronagh', 'marcus', 'anita', 'delphine'];
const DECISION = {outcome: 'socialCare', words: 'Told the duty worker.', childTold: 'That I am helping.'};
const DAY = 24 * 3_600_000;

async function stand(t: test.TestContext) {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const plan = await server.importPlan(smallPlan());
  const id = (key: string) => personId(plan, key);
  const ids = (...keys: string[]) => keys.map(id);
  const as = async (key: string, method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) => {
    const {headers} = await server.signIn(plan.planId, id(key), true);
    const url = `/api/plans/${plan.planId}${path}`;
    const answer = await server.send({method, url, headers, ...(payload && {payload})});
    return [answer.statusCode, answer.json<Body>()] as const;
  };
  const add = async (text: string, more: object = {}): Promise<Body> => {
    const [status, body] = await as('jory', 'POST', '/items', {root: 'house:worries', text, ...more});
    assert.equal(status, 201, JSON.stringify(body));
    return body;
  };
  const readers = async (words: string): Promise<string[]> => {
    const found: string[] = [];
    for (const key of EVERYBODY) {
      const [, view] = await as(key, 'GET', '');
      if (JSON.stringify(view).includes(words)) found.push(key);
    }
    return found;
  };
  const calls = async (key: string): Promise<readonly Call[]> => {
    const [, body] = await as(key, 'GET', '/records?kinds=help');
    return body['help'] as readonly Call[];
  };
  /** Who finds a call on the plan. */
  const told = async (): Promise<string[]> => {
    const found: string[] = [];
    for (const key of EVERYBODY) if ((await calls(key)).length > 0) found.push(key);
    return found;
  };
  const decide = async (key: string, callId: string, more: object = {}) =>
    as(key, 'POST', `/help-calls/${callId}/decide`, {...DECISION, ...more});
  const houses = async () => (await as('jory', 'GET', '/houses'))[1] as unknown as {things: readonly Thing[]};
  return {server, plan, id, ids, as, add, readers, calls, told, decide, houses};
}

test('a worry that the child marks goes at once to those who must act, and nobody else learns of it', async t => {
  const {add, readers, told, ids} = await stand(t);
  const made = await add('I do not want to go home', {asksForHelp: true});
  assert.deepEqual(made['asked'], ids('esme', 'bronagh', 'anita'));
  assert.deepEqual(await readers('I do not want to go home'), ['jory', 'esme', 'bronagh', 'anita']);
  assert.deepEqual(await told(), ['esme', 'bronagh', 'anita']);
});

test('words that may tell of harm ask without a mark, and go to nobody whom they name', async t => {
  const {add, readers, told, calls, ids} = await stand(t);
  await add('Dad hits the wall', {shareWith: ids('callum', 'temi')});
  assert.deepEqual(await readers('Dad hits the wall'), ['jory', 'temi', 'esme', 'bronagh', 'anita']);
  assert.deepEqual(await told(), ['esme', 'bronagh', 'anita'], 'his mother reads it and is told of no call');
  assert.deepEqual((await calls('esme'))[0]?.keptFrom, ids('callum'));
});

test('a worker whom the words name is not asked', async t => {
  const {add, told} = await stand(t);
  await add('I am scared of Esme');
  assert.deepEqual(await told(), ['bronagh', 'anita']);
});

test('ordinary words ask nobody', async t => {
  const {add, told, houses} = await stand(t);
  assert.deepEqual((await add('Bell too loud'))['asked'], []);
  assert.deepEqual(await told(), []);
  assert.equal((await houses()).things.at(-1)?.help, null);
});

test('a child can ask for help with something that is there already, and keeps it', async t => {
  const {add, as, readers, houses, id} = await stand(t);
  const {itemId} = await add('Bell too loud', {shareWith: 'everyone'});
  await as('temi', 'GET', '');
  const [status, body] = await as('jory', 'POST', `/items/${String(itemId)}/help`);
  assert.deepEqual([status, body['itemId']], [200, itemId], 'it names nobody, so it stays');
  assert.deepEqual((await readers('Bell too loud')).length, 8);
  const named = await add('Dad big voice again', {shareWith: 'everyone'});
  await as('callum', 'GET', '');
  const [, moved] = await as('jory', 'POST', `/items/${String(named['itemId'])}/help`);
  assert.deepEqual(moved['seenBy'], [{id: id('callum'), name: 'Callum Penhale'}]);
  assert.equal((await readers('Dad big voice again')).includes('callum'), false);
  const thing = (await houses()).things.find(one => one.id === moved['itemId']);
  assert.deepEqual(thing?.help, {
    asked: [id('esme'), id('bronagh'), id('anita')],
    isLate: false,
    readBy: null,
  });
  const [again] = await as('jory', 'POST', `/items/${String(moved['itemId'])}/help`);
  assert.equal(again, 200);
});

test('until somebody has decided, those who were asked go on reading, and who is named does not begin to', async t => {
  const {add, as, readers, calls, decide, ids, id} = await stand(t);
  const {itemId} = await add('Dad hits the wall');
  const choose = (shareWith: unknown, item = itemId) =>
    as('jory', 'PUT', `/items/${String(item)}/audience`, {shareWith});
  for (const wish of ['everyone', ids('callum')])
    assert.equal((await choose(wish))[1].error?.code, 'HELP_FIRST');
  const [, alone] = await choose([]);
  assert.deepEqual(await readers('Dad hits the wall'), ['jory', 'esme', 'bronagh', 'anita']);
  const [, shared] = await choose(ids('temi'));
  assert.deepEqual(await readers('Dad hits the wall'), ['jory', 'temi', 'esme', 'bronagh', 'anita']);
  const itemNow = shared['itemId'] ?? alone['itemId'];
  const [call] = await calls('esme');
  assert.ok(call);
  assert.equal(call.itemId, itemNow, 'the call goes along');
  assert.equal((await decide('esme', call.id))[0], 200);
  assert.equal((await choose(ids('callum'), itemNow))[1].error?.code, 'HELP_FIRST', 'it stays kept from him');
  assert.equal((await decide('bronagh', call.id, {outcome: 'noHarm', keepsSealed: false}))[0], 200);
  assert.equal((await choose([id('callum')], itemNow))[0], 200);
  assert.deepEqual(await readers('Dad hits the wall'), ['jory', 'callum']);
});

test('only who was asked decides, and for everybody else there is no call', async t => {
  const {add, calls, decide, ids} = await stand(t);
  await add('Dad hits the wall', {shareWith: ids('temi', 'marcus')});
  const [call] = await calls('bronagh');
  assert.ok(call);
  const missing = await decide('callum', 'AAAAAAAAAAAAAAAAAAAAAA');
  for (const key of ['callum', 'temi', 'marcus', 'jory', 'delphine'])
    assert.deepEqual(await decide(key, call.id), missing, key);
  assert.equal((await decide('anita', call.id, {words: ' '}))[0], 400);
  assert.equal((await decide('anita', call.id))[0], 200);
});

test('a call about which nobody decided on its day is late, and everybody who was asked is told once', async t => {
  const {server, plan, add, calls, decide, houses} = await stand(t);
  await add('Dad hits the wall');
  assert.equal((await calls('esme'))[0]?.isLate, false);
  server.pass(DAY);
  await server.server.http.helpCalls.escalate(plan.planId as PlanId);
  const [late] = await calls('esme');
  assert.equal(late?.isLate, true);
  assert.notEqual(late.escalatedAt, null);
  const {help} = (await houses()).things.at(-1) ?? {};
  assert.equal((help as {isLate: boolean}).isLate, true);
  await server.server.http.helpCalls.escalate(plan.planId as PlanId);
  assert.equal(server.log.filter(line => line.includes('a call for help is overdue')).length, 3);
  assert.equal((await decide('esme', late.id))[0], 200);
  assert.equal((await calls('esme'))[0]?.isLate, false);
});
