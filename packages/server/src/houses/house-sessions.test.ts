import assert from 'node:assert/strict';
import test from 'node:test';
import {TestServer, personId, smallPlan} from '../testing/index.ts';

type Body = Record<string, unknown> & {readonly error?: {readonly code: string}};
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH';

const BEGIN = {
  begins: true,
  parentAnswer: 'told',
  place: 'The blue room',
  present: ['Jory Penhale-Adeyemi', 'Esme Farrow'],
  limitsTold: 'If someone might get hurt I tell a safe grown-up.',
};
const SAID = {
  root: 'house:worries',
  text: 'bell too loud',
  mode: 'verbatim',
  promptsUsed: 'What is not good?',
};
const EVERYBODY = ['jory', 'temi', 'callum', 'esme', 'bronagh', 'marcus', 'anita', 'delphine'];
const HOURS = 3_600_000;

async function stand(t: test.TestContext) {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const plan = await server.importPlan(smallPlan());
  const id = (key: string) => personId(plan, key);
  const as = async (key: string, method: Method, path: string, payload?: object) => {
    const {headers} = await server.signIn(plan.planId, id(key), true);
    const url = `/api/plans/${plan.planId}${path}`;
    const answer = await server.send({method, url, headers, ...(payload && {payload})});
    return [answer.statusCode, answer.json<Body>()] as const;
  };
  const begin = async (key = 'bronagh'): Promise<string> => {
    const [status, body] = await as(key, 'POST', '/sessions', BEGIN);
    assert.equal(status, 201, JSON.stringify(body));
    return String(body['id']);
  };
  const say = (session: string, more: object = {}, key = 'bronagh') =>
    as(key, 'POST', `/sessions/${session}/items`, {...SAID, ...more});
  const readers = async (words: string): Promise<string[]> => {
    const found: string[] = [];
    for (const key of EVERYBODY) {
      const [, view] = await as(key, 'GET', '');
      if (JSON.stringify(view).includes(words)) found.push(key);
    }
    return found;
  };
  return {server, plan, id, as, begin, say, readers};
}

test('the child’s page shows who has a session with the child, from when it begins until it is over', async t => {
  const {as, id, server} = await stand(t);
  const withYou = async () => (await as('jory', 'GET', '/houses'))[1]['withYou'];
  const {begins, ...prepared} = BEGIN;
  const [, made] = await as('bronagh', 'POST', '/sessions', prepared);
  const session = `/sessions/${String(made['id'])}`;
  assert.deepEqual(await withYou(), [], 'while it is prepared nobody is there');
  await as('bronagh', 'PATCH', session, {begins});
  assert.deepEqual(await withYou(), [id('bronagh')]);
  await as('bronagh', 'PATCH', session, {isOver: true, endedAs: 'finished'});
  assert.deepEqual(await withYou(), []);
  await as('bronagh', 'POST', '/sessions', BEGIN);
  assert.deepEqual(await withYou(), [id('bronagh')]);
  server.pass(13 * HOURS);
  assert.deepEqual(await withYou(), [], 'it ends by itself');
});

test('what somebody writes for the child in a session is the child’s, names who wrote it and says how it came about', async t => {
  const {begin, say, readers, as, id} = await stand(t);
  const session = await begin();
  const [status, made] = await say(session);
  assert.equal(status, 201, JSON.stringify(made));
  assert.deepEqual(await readers('bell too loud'), ['jory', 'esme', 'bronagh']);
  const [, view] = await as('esme', 'GET', '');
  const houses = view['threeHouses'] as {worries: Record<string, unknown>[]};
  const item = houses.worries.find(one => one['text'] === 'bell too loud');
  assert.deepEqual(
    {...item, id: '', date: ''},
    {
      ...{...item, id: '', date: ''},
      ...{speaker: 'Jory', writer: 'Bronagh Kell', askedBy: 'Bronagh Kell', mode: 'verbatim'},
      ...{place: 'The blue room', promptsUsed: 'What is not good?'},
    },
  );
  assert.deepEqual(
    item?.['present'],
    BEGIN.present.map(who => ({who})),
  );
  const [chosen] = await as('jory', 'PUT', `/items/${String(made['itemId'])}/audience`, {
    shareWith: [id('temi')],
  });
  assert.equal(chosen, 200, 'the child chooses who reads it');
});

test('nobody writes for the child without a session, after it was read back, or long after it began', async t => {
  const {server, begin, say, as} = await stand(t);
  const missing = await say('AAAAAAAAAAAAAAAAAAAAAA');
  assert.equal(missing[0], 404);
  const first = await begin();
  assert.deepEqual(await say(first, {}, 'esme'), missing, 'it is somebody else’s session');
  const change = (session: string, payload: object, key = 'bronagh') =>
    as(key, 'PATCH', `/sessions/${session}`, payload);
  assert.equal((await change(first, {prompts: ['What is good?']}))[1]['readBackAt'], null);
  const [, over] = await change(first, {readBack: 'With cards. He changed one thing.'});
  assert.deepEqual([over['mayWrite'], over['readBackAt'] === null], [false, false]);
  assert.deepEqual(await say(first), missing);
  const second = await begin();
  server.pass(12 * HOURS);
  assert.deepEqual(await say(second), missing);
  const third = await begin();
  await change(third, {isOver: true, endedBy: 'Jory, with the stop card.'});
  assert.deepEqual(await say(third), missing);
});

test('one session at a time, held by a professional, and only who held it changes it', async t => {
  const {begin, as} = await stand(t);
  for (const key of ['temi', 'callum', 'jory'])
    assert.equal((await as(key, 'POST', '/sessions', BEGIN))[0], 404, key);
  const session = await begin();
  assert.equal((await as('esme', 'POST', '/sessions', BEGIN))[1].error?.code, 'SESSION_OPEN');
  const missing = await as('esme', 'PATCH', '/sessions/AAAAAAAAAAAAAAAAAAAAAA', {endedBy: 'x'});
  for (const key of ['esme', 'anita', 'callum', 'jory'])
    assert.deepEqual(await as(key, 'PATCH', `/sessions/${session}`, {endedBy: 'x'}), missing, key);
  const seen: string[] = [];
  for (const key of EVERYBODY) {
    const [, {sessions}] = await as(key, 'GET', '/sessions');
    if ((sessions as unknown[]).length > 0) seen.push(key);
  }
  assert.deepEqual(seen, ['esme', 'bronagh'], 'the lead and who holds it');
});

test('whether a parent knows, who was there, where, and what the child was told is said before anything is written', async t => {
  const {as, begin, say} = await stand(t);
  for (const name of ['place', 'present', 'limitsTold', 'parentAnswer'] as const) {
    const rest = Object.fromEntries(Object.entries(BEGIN).filter(([one]) => one !== name));
    assert.equal((await as('bronagh', 'POST', '/sessions', rest))[1].error?.code, 'SESSION_NOT_READY', name);
  }
  const [, {id, mayWrite, beganAt}] = await as('bronagh', 'POST', '/sessions', {place: 'Home'});
  assert.deepEqual([mayWrite, beganAt], [false, null]);
  assert.equal((await say(String(id)))[0], 404);
  const change = (payload: object) => as('bronagh', 'PATCH', `/sessions/${String(id)}`, payload);
  const unasked = {...BEGIN, parentAnswer: 'unsafe', parentTold: 'He may be punished for it.'};
  assert.equal((await change(unasked))[1].error?.code, 'SESSION_NOT_READY', 'a manager decides that too');
  const other = await begin('esme');
  const ready = {...unasked, manager: 'Priya Shah'};
  assert.equal((await change(ready))[1].error?.code, 'SESSION_OPEN');
  await as('esme', 'PATCH', `/sessions/${other}`, {isOver: true});
  assert.equal((await change(ready))[1]['mayWrite'], true);
  assert.equal((await say(String(id)))[0], 201);
});

test('what somebody has begun to write is theirs alone, stays until it is thrown away, and writes nothing down', async t => {
  const {as, begin} = await stand(t);
  const url = `/sessions/${await begin()}`;
  await as('bronagh', 'PATCH', url, {drafts: {words: 'bell t', readBack: 'With cards.'}});
  const draftsOf = async (key: string) => {
    const [, {sessions}] = await as(key, 'GET', '/sessions');
    const [one] = sessions as {drafts: unknown; readBackAt: unknown}[];
    return [one?.drafts, one?.readBackAt];
  };
  assert.deepEqual(await draftsOf('bronagh'), [{words: 'bell t', readBack: 'With cards.'}, null]);
  assert.deepEqual(await draftsOf('esme'), [{}, null]);
  await as('bronagh', 'PATCH', url, {drafts: {words: ''}});
  assert.deepEqual(await draftsOf('bronagh'), [{readBack: 'With cards.'}, null]);
});

test('words of a child that may tell of harm ask for help in a session too', async t => {
  const {begin, say, readers} = await stand(t);
  const [, made] = await say(await begin(), {text: 'Dad hits the wall'});
  assert.equal((made['asked'] as string[]).length, 3);
  assert.deepEqual(await readers('Dad hits the wall'), ['jory', 'esme', 'bronagh', 'anita']);
});
