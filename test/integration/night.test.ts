import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import * as Y from 'yjs';
import type {PlanStorage} from '../../packages/server/src/storage/index.ts';
import {lastNight} from '../../packages/server/src/sync/night-work.ts';
import {filesHolding} from '../../packages/server/src/testing/files-holding.ts';
import {ManualClock} from '../harness/manual-clock.ts';
import {wrapStorage} from '../harness/proof/hidden-person.ts';
import {SyncFixture} from '../harness/sync-fixture.ts';
import {waitUntil} from '../harness/wait-for.ts';
import {addItem, removeItem, textOf, wordsOf} from '../harness/writing.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Letters of a script that nobody writes any more, so that each can be looked for, however it was typed. */
const SECRET = '𐦠𐦡𐦢𐦣𐦤𐦥';

async function start(t: TestContext, wrap?: (storage: PlanStorage) => PlanStorage) {
  const clock = new ManualClock();
  // Nobody answers pings while the clock jumps.
  const limits = {heartbeatMs: 10 * DAY, sweepMs: MINUTE};
  // Nothing is sealed here: what is gone from the files isn't only closed but gone.
  const fixture = await SyncFixture.start({clock, limits, plain: true, ...(wrap && {wrapStorage: wrap})});
  t.after(() => fixture.stop());
  // The first look round finds that no night was missed.
  clock.advance(MINUTE);
  await waitUntil('the first look', async () => (await fixture.storage.upkeep.nightDoneAt()) !== null);
  const night = async () => {
    const before = await fixture.storage.upkeep.nightDoneAt();
    clock.advance(lastNight(clock.now()) + DAY + MINUTE - clock.now());
    await waitUntil('the night', async () => (await fixture.storage.upkeep.nightDoneAt()) !== before);
  };
  return {clock, fixture, night};
}

test('after a night no file holds a letter of what was deleted, however it was typed', async t => {
  const {fixture, night} = await start(t);
  const esme = await fixture.join('esme');
  const id = addItem(esme.doc, fixture.random, 'section:B', 'need', 'He hears the bell.');
  const text = textOf(esme.doc, 'section:B', id);
  for (const letter of SECRET) text.insert(text.length, letter);
  text.delete(text.length - SECRET.length, SECRET.length);
  addItem(esme.doc, fixture.random, 'section:E', 'outcome', 'He says what he needs.');
  await esme.saved();
  assert.equal(filesHolding(fixture.folder, [...SECRET]).length, [...SECRET].length);
  await night();
  assert.deepEqual(filesHolding(fixture.folder, [...SECRET]), []);
  const log = await fixture.storage.updateLog(fixture.shared, 0, 100);
  assert.equal(log.length, 3 + [...SECRET].length);
  assert.ok(log.every(row => row.bytes === null && row.participantId === fixture.person('esme').id));
  const temi = await fixture.join('temi');
  assert.match(wordsOf(temi.doc, 'section:B'), /\"text\":\"He hears the bell.\"/);
});

test('what somebody could read whose access ended by itself has new keys after the night, once', async t => {
  const renewed: string[] = [];
  const {fixture, night} = await start(t, storage =>
    wrapStorage(storage, {
      rotateKey: async (id, purgedAt) => {
        renewed.push(id);
        await storage.rotateKey(id, purgedAt);
      },
    }),
  );
  const {id} = fixture.person('temi');
  await fixture.storage.changeAccess(id, {accessEndsAt: fixture.clock.now() + MINUTE});
  await night();
  assert.deepEqual(renewed.toSorted(), [fixture.shared, fixture.voice].toSorted());
  await night();
  assert.equal(renewed.length, 2);
});

test('a night keeps the lineage: open pages write on, and an old copy that comes back brings nothing with it', async t => {
  const {fixture, night} = await start(t);
  const esme = await fixture.join('esme');
  const id = addItem(esme.doc, fixture.random, 'section:B', 'need', `He hears the bell. ${SECRET}`);
  await esme.saved();
  const old = new Y.Doc();
  Y.applyUpdate(old, Y.encodeStateAsUpdate(esme.doc));
  removeItem(esme.doc, 'section:B', id);
  await esme.saved();
  const before = await fixture.storage.compartment(fixture.shared);
  await night();
  assert.deepEqual(await fixture.storage.compartment(fixture.shared), before);
  assert.ok(esme.isOpen);
  addItem(esme.doc, fixture.random, 'section:B', 'need', 'He hears the rain.');
  await esme.saved();
  const ticket = await fixture.ticket(await fixture.signIn('temi'));
  const temi = fixture.client(ticket, {doc: old});
  await temi.synced();
  assert.match(wordsOf(temi.doc, 'section:B'), /\"text\":\"He hears the rain.\"/);
  assert.deepEqual(filesHolding(fixture.folder, [...SECRET]), []);
});

test('every document that changed is folded in the same night, and no other', async t => {
  const {fixture, night} = await start(t);
  const esme = await fixture.join('esme');
  addItem(esme.doc, fixture.random, 'section:B', 'need', 'He hears the bell.');
  await esme.saved();
  await night();
  const folded = async () => {
    const stored = [fixture.shared, fixture.voice].map(id => fixture.storage.loadDocument(id));
    return (await Promise.all(stored)).map(one => one?.snapshot?.upToSeq ?? null);
  };
  assert.deepEqual(await folded(), [1, null]);
  const again = await fixture.join('esme');
  addItem(again.doc, fixture.random, 'section:B', 'need', 'He hears the rain.');
  await again.saved();
  const jory = await fixture.join('jory', fixture.voice);
  addItem(jory.doc, fixture.random, 'house:good', 'statement', 'blue room');
  await jory.saved();
  await night();
  assert.deepEqual(await folded(), [2, 1]);
  const first = (await fixture.storage.loadDocument(fixture.shared))?.snapshot?.bytes;
  await night();
  assert.deepEqual((await fixture.storage.loadDocument(fixture.shared))?.snapshot?.bytes, first);
});

test('a night that the server slept through is made up for after its start', async t => {
  const {clock, fixture} = await start(t);
  const esme = await fixture.join('esme');
  const id = addItem(esme.doc, fixture.random, 'section:B', 'need', SECRET);
  textOf(esme.doc, 'section:B', id).delete(0, SECRET.length);
  await esme.saved();
  const before = await fixture.storage.upkeep.nightDoneAt();
  await fixture.sync.close();
  clock.advance(DAY);
  assert.equal(filesHolding(fixture.folder, [SECRET]).length, 1);
  await fixture.restart();
  clock.advance(MINUTE);
  await waitUntil('the night', async () => (await fixture.storage.upkeep.nightDoneAt()) !== before);
  assert.deepEqual(filesHolding(fixture.folder, [...SECRET]), []);
});

test('whoever comes after an item was taken out is not sent it, as soon as the document has rested', async t => {
  const {clock, fixture} = await start(t);
  const esme = await fixture.join('esme');
  const id = addItem(esme.doc, fixture.random, 'section:B', 'need', SECRET);
  addItem(esme.doc, fixture.random, 'section:B', 'need', 'He hears the bell.');
  await esme.saved();
  removeItem(esme.doc, 'section:B', id);
  await esme.saved();
  clock.advance(MINUTE);
  await waitUntil('the document to be folded', async () => {
    const stored = await fixture.storage.loadDocument(fixture.shared);
    return stored !== null && stored.tail.length === 0;
  });
  const temi = await fixture.join('temi');
  const received = Buffer.concat(temi.received);
  for (const letter of SECRET) assert.ok(!received.includes(letter));
  assert.match(wordsOf(temi.doc, 'section:B'), /\"text\":\"He hears the bell.\"/);
});

test('tickets of sessions long over are forgotten in a night, but for those that say who wrote', async t => {
  const {clock, fixture} = await start(t);
  const esme = await fixture.join('esme');
  addItem(esme.doc, fixture.random, 'section:B', 'need', 'He hears the bell.');
  await esme.saved();
  const session = await fixture.signIn('temi', {expiresAt: clock.now() + 60 * DAY});
  const silent = await fixture.join('temi');
  const [spare, waiting] = [
    await fixture.ticket(await fixture.signIn('temi')),
    await fixture.ticket(session),
  ];
  for (const client of [esme, silent]) client.destroy();
  const boundAfter = async (days: number) => {
    const before = await fixture.storage.upkeep.nightDoneAt();
    clock.skip(days * DAY);
    await waitUntil('the night', async () => (await fixture.storage.upkeep.nightDoneAt()) !== before);
    return (await fixture.storage.bindings(fixture.shared)).map(({cid}) => cid);
  };
  assert.deepEqual(await boundAfter(29), [esme.cid, silent.cid, spare.cid, waiting.cid]);
  // A session that goes on may yet write under each of its client ids.
  assert.deepEqual(await boundAfter(2), [esme.cid, waiting.cid]);
  assert.deepEqual(await boundAfter(32), [esme.cid]);
  await fixture.restart();
  const again = await fixture.join('marcus');
  assert.match(wordsOf(again.doc, 'section:B'), /He hears the bell/);
});
