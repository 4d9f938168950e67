import assert from 'node:assert/strict';
import test, {type TestContext} from 'node:test';
import type {PlanSession} from '../../packages/editor/src/sync/plan-session.ts';
import {personId} from '../../packages/server/src/testing/index.ts';
import {Cable} from '../e2e/support/cable.ts';
import {EditorFixture} from '../harness/editor-fixture.ts';
import {waitFor} from '../harness/wait-for.ts';

/** A plan on which something is withheld with the mother, whose link nobody confirmed. */
async function start(t: TestContext): Promise<EditorFixture> {
  const house = await EditorFixture.start();
  t.after(() => house.stop());
  await house.open('bronagh');
  const status = await house.as('bronagh', 'POST', `/api/plans/${house.planId}/withholdings`, {
    draft: {root: 'sos:worries', type: 'harm', text: 'He waited at the gate.'},
    hiddenFrom: [personId(house.plan, 'callum')],
    reasonCode: 'risk_harm',
    legalGround: 'Serious harm.',
  });
  assert.equal(status, 201);
  return house;
}

function receives(plan: PlanSession): boolean {
  return plan.compartments.some(({kind}) => kind === 'withheld');
}

async function confirm(house: EditorFixture, key: string): Promise<void> {
  const body = {participantId: personId(house.plan, key)};
  const {code} = (await house.ask('bronagh', 'POST', '/api/session/codes', body)).json<{code: string}>();
  assert.equal(await house.as(key, 'POST', '/api/session/confirm', {code}), 200);
}

test('a page whose session is confirmed meanwhile knows it, and gets what is its reader’s own', async t => {
  const house = await start(t);
  const temi = await house.open('temi', house.origin, false);
  assert.equal(temi.isSure, false);
  assert.equal(receives(temi), false);
  await confirm(house, 'temi');
  await waitFor('it is sure', () => temi.isSure && receives(temi));
});

test('a page that could not ask at first asks when the connection is there', async t => {
  const house = await start(t);
  const cable = await Cable.to(Number(new URL(house.origin).port));
  t.after(() => cable.remove());
  cable.cut();
  const temi = await house.open('temi', cable.origin, false);
  assert.equal(temi.isSure, true, 'nothing is said of what nobody knows');
  cable.mend();
  await waitFor('it knows', () => !temi.isSure);
});

test('a page whose session was confirmed from the start is sure', async t => {
  const house = await start(t);
  assert.equal((await house.open('esme')).isSure, true);
});
