import assert from 'node:assert/strict';
import test from 'node:test';
import type {Environment} from '../../config/index.ts';
import {ADMIN, TestServer, personId, smallPlan} from '../../testing/index.ts';

async function serverWith(t: {after(task: () => Promise<void>): void}, environment: Environment) {
  const server = await TestServer.start({environment});
  t.after(() => server.stop());
  return server;
}

test('without a setting the pages are told no number and no name', async t => {
  const server = await serverWith(t, {});
  const answer = await server.send({method: 'GET', url: '/site.json'});
  assert.deepEqual(answer.json(), {helpLine: null, council: null});
});

test('what the operator set is told to anybody, the same for all, and asked for anew each time', async t => {
  const server = await serverWith(t, {
    GOLDTHREAD_HELP_LINE: '020 7946 0958',
    GOLDTHREAD_COUNCIL: 'Eastmere Council',
  });
  const plan = await server.importPlan(smallPlan());
  const {headers} = await server.signIn(plan.planId, personId(plan, 'callum'));
  const answers = await Promise.all(
    [{}, headers, ADMIN].map(one => server.send({method: 'GET', url: '/site.json', headers: one})),
  );
  assert.deepEqual(answers[0]?.json(), {helpLine: '020 7946 0958', council: 'Eastmere Council'});
  assert.equal(new Set(answers.map(one => one.body)).size, 1);
  assert.equal(answers[0].headers['cache-control'], 'no-cache');
});

test('the page of a link names the council that the operator set before any that the plan names', async t => {
  const server = await serverWith(t, {GOLDTHREAD_COUNCIL: 'Eastmere Council'});
  const plan = await server.importPlan(smallPlan());
  const invite = await server.send({
    method: 'POST',
    url: `/api/plans/${plan.planId}/invites`,
    headers: ADMIN,
    payload: {participantId: personId(plan, 'temi')},
  });
  const {token} = invite.json<{token: string}>();
  const look = await server.send({method: 'POST', url: '/api/invites/look', payload: {token}});
  assert.deepEqual(look.json(), {forName: 'Temi Adeyemi', council: 'Eastmere Council'});
});

test('what the council says of mediation is told to anybody, and of the rest that it says nothing', async t => {
  const mediation = {name: 'Marlshire Mediation', words: 'Call.', link: 'https://mediation.example'};
  const server = await TestServer.start({
    environment: {GOLDTHREAD_COUNCIL: 'Marlshire Council'},
    councilWords: {mediation},
  });
  t.after(() => server.stop());
  const answer = await server.send({method: 'GET', url: '/council.json'});
  const silent = {advice: null, appeal: null};
  assert.deepEqual(answer.json(), {council: 'Marlshire Council', mediation, ...silent});
  assert.equal(answer.headers['cache-control'], 'no-cache');
});

test('without such a file the council says nothing of its own', async t => {
  const server = await serverWith(t, {});
  const answer = await server.send({method: 'GET', url: '/council.json'});
  assert.deepEqual(answer.json(), {council: null, advice: null, mediation: null, appeal: null});
});
