import assert from 'node:assert/strict';
import test from 'node:test';
import type {PlanId} from '@goldthread/schema';
import {fromPlanJson, renumber, toPlanJson} from '@goldthread/schema/json';
import jory from '@goldthread/schema/examples/jory.json' with {type: 'json'};
import {TestServer, personId, smallPlan} from '../testing/index.ts';

/** Before the day on which the example's decisions are to be looked at again. */
const THEN = Date.parse('2026-11-23T09:00:00Z');
const DAY = 86_400_000;

interface Decision {
  readonly id: string;
  readonly personId: string | null;
  readonly [field: string]: unknown;
}

async function stand(t: test.TestContext, file: object) {
  const server = await TestServer.start({stillAt: THEN});
  t.after(() => server.stop());
  return {server, ...(await importedTo(server, file))};
}

async function importedTo(server: TestServer, file: object) {
  const plan = await server.importPlan(file);
  const id = (key: string) => personId(plan, key);
  const as = async (key: string, method: 'GET' | 'POST', path: string, payload?: object) => {
    const {headers} = await server.signIn(plan.planId, id(key));
    return await server.send({
      method,
      url: `/api/plans/${plan.planId}${path}`,
      headers,
      ...(payload && {payload}),
    });
  };
  const aboutHer = async (key: string) =>
    (await as(key, 'GET', '/withholdings'))
      .json<{withholdings: Decision[]}>()
      .withholdings.filter(({personId: who}) => who === id('delphine'));
  const decide = async (key: string, decision: Decision | undefined, what: string, body: object = {}) => {
    const answer = await as(key, 'POST', `/withholdings/${decision?.id ?? ''}/${what}`, body);
    return answer.json<{error?: {code: string}; status?: string}>();
  };
  const knowsHer = async (key: string) => /delphine/i.test((await as(key, 'GET', '/people')).body);
  return {plan, id, as, aboutHer, decide, knowsHer};
}

test('the example keeps the refuge worker from the father by a decision of its file, which those may read who may know of it', async t => {
  const {id, as, aboutHer} = await stand(t, jory);
  const [decision] = await aboutHer('anita');
  assert.ok(decision);
  const {hiddenFrom, reasonCode, status, itemIds, proposedBy, approvedBy, approvedAt, reviewOn} = decision;
  assert.deepEqual(
    {hiddenFrom, reasonCode, status, itemIds, proposedBy, approvedBy, approvedAt, reviewOn},
    {
      hiddenFrom: [{id: id('callum'), class: 'sealed'}],
      reasonCode: 'location',
      status: 'approved',
      itemIds: [],
      proposedBy: id('bronagh'),
      approvedBy: id('anita'),
      approvedAt: '2026-11-06T00:00:00.000Z',
      reviewOn: '2026-12-04',
    },
  );
  for (const key of ['delphine', 'bronagh', 'esme', 'priya'])
    assert.equal((await aboutHer(key)).length, 1, key);
  for (const key of ['temi', 'jory', 'folasade', 'callum'])
    assert.equal((await aboutHer(key)).length, 0, key);
  for (const path of ['', '/people', '/withholdings', '/audit', '/records', '/export?format=json'])
    assert.doesNotMatch((await as('callum', 'GET', path)).body, /delphine|refuge/i, path);
});

test('it is looked at again, and two people together show her to the father', async t => {
  const {aboutHer, decide, knowsHer} = await stand(t, jory);
  const [decision] = await aboutHer('anita');
  assert.equal((await decide('callum', decision, 'release')).error?.code, 'NOT_FOUND');
  assert.equal(
    (await decide('bronagh', decision, 'review', {reviewOn: '2026-12-10'})).error?.code,
    'MAY_NOT_REVIEW',
  );
  assert.equal((await decide('anita', decision, 'review', {reviewOn: '2026-12-10'})).status, 'approved');
  assert.equal((await decide('bronagh', decision, 'release')).status, 'releaseAsked');
  assert.equal(await knowsHer('callum'), false);
  assert.equal((await decide('anita', decision, 'release')).status, 'released');
  assert.equal(await knowsHer('callum'), true);
});

test('whoever a file hides without a decision is hidden all the same, by one that somebody has to approve and look at at once', async t => {
  const {server, plan, id, aboutHer, decide, knowsHer} = await stand(t, smallPlan());
  const [made] = await aboutHer('esme');
  assert.deepEqual([made?.['status'], made?.['isOverdue'], made?.['approvedBy']], ['pending', true, null]);
  assert.deepEqual(made?.['hiddenFrom'], [{id: id('callum'), class: 'sealed'}]);
  await server.server.http.withholdings.escalate(plan.planId as PlanId);
  assert.ok((await aboutHer('anita'))[0]?.['escalatedAt']);
  assert.equal((await decide('anita', made, 'approve')).status, 'approved');
  assert.equal((await decide('anita', made, 'review', {reviewOn: '2026-12-10'})).status, 'approved');
  const [looked] = await aboutHer('esme');
  assert.deepEqual([looked?.['isOverdue'], looked?.['reviewOn']], [false, '2026-12-10']);
  server.pass(30 * DAY);
  await server.server.http.withholdings.escalate(plan.planId as PlanId);
  const [late] = await aboutHer('esme');
  assert.deepEqual([late?.['isOverdue'], typeof late?.['escalatedAt']], [true, 'string']);
  assert.equal(await knowsHer('callum'), false);
});

test('nobody is said to have decided it who is hidden from somebody who reads the decision', async t => {
  const file = smallPlan();
  // The file is our own, so what stands in it is known.
  const people = file['participants'] as {key: string; hiddenFrom?: unknown}[];
  for (const one of people) if (one.key === 'bronagh') one.hiddenFrom = [{key: 'marcus', class: 'sealed'}];
  file['withholdings'] = [aboutDelphine({proposedBy: 'bronagh', approvedBy: 'anita'})];
  const {id, aboutHer} = await stand(t, file);
  for (const key of ['marcus', 'anita'])
    assert.deepEqual([(await aboutHer(key))[0]?.['proposedBy'], key], [id('esme'), key]);
});

test('a professional’s copy keeps her from the father where it is imported again; the decision comes back as it was', async t => {
  const {server, as} = await stand(t, jory);
  const shown = async (view: Awaited<ReturnType<typeof as>>) => {
    const read = fromPlanJson(view.json());
    assert.ok(read.ok, read.ok ? '' : JSON.stringify(read.error));
    return toPlanJson(renumber(read.value));
  };
  const view = await as('bronagh', 'GET', '');
  const again = await importedTo(server, view.json<object>());
  assert.deepEqual(await shown(await again.as('bronagh', 'GET', '')), await shown(view));
  assert.equal(await again.knowsHer('callum'), false);
  assert.equal(await again.knowsHer('temi'), true);
});

test('the father is given the same whether a decision about her stands in the file or not', async t => {
  const bodies = async (file: object) => {
    const {as} = await stand(t, file);
    const view = fromPlanJson((await as('callum', 'GET', '')).json());
    assert.ok(view.ok);
    return [toPlanJson(renumber(view.value)), (await as('callum', 'GET', '/withholdings')).body];
  };
  const withIt = {...smallPlan(), withholdings: [aboutDelphine({})]};
  assert.deepEqual(await bodies(withIt), await bodies(smallPlan()));
});

function aboutDelphine(more: object): object {
  return {
    id: 'w',
    person: 'delphine',
    items: [],
    hiddenFrom: [{key: 'callum', class: 'sealed'}],
    audience: [],
    reasonCode: 'location',
    legalGround: 'Serious harm.',
    ...more,
  };
}
