import assert from 'node:assert/strict';
import {test} from 'node:test';
import {newId, type CompartmentId} from '@goldthread/schema';
import {SyncFixture} from '../harness/sync-fixture.ts';
import {waitFor} from '../harness/wait-for.ts';

test('a session that somebody confirms is told to fetch what it receives now, and opens it without a reload', async t => {
  const fixture = await SyncFixture.start();
  t.after(() => fixture.stop());
  const [shared] = fixture.plan.compartments;
  assert.ok(shared);
  const withheld = newId<CompartmentId>(fixture.random);
  const audience = [fixture.person('temi').id];
  await fixture.storage.addCompartment({...shared, id: withheld, kind: 'withheld', audience});
  const [session, other] = [
    await fixture.signIn('temi', {confirmed: false, tokenHash: 'one'}),
    await fixture.signIn('temi', {confirmed: false, tokenHash: 'two'}),
  ];
  const [page, elsewhere] = [
    fixture.client(await fixture.ticket(session)),
    fixture.client(await fixture.ticket(other)),
  ];
  await Promise.all([page.synced(), elsewhere.synced()]);
  const ticket = await fixture.ticket(session, withheld);
  const open = async () => {
    const client = fixture.client(ticket, {compartmentId: withheld});
    await client.opened();
    return client.httpStatus ?? 'open';
  };
  assert.equal(await open(), 404);
  const {id: planId} = fixture.plan.plan;
  const prove = {sessionId: session.id, at: fixture.clock.now(), by: 'code'} as const;
  await fixture.storage.record([{kind: 'proof', prove}]);
  await fixture.changed();
  await fixture.sync.tellSession(planId, session.id, ['people', 'withholdings']);
  await waitFor('the message', () => page.last('records') !== undefined);
  assert.deepEqual(page.last('records')?.kinds, ['people', 'withholdings']);
  assert.equal(await open(), 'open');
  assert.ok(page.isOpen);
  assert.equal(elsewhere.last('records'), undefined);
});
