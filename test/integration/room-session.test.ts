import assert from 'node:assert/strict';
import {test} from 'node:test';
import {newId, type CompartmentId} from '@goldthread/schema';
import {SyncFixture} from '../harness/sync-fixture.ts';
import {waitFor} from '../harness/wait-for.ts';
import {addItem, wordsOf} from '../harness/writing.ts';

/** A plan whose lead, mother and social worker share a withheld document. */
async function start(t: {after(run: () => Promise<void>): void}) {
  const fixture = await SyncFixture.start();
  t.after(() => fixture.stop());
  const [shared] = fixture.plan.compartments;
  assert.ok(shared);
  const id = newId<CompartmentId>(fixture.random);
  const audience = ['esme', 'temi', 'bronagh'].map(key => fixture.person(key).id);
  await fixture.storage.addCompartment({...shared, id, kind: 'withheld', audience});
  const room = async (...keys: string[]) =>
    await fixture.signIn('esme', {present: ['esme', ...keys].map(key => fixture.person(key).id)});
  const narrow = async (sessionId: Awaited<ReturnType<typeof room>>['id'], ...keys: string[]) => {
    const present = keys.map(key => fixture.person(key).id);
    await fixture.storage.record([{kind: 'room', narrow: {sessionId, present, hasStranger: false}}]);
    await fixture.changed();
  };
  return {fixture, withheld: id, room, narrow};
}

test('a screen in a room opens a withheld document only while everybody there receives it', async t => {
  const {fixture, withheld, room} = await start(t);
  const open = async (session: Awaited<ReturnType<typeof room>>) => {
    const client = fixture.client(await fixture.ticket(session, withheld), {compartmentId: withheld});
    await client.opened();
    return client.httpStatus ?? 'open';
  };
  assert.equal(await open(await room('temi')), 'open');
  assert.equal(await open(await room('temi', 'callum')), 404);
  assert.equal(await open({...(await fixture.signIn('esme', {present: [], hasStranger: true}))}), 404);
  assert.equal(await open(await fixture.signIn('esme', {confirmed: false})), 404);
});

test('a late arrival closes what the screen may not keep, 4403, before a byte more of it, and nothing else', async t => {
  const {fixture, withheld, room, narrow} = await start(t);
  const session = await room('temi');
  const sealed = fixture.client(await fixture.ticket(session, withheld), {compartmentId: withheld});
  const shared = fixture.client(await fixture.ticket(session));
  const temi = await fixture.join('temi', withheld);
  await Promise.all([sealed.synced(), shared.synced()]);
  addItem(temi.doc, fixture.random, 'items', 'note', 'while they were two');
  await waitFor('her words', () => wordsOf(sealed.doc, 'items').includes('while they were two'));
  await narrow(session.id, 'callum');
  const heard = sealed.received.length;
  addItem(temi.doc, fixture.random, 'items', 'note', 'after he came');
  await temi.saved();
  assert.equal(await sealed.closed(), 4403);
  assert.equal(sealed.received.length, heard);
  assert.ok(shared.isOpen && temi.isOpen);
  assert.ok(wordsOf(temi.doc, 'items').includes('after he came'));
});

test('who writes on a screen in a room is the person who signed in', async t => {
  const {fixture, room} = await start(t);
  const session = await room('callum');
  const screen = fixture.client(await fixture.ticket(session));
  const callum = await fixture.join('callum');
  await screen.synced();
  screen.sendPresence({}, 1);
  const id = addItem(screen.doc, fixture.random, 'section:I', 'institution', 'typed in the meeting');
  await screen.saved();
  await waitFor('her presence', () => callum.presence.length > 0);
  assert.equal(
    (callum.presence[0]?.state as {user: {id: string}} | undefined)?.user.id,
    fixture.person('esme').id,
  );
  const [item] = await fixture.storage.items(fixture.plan.plan.id);
  assert.deepEqual([item?.id, item?.owner, item?.sessionId], [id, fixture.person('esme').id, session.id]);
});

test('when somebody in the room loses access the screen loses what not everybody receives', async t => {
  const {fixture, withheld, room} = await start(t);
  const session = await room('temi');
  const screen = fixture.client(await fixture.ticket(session, withheld), {compartmentId: withheld});
  await screen.synced();
  await fixture.storage.changeAccess(fixture.person('temi').id, {accessEndsAt: fixture.clock.now()});
  await fixture.changed();
  assert.equal(await screen.closed(), 4403);
});
