import assert from 'node:assert/strict';
import {test} from 'node:test';
import {newId, type SessionId} from '@goldthread/schema';
import type {NewPlan} from '../../packages/server/src/storage/index.ts';
import {CommitGate} from '../harness/commit-gate.ts';
import {SyncFixture} from '../harness/sync-fixture.ts';
import {testPlan} from '../harness/test-plan.ts';
import {hashTicket} from '../harness/ticket-hash.ts';
import {waitFor} from '../harness/wait-for.ts';
import {WireClient} from '../harness/wire-client.ts';
import {addItem} from '../harness/writing.ts';

async function start(t: {after(run: () => Promise<void>): void}) {
  const gate = new CommitGate();
  const fixture = await SyncFixture.start({wrapStorage: storage => gate.wrap(storage)});
  const other = testPlan(fixture.random, fixture.clock.now());
  await fixture.storage.createPlan(other);
  t.after(async () => {
    gate.release();
    await fixture.stop();
  });
  return {gate, fixture, other};
}

/** The keyworker of another plan of the same server, with the document open. */
async function joinOther(
  fixture: SyncFixture,
  {plan, participants, compartments}: NewPlan,
): Promise<WireClient> {
  const person = participants.find(one => one.key === 'esme');
  const shared = compartments.find(one => one.kind === 'shared');
  assert.ok(person && shared);
  const now = fixture.clock.now();
  const sessionId = newId<SessionId>(fixture.random);
  await fixture.storage.createSession({
    id: sessionId,
    tokenHash: newId(fixture.random),
    planId: plan.id,
    participantId: person.id,
    device: 'own',
    confirmed: true,
    present: null,
    hasStranger: false,
    invitedBy: null,
    proof: null,
    createdAt: now,
    expiresAt: now + 86_400_000,
    lastSeenAt: now,
    endedAt: null,
  });
  const ticket = newId(fixture.random);
  const cid = 4_000_000_000;
  const holder = {
    planId: plan.id,
    compartmentId: shared.id,
    participantId: person.id,
    sessionId,
    cid,
    epoch: 1,
  };
  await fixture.storage.createTicket({...holder, ticketHash: hashTicket(ticket), createdAt: now});
  const path = `/sync/${plan.id}/${shared.id}?ticket=${ticket}&cid=${cid}`;
  const client = new WireClient({url: `ws://127.0.0.1:${fixture.port}${path}`, cid});
  await client.synced();
  return client;
}

test('a plan whose rows cannot be stored costs another plan of the same commit nothing', async t => {
  const {gate, fixture, other} = await start(t);
  const esme = await fixture.join('esme');
  const temi = await fixture.join('temi');
  const stranger = await joinOther(fixture, other);
  t.after(async () => Promise.resolve(stranger.destroy()));
  await waitFor('quiet', () => esme.isSaved && temi.isSaved && stranger.isSaved);
  gate.hold();
  addItem(esme.doc, fixture.random, 'section:B', 'need', 'first');
  await waitFor('the first commit', () => gate.waiting === 1);
  addItem(temi.doc, fixture.random, 'section:A', 'history', 'kept');
  addItem(stranger.doc, fixture.random, 'section:B', 'need', 'one row too many');
  await waitFor('both to have been sent', () => temi.sent === 2 && stranger.sent === 2);
  gate.failPlan(other.plan.id);
  gate.release();
  assert.equal(await stranger.closed(), 4500);
  await temi.saved();
  assert.equal(temi.closeCode, null);
  assert.equal(esme.closeCode, null);
  const log = await fixture.storage.updateLog(fixture.shared, 0, 10);
  assert.equal(log.length, 2);
});

test('a question about a document is answered although the commit of another plan failed in the same turn', async t => {
  const {gate, fixture, other} = await start(t);
  const esme = await fixture.join('esme');
  const stranger = await joinOther(fixture, other);
  t.after(async () => Promise.resolve(stranger.destroy()));
  await waitFor('quiet', () => esme.isSaved && stranger.isSaved);
  gate.hold();
  addItem(esme.doc, fixture.random, 'section:B', 'need', 'first');
  await waitFor('the first commit', () => gate.waiting === 1);
  gate.failPlan(other.plan.id);
  addItem(stranger.doc, fixture.random, 'section:B', 'need', 'one row too many');
  const temi = fixture.client(await fixture.ticket(await fixture.signIn('temi')));
  await waitFor('the newcomer to have asked', () => temi.sent === 1);
  gate.release();
  assert.equal(await stranger.closed(), 4500);
  await temi.synced();
});

test('a document that was on its way into memory when its plan was reset still hears that access has ended', async t => {
  const {gate, fixture} = await start(t);
  const esme = await fixture.join('esme');
  await esme.saved();
  gate.holdLoad(fixture.voice);
  const temi = fixture.client(await fixture.ticket(await fixture.signIn('temi'), fixture.voice), {
    compartmentId: fixture.voice,
  });
  await waitFor('the load to begin', () => gate.loading === 1);
  gate.failNext();
  addItem(esme.doc, fixture.random, 'section:B', 'need', 'does not fit');
  assert.equal(await esme.closed(), 4500);
  gate.release();
  await temi.synced();
  await fixture.storage.putParticipant({...fixture.person('temi'), accessEndsAt: fixture.clock.now()});
  await fixture.changed();
  assert.equal(await temi.closed(), 4403);
});
