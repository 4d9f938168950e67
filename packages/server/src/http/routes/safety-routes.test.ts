import assert from 'node:assert/strict';
import test from 'node:test';
import {TestServer, personId, smallPlan} from '../../testing/index.ts';

const WORRY = {id: 'D', type: 'danger', text: 'He could be hit.', audience: 'everyone'};

async function stand(t: test.TestContext) {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const plan = await server.importPlan({
    ...smallPlan(),
    statuses: [{kind: 'courtOrder', audience: 'everyone'}],
    signsOfSafety: {worries: [WORRY]},
  });
  const as = async (key: string, method: 'GET' | 'PUT', path: string, payload?: object, isSure = true) => {
    const {headers} = await server.signIn(plan.planId, personId(plan, key), isSure);
    const url = `/api/plans/${plan.planId}${path}`;
    const answer = await server.send({method, url, headers, ...(payload && {payload})});
    return {status: answer.statusCode, body: answer.json<Record<string, unknown>>()};
  };
  const safety = async (key: string) => (await as(key, 'GET', '/people')).body['safety'];
  return {server, as, safety};
}

test('B05: the social worker says where a child is on the continuum, everybody knows, and no word of the plan changes', async t => {
  const {server, as, safety} = await stand(t);
  const words = async () => (await as('bronagh', 'GET', '')).body['signsOfSafety'];
  const before = await words();
  assert.equal(await safety('temi'), null);
  const said = await as('bronagh', 'PUT', '/safety', {levels: ['earlyHelp', 'childInNeed'], expected: []});
  assert.deepEqual(said, {status: 200, body: {levels: ['childInNeed', 'earlyHelp']}});
  assert.deepEqual([await safety('temi'), await safety('callum')], ['childInNeed', 'childInNeed']);
  const more = {levels: ['earlyHelp'], expected: ['earlyHelp', 'childInNeed']};
  assert.equal((await as('esme', 'PUT', '/safety', more)).status, 200);
  assert.equal(await safety('temi'), 'earlyHelp');
  assert.deepEqual((await as('bronagh', 'GET', '/safety')).body, {levels: ['earlyHelp']});
  assert.deepEqual(await words(), before);
  const {statuses} = (await as('esme', 'GET', '')).body as {statuses: {kind: string; since?: string}[]};
  const today = new Date(server.server.http.clock.now()).toISOString().slice(0, 10);
  assert.deepEqual(
    statuses.map(({kind, since}) => [kind, since]),
    [
      ['courtOrder', undefined],
      ['earlyHelp', today],
    ],
    'what was said and taken back on one day leaves nothing',
  );
});

test('nobody else says it or is told what there is to say, and nobody of whom it is not sure who they are', async t => {
  const {as, safety} = await stand(t);
  const levels = ['earlyHelp'];
  for (const key of ['temi', 'callum', 'jory', 'marcus']) {
    assert.equal((await as(key, 'PUT', '/safety', {levels, expected: []})).status, 404, key);
    assert.equal((await as(key, 'GET', '/safety')).status, 404, key);
  }
  assert.equal((await as('bronagh', 'PUT', '/safety', {levels, expected: []}, false)).status, 409);
  assert.equal((await as('bronagh', 'PUT', '/safety', {levels: ['level4'], expected: []})).status, 400);
  assert.equal(await safety('temi'), null);
});

test('what one says isn’t lost to somebody who hadn’t read it: they are told, and say it again', async t => {
  const {as, safety} = await stand(t);
  const say = (key: string, levels: readonly string[], expected: readonly string[]) =>
    as(key, 'PUT', '/safety', {levels, expected});
  const both = await Promise.all([say('bronagh', ['childInNeed'], []), say('esme', ['earlyHelp'], [])]);
  assert.deepEqual(both.map(({status}) => status).toSorted(), [200, 409]);
  const [taken, refused] = both.toSorted((a, b) => a.status - b.status);
  assert.equal((refused?.body['error'] as {code: string}).code, 'ALREADY_CHANGED');
  const held = (await as('bronagh', 'GET', '/safety')).body;
  assert.deepEqual(held, taken?.body);
  const now = held['levels'] as string[];
  assert.equal((await say('anita', now, [])).status, 200, 'who says what holds overwrites nobody');
  assert.equal((await say('esme', ['childInNeed', 'earlyHelp'], now)).status, 200);
  assert.equal(await safety('temi'), 'childInNeed');
  assert.equal(
    (await as('bronagh', 'PUT', '/safety', {levels: []})).status,
    400,
    'never without what was read',
  );
});
