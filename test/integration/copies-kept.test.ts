import assert from 'node:assert/strict';
import {test} from 'node:test';
import {SqliteStorage} from '../../packages/server/src/storage/index.ts';
import {TestServer} from '../../packages/server/src/testing/index.ts';
import {
  EIGHT,
  MAN,
  decisionsIn,
  noteStandOn,
  refusedWith,
  withNote,
  type NoteStand,
} from '../harness/note-stand.ts';
import {standOn} from '../harness/purge-stand.ts';
import {addItem} from '../harness/writing.ts';

const CAR = 'A green car waited at the gate for an hour on Tuesday.';

/** Writes a note into a withheld document. */
async function write(one: NoteStand, key: string, note: NoteStand['note'], words: string) {
  const client = await one.open(key, note);
  addItem(client.doc, one.server.server.http.random, 'items', 'note', words);
  return client;
}

test('E08: a decision holds after the server starts anew, for its writer and for nobody else, and keeps no word', async t => {
  const one = await withNote(t);
  assert.deepEqual(await one.copy('temi', MAN), [201, '']);
  const [decision] = await one.storage.copies((await one.storage.plans())[0]?.id ?? assert.fail());
  assert.deepEqual([decision?.from, decision?.to, decision?.by], [one.note, one.shared, one.id('temi')]);
  assert.equal(decision?.prints.length, 5);
  assert.doesNotMatch(JSON.stringify(decision), /man|school|office/i);
  await one.server.stop();
  const openStorage = (folder: string) => new SqliteStorage(folder);
  const server = await TestServer.start({folder: one.server.folder, openStorage});
  t.after(() => server.stop());
  await server.server.listen();
  const again = await noteStandOn(standOn(server, one.plan), one.note);
  const esme = await again.open('esme', one.shared);
  again.need(esme, MAN);
  assert.equal(await refusedWith(esme), 'COPIED');
  const temi = await again.open('temi', one.shared);
  again.need(temi, MAN);
  await temi.saved();
  assert.ok(temi.isOpen);
});

test('E08: it is made also while nobody has the plan open', async t => {
  const one = await withNote(t);
  assert.equal(await decisionsIn(one.storage), 0);
  assert.deepEqual(await one.copy('temi', EIGHT), [201, '']);
  assert.equal(await decisionsIn(one.storage), 1);
});

test('E08: a purge of the note, or of where its words were let in, takes what was decided along', async t => {
  const one = await withNote(t);
  const temi = await one.open('temi', one.shared);
  for (const purged of [one.note, one.shared]) {
    assert.deepEqual(await one.copy('temi', EIGHT), [201, '']);
    assert.equal(await decisionsIn(one.storage), 1);
    // Other words than those that were copied: the document as a whole starts afresh.
    assert.equal((await one.purge(purged, 'Year 3 goes'))[0], 202);
    assert.equal(await decisionsIn(one.storage), 0);
  }
  assert.equal(await temi.closed(), 4410);
  const again = await one.open('temi', one.shared);
  one.need(again, EIGHT);
  assert.equal(await refusedWith(again), 'COPIED', 'a plan in memory has forgotten it too');
});

test('E08: once something of a note is opened, what was decided about its words is asked again', async t => {
  const one = await withNote(t);
  const temi = await one.open('temi', one.shared);
  assert.deepEqual(await one.copy('temi', MAN), [201, '']);
  const request = {
    draft: {root: 'sos:worries', type: 'harm', text: CAR},
    hiddenFrom: [one.id('callum')],
    reasonCode: 'risk_harm',
    legalGround: 'Serious harm.',
  };
  const [, made] = await one.as('bronagh', 'POST', '/withholdings', request);
  assert.equal(made['compartmentId'], one.note, 'the same readers, the same document');
  for (const key of ['bronagh', 'anita']) {
    assert.equal(await decisionsIn(one.storage), 1);
    const path = `/withholdings/${String(made['withholdingId'])}/release`;
    const [status, body] = await one.as(key, 'POST', path, {});
    assert.equal(status, 200, JSON.stringify(body));
  }
  assert.equal(await decisionsIn(one.storage), 0);
  one.need(temi, MAN);
  assert.equal(await refusedWith(temi), 'COPIED');
});

test('E08: words for fewer people are held also where another note has readers whom they are kept from', async t => {
  const one = await withNote(t);
  const narrow = await one.noteFor(['bronagh', 'anita'], CAR);
  const bronagh = await write(one, 'bronagh', one.note, CAR);
  assert.equal(await refusedWith(bronagh), 'COPIED');
  const into = {root: 'items', compartmentId: one.note};
  assert.deepEqual(await one.copy('bronagh', CAR, into), [201, '']);
  const anita = await write(one, 'anita', one.note, CAR);
  assert.equal(await refusedWith(anita), 'COPIED', 'it was not she who decided');
  const again = await write(one, 'bronagh', one.note, CAR);
  await again.saved();
  const open = await one.open('bronagh', one.shared);
  addItem(open.doc, one.server.server.http.random, 'sos:worries', 'harm', CAR);
  assert.equal(await refusedWith(open), 'COPIED', 'not decided for everybody');
  // The other way round everybody who reads it receives the words anyway.
  const back = await write(one, 'anita', narrow, MAN);
  await back.saved();
  assert.ok(again.isOpen && back.isOpen);
});

test('E08: whoever doesn’t receive a note decides nothing about its words, nor into it, and learns nothing', async t => {
  const one = await withNote(t);
  await one.noteFor(['bronagh', 'anita'], CAR);
  const random = 'A white bus waited at the shop for an hour on Tuesday.';
  for (const into of [{}, {root: 'items', compartmentId: one.note}])
    assert.deepEqual(await one.copy('temi', CAR, into), await one.copy('temi', random, into));
  const into = (compartmentId: string) => one.copy('callum', MAN, {root: 'items', compartmentId});
  assert.deepEqual(await into(one.note), [404, 'NOT_FOUND']);
  assert.deepEqual(await into(one.note), await into('A'.repeat(22)));
  assert.deepEqual(await into(one.note), await into(one.shared));
  assert.equal(await decisionsIn(one.storage), 0);
  const temi = await write(one, 'temi', one.note, CAR);
  await temi.saved();
  assert.ok(temi.isOpen);
});
