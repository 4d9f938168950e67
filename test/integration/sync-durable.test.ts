import assert from 'node:assert/strict';
import {test} from 'node:test';
import * as Y from 'yjs';
import {encodeSyncStep1} from '@goldthread/schema/wire';
import {CommitGate} from '../harness/commit-gate.ts';
import {SyncFixture} from '../harness/sync-fixture.ts';
import {waitFor} from '../harness/wait-for.ts';
import {addItem, textOf, wordsOf} from '../harness/writing.ts';

async function start(t: {after(run: () => Promise<void>): void}) {
  const gate = new CommitGate();
  const fixture = await SyncFixture.start({wrapStorage: storage => gate.wrap(storage)});
  t.after(async () => {
    gate.release();
    await fixture.stop();
  });
  return {gate, fixture};
}

test('until the commit is on disk nobody hears of an edit: no acknowledgement, no update, no sync step 2', async t => {
  const {gate, fixture} = await start(t);
  const esme = await fixture.join('esme');
  const temi = await fixture.join('temi');
  await esme.saved();
  gate.hold();
  const before = {durable: esme.durable, heard: temi.received.length};
  addItem(esme.doc, fixture.random, 'section:B', 'need', 'He hears the bell.');
  await waitFor('the commit to arrive', () => gate.waiting === 1);
  temi.send(encodeSyncStep1(Y.encodeStateVector(new Y.Doc())));
  const callum = fixture.client(await fixture.ticket(await fixture.signIn('callum')));
  await waitFor('the newcomer to be greeted', () => callum.frames.length >= 2);
  assert.equal(esme.durable, before.durable);
  assert.equal(temi.received.length, before.heard);
  assert.ok(!callum.frames.some(frame => frame.kind === 'syncStep2' || frame.kind === 'update'));
  gate.release();
  await esme.saved();
  await callum.synced();
  await waitFor('his copy', () => wordsOf(callum.doc, 'section:B').includes('bell'));
  await waitFor('her copy', () => wordsOf(temi.doc, 'section:B').includes('bell'));
});

test('what arrives while a commit runs is written in the next one, all rooms together', async t => {
  const {gate, fixture} = await start(t);
  const esme = await fixture.join('esme');
  const temi = await fixture.join('temi');
  const jory = await fixture.join('jory', fixture.voice);
  await waitFor('quiet', () => esme.isSaved && temi.isSaved && jory.isSaved);
  gate.hold();
  addItem(esme.doc, fixture.random, 'section:B', 'need', 'one');
  await waitFor('the first commit', () => gate.waiting === 1);
  addItem(esme.doc, fixture.random, 'section:B', 'need', 'two');
  addItem(temi.doc, fixture.random, 'section:A', 'history', 'three');
  addItem(jory.doc, fixture.random, 'house:good', 'statement', 'red train');
  gate.release();
  await waitFor('all saved', () => esme.isSaved && temi.isSaved && jory.isSaved);
  const log = await fixture.storage.updateLog(fixture.shared, 0, 100);
  assert.deepEqual(
    log.map(row => row.participantId),
    [fixture.person('esme').id, fixture.person('esme').id, fixture.person('temi').id],
  );
});

test('a failed commit tells nobody anything, closes 4500, and the document is what it was', async t => {
  const {gate, fixture} = await start(t);
  const esme = await fixture.join('esme');
  const temi = await fixture.join('temi');
  const kept = addItem(esme.doc, fixture.random, 'section:B', 'need', 'kept');
  await esme.saved();
  await waitFor('her copy', () => wordsOf(temi.doc, 'section:B').includes('kept'));
  const before = {durable: esme.durable, heard: temi.received.length};
  gate.failNext();
  textOf(esme.doc, 'section:B', kept).insert(0, 'lost ');
  assert.equal(await esme.closed(), 4500);
  assert.equal(await temi.closed(), 4500);
  assert.equal(esme.durable, before.durable);
  assert.equal(temi.received.length, before.heard);
  const callum = await fixture.join('callum');
  assert.ok(!wordsOf(callum.doc, 'section:B').includes('lost'));
  // The writer comes back with the same document, and the words get through after all.
  const again = fixture.client(await fixture.ticket(await fixture.signIn('esme')), {doc: new Y.Doc()});
  await again.synced();
  Y.applyUpdate(again.doc, Y.encodeStateAsUpdate(callum.doc));
  assert.ok(wordsOf(again.doc, 'section:B').includes('kept'));
});

test('a client that comes back after a failed commit brings its unsaved words', async t => {
  const {gate, fixture} = await start(t);
  const ticket = await fixture.ticket(await fixture.signIn('esme'));
  const first = fixture.client(ticket);
  await first.synced();
  gate.failNext();
  addItem(first.doc, fixture.random, 'section:B', 'need', 'not lost');
  assert.equal(await first.closed(), 4500);
  const second = fixture.client(ticket, {doc: first.doc});
  await second.synced();
  await second.saved();
  const temi = await fixture.join('temi');
  assert.ok(wordsOf(temi.doc, 'section:B').includes('not lost'));
});

test('an older process cannot write once a newer one has taken over the plan', async t => {
  const {fixture} = await start(t);
  const esme = await fixture.join('esme');
  await fixture.storage.acquireLease(fixture.plan.plan.id, 'another process', true);
  addItem(esme.doc, fixture.random, 'section:B', 'need', 'too late');
  assert.equal(await esme.closed(), 4500);
  assert.equal(esme.durable, 1);
  assert.equal((await fixture.storage.updateLog(fixture.shared, 0, 10)).length, 0);
});

test('closing finishes what arrived, says 1001 and loses nothing', async t => {
  const {fixture} = await start(t);
  const esme = await fixture.join('esme');
  addItem(esme.doc, fixture.random, 'section:B', 'need', 'at the last moment');
  await esme.saved();
  await fixture.restart();
  assert.equal(await esme.closed(), 1001);
  const temi = await fixture.join('temi');
  assert.ok(wordsOf(temi.doc, 'section:B').includes('at the last moment'));
});
