import assert from 'node:assert/strict';
import test from 'node:test';
import {TestServer, personId, smallPlan} from '../../testing/index.ts';

const CHOICE = {names: {goodThings: 'Train station'}, first: 'dreams'};

async function stand(t: test.TestContext) {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const plan = await server.importPlan(smallPlan());
  const as = async (key: string, method: 'GET' | 'PUT', path: string, payload?: object, isSure = true) => {
    const {headers} = await server.signIn(plan.planId, personId(plan, key), isSure);
    const url = `/api/plans/${plan.planId}${path}`;
    const answer = await server.send({method, url, headers, ...(payload && {payload})});
    return {status: answer.statusCode, body: answer.json<Record<string, unknown>>()};
  };
  const codeOf = ({body}: {body: Record<string, unknown>}) =>
    (body['error'] as {code: string} | undefined)?.code;
  return {as, codeOf, server, plan};
}

test('the child names the houses and picks the first, and everybody who reads the plan reads the names', async t => {
  const {as} = await stand(t);
  const done = await as('jory', 'PUT', '/houses', CHOICE);
  assert.equal(done.status, 200, JSON.stringify(done.body));
  const {body} = await as('jory', 'GET', '/houses');
  assert.deepEqual([body['names'], body['first']], [{'house:good': 'Train station'}, 'house:dreams']);
  const people = await as('temi', 'GET', '/people');
  assert.deepEqual(people.body['child'], {calledName: 'Jory', houses: {'house:good': 'Train station'}});
  const file = (await as('temi', 'GET', '')).body['threeHouses'] as Record<string, unknown>;
  assert.deepEqual([file['names'], file['first']], [CHOICE.names, 'dreams']);
  await as('jory', 'PUT', '/houses', {names: {}, first: null});
  assert.deepEqual((await as('temi', 'GET', '/people')).body['child'], {calledName: 'Jory'});
});

test('everybody who has the plan open is told of a new name, and nobody of what they have already', async t => {
  const {as, server, plan} = await stand(t);
  const {sync} = server.server;
  const told: string[][] = [];
  const original = sync.tellRecords.bind(sync);
  sync.tellRecords = (planId, readers, kinds) => {
    assert.deepEqual(kinds, ['people']);
    told.push([...readers]);
    return original(planId, readers, kinds);
  };
  await as('jory', 'PUT', '/houses', {names: {}, first: null});
  assert.deepEqual(told.splice(0), [], 'nothing is new');
  await as('jory', 'PUT', '/houses', CHOICE);
  const [readers] = told.splice(0);
  for (const key of ['jory', 'temi', 'callum', 'esme'])
    assert.ok(readers?.includes(personId(plan, key)), key);
  await as('jory', 'PUT', '/houses', CHOICE);
  await as('jory', 'PUT', '/houses', {names: {worries: '07700 900123'}, first: null});
  assert.deepEqual(told, [], 'it is the same, or refused');
});

test('nobody else names a child’s houses, and nobody of whom it is not sure that they are the child', async t => {
  const {as, codeOf} = await stand(t);
  for (const key of ['temi', 'esme', 'bronagh', 'callum'])
    assert.equal((await as(key, 'PUT', '/houses', CHOICE)).status, 404, key);
  const unsure = await as('jory', 'PUT', '/houses', CHOICE, false);
  assert.equal(codeOf(unsure), 'NOT_CONFIRMED');
  assert.deepEqual((await as('jory', 'GET', '/houses')).body['names'], {});
});

test('a name that tells where somebody is, or of harm, is refused and the old one stands', async t => {
  const {as, codeOf} = await stand(t);
  await as('jory', 'PUT', '/houses', CHOICE);
  const named = (worries: string) => as('jory', 'PUT', '/houses', {names: {worries}, first: null});
  assert.equal(codeOf(await named('07700 900123')), 'DISCLOSURE');
  assert.equal(codeOf(await named('Daddy hits me')), 'HOUSE_NAME_TELLS');
  assert.equal(codeOf(await named('x'.repeat(41))), 'BAD_REQUEST');
  assert.deepEqual((await as('temi', 'GET', '/people')).body['child'], {
    calledName: 'Jory',
    houses: {'house:good': 'Train station'},
  });
});
