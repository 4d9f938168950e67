import assert from 'node:assert/strict';
import test from 'node:test';
import type {LightMyRequestResponse} from 'fastify';
import {ADMIN, TestServer, personId, smallPlan} from '../testing/index.ts';

/** Everything of an answer that a reader receives, but the time of day. */
function received(answer: LightMyRequestResponse): unknown {
  const headers = Object.entries(answer.headers).filter(([name]) => name !== 'date');
  return {status: answer.statusCode, headers, body: answer.body};
}

test('a plan of other people, a plan that does not exist and an address that does not exist are the same bytes', async t => {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const mine = await server.importPlan(smallPlan());
  const theirs = await server.importPlan(smallPlan());
  const {headers} = await server.signIn(mine.planId, personId(mine, 'esme'));
  const get = async (url: string) => received(await server.send({method: 'GET', url, headers}));
  const missing = await get('/api/plans/AAAAAAAAAAAAAAAAAAAAAA');
  assert.deepEqual(await get(`/api/plans/${theirs.planId}`), missing);
  assert.deepEqual(await get(`/api/plans/${theirs.planId}/people`), missing);
  assert.deepEqual(await get(`/api/plans/${theirs.planId}/my-items`), missing);
  assert.deepEqual(await get('/api/plans/x'), missing);
  assert.deepEqual(await get('/api/nowhere'), missing);
  assert.deepEqual(await get('/nowhere'), missing);
});

test('a document of another plan, a withheld one and one that does not exist refuse a ticket with the same bytes', async t => {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const mine = await server.importPlan(smallPlan());
  const theirs = await server.importPlan(smallPlan());
  const {storage} = server.server.http;
  // The ids came from this server's own answers.
  const planId = mine.planId as Parameters<typeof storage.compartments>[0];
  const otherId = theirs.planId as typeof planId;
  const [shared] = await storage.compartments(planId);
  const [other] = await storage.compartments(otherId);
  assert.ok(shared && other);
  const withheld = {
    ...shared,
    id: 'W'.repeat(22) as typeof shared.id,
    kind: 'withheld' as const,
    audience: [],
  };
  await storage.addCompartment(withheld);
  const {headers} = await server.signIn(mine.planId, personId(mine, 'esme'));
  const url = `/api/plans/${mine.planId}/tickets`;
  const ask = async (compartmentId: string) =>
    received(await server.send({method: 'POST', url, headers, payload: {compartmentId}}));
  const missing = await ask('nothing');
  assert.deepEqual(await ask(other.id), missing);
  assert.deepEqual(await ask(withheld.id), missing);
});

test('somebody hidden from the lead is as missing to the lead as nobody', async t => {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const file = smallPlan();
  const people = file['participants'] as {key: string; hiddenFrom?: unknown}[];
  for (const one of people) if (one.key === 'delphine') one.hiddenFrom = [{key: 'esme', class: 'sealed'}];
  const plan = await server.importPlan(file);
  const {headers} = await server.signIn(plan.planId, personId(plan, 'esme'));
  const hidden = personId(plan, 'delphine');
  const invite = async (participantId: string) =>
    received(
      await server.send({
        method: 'POST',
        url: `/api/plans/${plan.planId}/invites`,
        headers,
        payload: {participantId},
      }),
    );
  const change = async (id: string) =>
    received(
      await server.send({
        method: 'PATCH',
        url: `/api/plans/${plan.planId}/participants/${id}`,
        headers,
        payload: {accessEnds: '2026-12-01T00:00:00Z'},
      }),
    );
  assert.deepEqual(await invite(hidden), await invite('A'.repeat(22)));
  assert.deepEqual(await change(hidden), await change('A'.repeat(22)));
});

test('the administrator reads no plan', async t => {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const plan = await server.importPlan(smallPlan());
  for (const path of ['', '/people', '/my-items', '/compartments']) {
    const answer = await server.send({
      method: 'GET',
      url: `/api/plans/${plan.planId}${path}`,
      headers: ADMIN,
    });
    assert.equal(answer.statusCode, 404);
  }
});
