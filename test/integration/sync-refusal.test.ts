import assert from 'node:assert/strict';
import {test} from 'node:test';
import * as Y from 'yjs';
import {SyncFixture, type SyncFixtureOptions} from '../harness/sync-fixture.ts';
import {waitFor} from '../harness/wait-for.ts';
import {addItem, textOf, wordsOf} from '../harness/writing.ts';

async function start(t: {after(run: () => Promise<void>): void}, options: SyncFixtureOptions = {}) {
  const fixture = await SyncFixture.start(options);
  t.after(() => fixture.stop());
  return fixture;
}

test('a refused client is told which frame and why, then closed 4409, and its words are nowhere', async t => {
  const fixture = await start(t);
  const esme = await fixture.join('esme');
  const temi = await fixture.join('temi');
  addItem(temi.doc, fixture.random, 'section:A', 'history', 'allowed');
  addItem(temi.doc, fixture.random, 'section:I', 'institution', 'forbidden');
  assert.equal(await temi.closed(), 4409);
  const refused = temi.last('refused');
  assert.equal(refused?.code, 'FORBIDDEN');
  assert.equal(refused.frame, temi.sent);
  assert.equal(temi.durable, temi.sent - 1);
  await waitFor('what was allowed', () => wordsOf(esme.doc, 'section:A').includes('allowed'));
  assert.ok(!wordsOf(esme.doc, 'section:I').includes('forbidden'));
  assert.ok(esme.isOpen);
  const rows = await fixture.storage.refusals(fixture.shared);
  assert.deepEqual(
    rows.map(({participantId, code, cid}) => ({participantId, code, cid})),
    [{participantId: fixture.person('temi').id, code: 'FORBIDDEN', cid: temi.cid}],
  );
});

test('malformed Yjs bytes in a well-formed frame are refused with 4409, not 4400', async t => {
  const fixture = await start(t);
  const temi = await fixture.join('temi');
  temi.sendUpdate(Uint8Array.of(1, 2, 3));
  assert.equal(await temi.closed(), 4409);
  assert.equal(temi.last('refused')?.code, 'MALFORMED');
});

test('words under a client id that was never issued to the sender are refused', async t => {
  const fixture = await start(t);
  const esme = await fixture.join('esme');
  const temi = await fixture.join('temi');
  const forged = new Y.Doc();
  forged.clientID = esme.cid;
  addItem(forged, fixture.random, 'section:A', 'history', 'I never wrote this');
  temi.sendUpdate(Y.encodeStateAsUpdate(forged));
  assert.equal(await temi.closed(), 4409);
  assert.equal(temi.last('refused')?.code, 'UNBOUND_CLIENT');
});

test('words typed under an earlier ticket of the same person are still theirs', async t => {
  const fixture = await start(t);
  const offline = await fixture.ticket(await fixture.signIn('temi'));
  const doc = new Y.Doc();
  doc.clientID = offline.cid;
  addItem(doc, fixture.random, 'section:A', 'history', 'typed on the train');
  const temi = await fixture.join('temi');
  Y.applyUpdate(temi.doc, Y.encodeStateAsUpdate(doc));
  await temi.saved();
  assert.ok(temi.isOpen);
  const log = await fixture.storage.updateLog(fixture.shared, 0, 10);
  assert.equal(log[0]?.participantId, fixture.person('temi').id);
});

test('an update whose past is missing is held until the answer to sync step 1 brings it', async t => {
  const fixture = await start(t);
  const ticket = await fixture.ticket(await fixture.signIn('temi'));
  const client = fixture.client(ticket, {automatic: false});
  await client.opened();
  const updates: Uint8Array[] = [];
  client.doc.on('update', update => updates.push(update));
  const id = addItem(client.doc, fixture.random, 'section:A', 'history', 'first');
  textOf(client.doc, 'section:A', id).insert(5, ' second');
  textOf(client.doc, 'section:A', id).insert(12, ' third');
  client.sendUpdate(updates[1] ?? new Uint8Array());
  client.sendUpdate(updates[2] ?? new Uint8Array());
  await waitFor(
    'the server to ask again',
    () => client.frames.filter(one => one.kind === 'syncStep1').length === 2,
  );
  assert.equal(client.durable, 0);
  client.sendStep2(Y.encodeStateAsUpdate(client.doc));
  await client.saved();
  assert.ok(client.isOpen);
  const esme = await fixture.join('esme');
  assert.ok(wordsOf(esme.doc, 'section:A').includes('first second third'));
});

test('an update whose past never comes is refused as MISSING_DEPS after one exchange', async t => {
  const fixture = await start(t);
  const ticket = await fixture.ticket(await fixture.signIn('temi'));
  const client = fixture.client(ticket, {automatic: false});
  await client.opened();
  const updates: Uint8Array[] = [];
  client.doc.on('update', update => updates.push(update));
  const id = addItem(client.doc, fixture.random, 'section:A', 'history', 'first');
  textOf(client.doc, 'section:A', id).insert(5, ' second');
  client.sendUpdate(updates[1] ?? new Uint8Array());
  client.sendStep2(Uint8Array.of(0, 0));
  assert.equal(await client.closed(), 4409);
  assert.deepEqual([client.last('refused')?.code, client.last('refused')?.frame], ['MISSING_DEPS', 1]);
});

test('a refusal never says that a frame is on disk which was held and is lost', async t => {
  const fixture = await start(t);
  const ticket = await fixture.ticket(await fixture.signIn('temi'));
  const client = fixture.client(ticket, {automatic: false});
  await client.opened();
  const updates: Uint8Array[] = [];
  client.doc.on('update', update => updates.push(update));
  const id = addItem(client.doc, fixture.random, 'section:A', 'history', 'first');
  textOf(client.doc, 'section:A', id).insert(5, ' second');
  addItem(client.doc, fixture.random, 'section:I', 'institution', 'forbidden');
  client.sendUpdate(updates[1] ?? new Uint8Array());
  client.sendStep2(Y.encodeStateAsUpdate(client.doc));
  assert.equal(await client.closed(), 4409);
  assert.deepEqual([client.last('refused')?.frame, client.durable], [2, 0]);
});

test('somebody who is refused again and again has to wait, and nobody else does', async t => {
  const fixture = await start(t, {limits: {refusals: 3}});
  for (let round = 0; round < 3; round += 1) {
    const temi = await fixture.join('temi');
    temi.sendUpdate(Uint8Array.of(1, 2, 3));
    assert.equal(await temi.closed(), 4409);
  }
  const out = fixture.client(await fixture.ticket(await fixture.signIn('temi')));
  assert.equal(await out.closed(), 4429);
  await fixture.join('callum');
});

test('a reader who writes nothing is never refused, whatever others write', async t => {
  const fixture = await start(t);
  await fixture.storage.putParticipant({...fixture.person('marcus'), role: 'interpreter'});
  const reader = await fixture.join('marcus');
  const esme = await fixture.join('esme');
  const temi = await fixture.join('temi');
  const id = addItem(esme.doc, fixture.random, 'section:B', 'need', 'bold and plain and bold');
  await waitFor('all copies', () => wordsOf(temi.doc, 'section:B') === wordsOf(esme.doc, 'section:B'));
  for (let round = 0; round < 20; round += 1) {
    textOf(esme.doc, 'section:B', id).format(round % 7, 5, {bold: round % 2 === 0 ? {} : null});
    textOf(temi.doc, 'section:B', id).format(round % 5, 9, {italic: round % 3 === 0 ? {} : null});
    textOf(temi.doc, 'section:B', id).delete(0, 1);
    textOf(esme.doc, 'section:B', id).insert(0, 'x');
  }
  await waitFor('everything saved', () => esme.isSaved && temi.isSaved);
  await waitFor('one text', () => {
    const words = wordsOf(esme.doc, 'section:B');
    return wordsOf(temi.doc, 'section:B') === words && wordsOf(reader.doc, 'section:B') === words;
  });
  assert.ok(reader.isOpen && esme.isOpen && temi.isOpen);
});
