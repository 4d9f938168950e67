import assert from 'node:assert/strict';
import {test} from 'node:test';
import {encodeSyncStep1} from '@goldthread/schema/wire';
import {ManualClock} from '../harness/manual-clock.ts';
import {SyncFixture, type SyncFixtureOptions} from '../harness/sync-fixture.ts';
import {waitFor} from '../harness/wait-for.ts';
import {addItem, wordsOf} from '../harness/writing.ts';

async function start(t: {after(run: () => Promise<void>): void}, options: SyncFixtureOptions = {}) {
  const fixture = await SyncFixture.start(options);
  t.after(() => fixture.stop());
  return fixture;
}

test('who loses access hears nothing more: 4403, and not a byte of what is written afterwards', async t => {
  const fixture = await start(t);
  const temi = await fixture.join('temi');
  const esme = await fixture.join('esme');
  await fixture.storage.putParticipant({...fixture.person('temi'), accessEndsAt: fixture.clock.now()});
  await fixture.changed();
  const heard = temi.received.length;
  addItem(esme.doc, fixture.random, 'section:B', 'need', 'after she left');
  await esme.saved();
  assert.equal(await temi.closed(), 4403);
  assert.equal(temi.received.length, heard);
});

test('a role that changes is told as rights, and the gate follows it at once', async t => {
  const fixture = await start(t);
  const marcus = await fixture.join('marcus');
  assert.ok(marcus.last('hello')?.writableRoots.includes('section:I'));
  await fixture.storage.putParticipant({...fixture.person('marcus'), role: 'interpreter'});
  await fixture.changed();
  await waitFor('the new rights', () => marcus.last('rights') !== undefined);
  assert.ok(!marcus.last('rights')?.writableRoots.includes('section:I'));
  assert.ok(marcus.isOpen);
  addItem(marcus.doc, fixture.random, 'section:I', 'institution', 'too late');
  assert.equal(await marcus.closed(), 4409);
});

test('a stage that closes the sections is told to everybody', async t => {
  const fixture = await start(t);
  const temi = await fixture.join('temi');
  const esme = await fixture.join('esme');
  const plan = await fixture.storage.plan(fixture.plan.plan.id);
  await fixture.storage.updatePlan(fixture.plan.plan.id, plan?.version ?? 0, {stage: 'final'});
  await fixture.changed();
  await waitFor('both told', () => temi.last('rights') !== undefined && esme.last('rights') !== undefined);
  assert.ok(!temi.last('rights')?.writableRoots.includes('section:A'));
});

test('nobody is told of rights that stayed the same', async t => {
  const fixture = await start(t);
  const temi = await fixture.join('temi');
  await fixture.storage.putParticipant({...fixture.person('callum'), accessEndsAt: fixture.clock.now()});
  await fixture.changed();
  const esme = await fixture.join('esme');
  addItem(esme.doc, fixture.random, 'section:B', 'need', 'flush');
  await waitFor('her copy', () => wordsOf(temi.doc, 'section:B').includes('flush'));
  assert.equal(temi.last('rights'), undefined);
});

test('a session that ends closes its sockets 4401, and no other', async t => {
  const fixture = await start(t);
  const session = await fixture.signIn('temi');
  const here = fixture.client(await fixture.ticket(session));
  const there = fixture.client(await fixture.ticket(session, fixture.voice), {compartmentId: fixture.voice});
  const phone = await fixture.join('temi');
  await Promise.all([here.synced(), there.synced()]);
  await fixture.storage.endSession(session.id, fixture.clock.now());
  await fixture.changed();
  assert.deepEqual(await Promise.all([here.closed(), there.closed()]), [4401, 4401]);
  assert.ok(phone.isOpen);
});

test('access that ends at a set time ends without a command', async t => {
  const clock = new ManualClock();
  const fixture = await start(t, {clock});
  await fixture.storage.putParticipant({...fixture.person('temi'), accessEndsAt: clock.now() + 15_000});
  const temi = await fixture.join('temi');
  clock.advance(14_000);
  assert.ok(temi.isOpen);
  clock.advance(2000);
  assert.equal(await temi.closed(), 4403);
});

test('a session that runs out while its socket is open is noticed within two minutes', async t => {
  const clock = new ManualClock();
  const fixture = await start(t, {clock});
  const session = await fixture.signIn('temi');
  const temi = fixture.client(await fixture.ticket(session));
  await temi.synced();
  await fixture.storage.endSession(session.id, clock.now());
  for (let step = 0; step < 6 && temi.closeCode === null; step += 1) {
    clock.advance(20_500);
    const heard = temi.frames.length;
    temi.send(encodeSyncStep1(Uint8Array.of(0)));
    await waitFor('an answer', () => temi.frames.length > heard + 1 || temi.closeCode !== null);
  }
  assert.equal(await temi.closed(), 4401);
});

test('a session whose time is over is closed at the next look around', async t => {
  const clock = new ManualClock();
  const fixture = await start(t, {clock});
  const session = await fixture.signIn('temi', {expiresAt: clock.now() + 15_000});
  const temi = fixture.client(await fixture.ticket(session));
  await temi.synced();
  clock.advance(14_000);
  assert.ok(temi.isOpen);
  clock.advance(2000);
  assert.equal(await temi.closed(), 4401);
});

test('who is new on the plan can come in as soon as their record is there', async t => {
  const fixture = await start(t);
  await fixture.join('esme');
  await fixture.storage.putParticipant({...fixture.person('temi'), accessEndsAt: 1});
  await fixture.changed();
  await fixture.storage.putParticipant(fixture.person('temi'));
  await fixture.changed();
  await fixture.join('temi');
});
