import assert from 'node:assert/strict';
import test from 'node:test';
import type {PlanId} from '@goldthread/schema';
import {TestServer, personId, smallPlan, type ImportedForTest} from '../../testing/index.ts';

async function stand(t: test.TestContext): Promise<{server: TestServer; plan: ImportedForTest}> {
  const server = await TestServer.start();
  t.after(() => server.stop());
  return {server, plan: await server.importPlan(smallPlan())};
}

async function get(server: TestServer, plan: ImportedForTest, key: string, path: string, more: object = {}) {
  const {headers} = await server.signIn(plan.planId, personId(plan, key));
  return await server.send({
    method: 'GET',
    url: `/api/plans/${plan.planId}${path}`,
    headers: {...headers, ...more},
  });
}

const seenAs = (server: TestServer, plan: ImportedForTest, viewer: string, target: string) =>
  get(server, plan, viewer, `/as/${personId(plan, target)}`);

test('where the viewer receives all that somebody receives, the view is byte for byte what that person is given', async t => {
  const {server, plan} = await stand(t);
  const own = await get(server, plan, 'callum', '');
  const seen = await seenAs(server, plan, 'bronagh', 'callum');
  assert.equal(seen.statusCode, 200);
  assert.equal(seen.body, own.body);
});

test('a view of somebody who receives more holds no word that the viewer may not read', async t => {
  const {server, plan} = await stand(t);
  const own = await get(server, plan, 'temi', '');
  assert.match(own.body, /bell rings/);
  const seen = await seenAs(server, plan, 'esme', 'temi');
  assert.equal(seen.statusCode, 200);
  assert.doesNotMatch(seen.body, /bell rings/);
  // That somebody is kept from the father is nothing that the mother is given.
  const {withholdings, ...hers} = (await get(server, plan, 'esme', '')).json<Record<string, unknown>>();
  assert.equal((withholdings as unknown[]).length, 1);
  assert.equal(seen.body, JSON.stringify(hers));
});

test('a person hidden from the one who is looked at is in no view of that person’s plan', async t => {
  const {server, plan} = await stand(t);
  assert.match((await get(server, plan, 'bronagh', '')).body, /delphine/);
  assert.doesNotMatch((await seenAs(server, plan, 'bronagh', 'callum')).body, /delphine/);
});

test('only the lead and the social worker see the plan as somebody else, and it is noted', async t => {
  const {server, plan} = await stand(t);
  for (const key of ['temi', 'marcus', 'anita']) {
    assert.equal((await seenAs(server, plan, key, 'callum')).statusCode, 404, key);
  }
  assert.equal((await get(server, plan, 'esme', `/as/${'x'.repeat(22)}`)).statusCode, 404);
  await seenAs(server, plan, 'esme', 'callum');
  const entries = await server.server.http.storage.audit(plan.planId as PlanId);
  const viewed = entries.filter(({action}) => action === 'viewedAs');
  assert.deepEqual(
    viewed.map(({actor, subject}) => [actor, subject]),
    [[personId(plan, 'esme'), personId(plan, 'callum')]],
  );
});

test('says how much of a view reaches the person by now, to those who may see the view', async t => {
  const {server, plan} = await stand(t);
  const opens = async (viewer: string, target: string) => {
    const {statusCode, body} = await get(server, plan, viewer, `/as/${personId(plan, target)}/opens`);
    return statusCode === 200 ? body : statusCode;
  };
  assert.equal(await opens('esme', 'callum'), '{"opens":"nothing"}');
  await server.signIn(plan.planId, personId(plan, 'callum'), false);
  assert.equal(await opens('esme', 'callum'), '{"opens":"shared"}');
  const {headers} = await server.signIn(plan.planId, personId(plan, 'temi'));
  const url = `/api/plans/${plan.planId}/room`;
  const present = [personId(plan, 'callum')];
  await server.send({method: 'POST', url, headers: {...headers}, payload: {present}});
  assert.equal(await opens('bronagh', 'temi'), '{"opens":"all"}');
  await server.signIn(plan.planId, personId(plan, 'callum'));
  assert.equal(await opens('bronagh', 'callum'), '{"opens":"all"}');
  for (const viewer of ['temi', 'marcus', 'anita']) assert.equal(await opens(viewer, 'callum'), 404, viewer);
});

test('records are the reader’s own, under a tag that answers an unchanged question with nothing', async t => {
  const {server, plan} = await stand(t);
  const first = await get(server, plan, 'temi', '/records?kinds=people,withholdings');
  assert.equal(first.statusCode, 200);
  const body = first.json<{people: {name: string}[]; withholdings: object; positions?: unknown}>();
  assert.ok(body.people.some(({name}) => name === 'Delphine Roe'));
  assert.deepEqual(body.withholdings, {withholdings: [], marks: []});
  assert.equal(body.positions, undefined);
  const tag = String(first.headers['etag']);
  const again = await get(server, plan, 'temi', '/records?kinds=people,withholdings', {'if-none-match': tag});
  assert.deepEqual([again.statusCode, again.body], [304, '']);
  const father = await get(server, plan, 'callum', '/records?kinds=people,positions,sessions');
  assert.doesNotMatch(father.body, /Delphine|refuge/);
  const wrong = await get(server, plan, 'temi', '/records?kinds=secrets');
  assert.equal(wrong.statusCode, 400);
});
