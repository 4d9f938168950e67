import assert from 'node:assert/strict';
import {test} from 'node:test';
import {encodeClientMessage} from '@goldthread/schema/wire';
import {canonicalHash} from '@goldthread/schema/ydoc';
import {newId, type CompartmentId, type ItemId, type ItemTypeName, type RootName} from '@goldthread/schema';
import {node} from '@goldthread/schema/testing';
import {writeItems} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import {ManualClock} from '../harness/manual-clock.ts';
import {noMetrics, type Metrics} from '../../packages/server/src/ports/index.ts';
import {SyncFixture, type SyncFixtureOptions} from '../harness/sync-fixture.ts';
import {waitFor} from '../harness/wait-for.ts';
import {addItem, textOf, wordsOf} from '../harness/writing.ts';

async function start(t: {after(run: () => Promise<void>): void}, options: SyncFixtureOptions = {}) {
  const fixture = await SyncFixture.start(options);
  t.after(() => fixture.stop());
  return fixture;
}

test('a document that leaves memory and comes back is the same document, compacted or not', async t => {
  for (const compactRowsOnUnload of [0, 1000]) {
    const clock = new ManualClock();
    let rooms = -1;
    const metrics: Metrics = {
      ...noMetrics,
      gauge(name, value) {
        if (name === 'sync_rooms') rooms = value;
      },
    };
    const fixture = await start(t, {clock, metrics, limits: {compactRowsOnUnload}});
    const esme = await fixture.join('esme');
    const id = addItem(esme.doc, fixture.random, 'section:B', 'need', 'He hears the bell.');
    textOf(esme.doc, 'section:B', id).format(3, 5, {bold: {}});
    textOf(esme.doc, 'section:B', id).delete(0, 2);
    addItem(esme.doc, fixture.random, 'section:E', 'outcome', 'He says what he needs.');
    await esme.saved();
    const words = wordsOf(esme.doc, 'section:B');
    esme.cut();
    await esme.closed();
    await waitFor('the document to leave memory', () => {
      clock.advance(1000);
      return rooms === 0;
    });
    const stored = await fixture.storage.loadDocument(fixture.shared);
    assert.equal(stored?.headSeq, 4);
    assert.equal(stored.snapshot !== null, compactRowsOnUnload === 0);
    const temi = await fixture.join('temi');
    assert.equal(wordsOf(temi.doc, 'section:B'), words);
    assert.deepEqual(Y.encodeStateVector(temi.doc), Y.encodeStateVector(esme.doc));
  }
});

test('compaction keeps who and when, drops the bytes, and readers notice nothing', async t => {
  const clock = new ManualClock();
  const fixture = await start(t, {clock, limits: {compactRows: 5, checkAfterMs: 1000}});
  const esme = await fixture.join('esme');
  addItem(esme.doc, fixture.random, 'section:B', 'need', 'He hears the bell.');
  for (const letter of 'He hears the bell.') {
    addItem(esme.doc, fixture.random, 'section:E', 'outcome', letter);
  }
  await esme.saved();
  clock.advance(2000);
  let stored = await fixture.storage.loadDocument(fixture.shared);
  for (let tries = 0; stored?.snapshot === null && tries < 1000; tries += 1) {
    stored = await fixture.storage.loadDocument(fixture.shared);
  }
  assert.equal(stored?.snapshot?.upToSeq, 19);
  assert.equal(stored.tail.length, 0);
  const log = await fixture.storage.updateLog(fixture.shared, 0, 100);
  assert.equal(log.length, 19);
  assert.ok(log.every(row => row.participantId === fixture.person('esme').id && row.inserted.length === 1));
  addItem(esme.doc, fixture.random, 'section:B', 'need', 'after compaction');
  await esme.saved();
  const temi = await fixture.join('temi');
  assert.deepEqual(Y.encodeStateVector(temi.doc), Y.encodeStateVector(esme.doc));
  assert.equal(wordsOf(temi.doc, 'section:E'), wordsOf(esme.doc, 'section:E'));
});

test('when a document falls silent everybody is sent the hashes of what was written, and they fit', async t => {
  const clock = new ManualClock();
  const fixture = await start(t, {clock, limits: {checkAfterMs: 1000}});
  const esme = await fixture.join('esme');
  const temi = await fixture.join('temi');
  addItem(esme.doc, fixture.random, 'section:B', 'need', 'He hears the bell.');
  await esme.saved();
  await waitFor('her copy', () => wordsOf(temi.doc, 'section:B').includes('bell'));
  assert.equal(temi.last('check'), undefined);
  clock.advance(1500);
  await waitFor('the check', () => temi.last('check') !== undefined && esme.last('check') !== undefined);
  const check = temi.last('check');
  assert.deepEqual(Object.keys(check?.hashes ?? {}), ['section:B']);
  assert.equal(check?.hashes['section:B'], canonicalHash(temi.doc, 'section:B'));
  const vector = Y.decodeStateVector(Buffer.from(check?.stateVector ?? '', 'base64'));
  assert.deepEqual(vector, Y.decodeStateVector(Y.encodeStateVector(temi.doc)));
  clock.advance(10_000);
  temi.send(encodeClientMessage({kind: 'diverged', root: 'section:B', hash: '0123456789abcdef'}));
  addItem(temi.doc, fixture.random, 'section:A', 'history', 'and goes on');
  await temi.saved();
  assert.ok(temi.isOpen);
});

test('a new item belongs to whoever first stored it, and to nobody else, whatever its attributes say', async t => {
  const fixture = await start(t);
  const temi = await fixture.join('temi');
  const words = addItem(temi.doc, fixture.random, 'section:A', 'history', 'mine');
  await temi.saved();
  const items = await fixture.storage.items(fixture.plan.plan.id);
  assert.equal(items.length, 1);
  assert.deepEqual(
    [items[0]?.id, items[0]?.owner, items[0]?.typedBy, items[0]?.root, items[0]?.type],
    [words, fixture.person('temi').id, null, 'section:A', 'history'],
  );
});

test('the server itself reads a document as it is on disk and writes to it as nobody', async t => {
  const fixture = await start(t);
  const esme = await fixture.join('esme');
  const id = newId<ItemId>(fixture.random);
  await fixture.sync.writeAsServer([
    {
      id: fixture.shared,
      items: [],
      write: doc => {
        writeItems(doc, 'section:B', [node('need', id, 'from the server')], 'import');
      },
    },
  ]);
  await waitFor('her copy', () => wordsOf(esme.doc, 'section:B').includes('from the server'));
  const words = await fixture.sync.withDocument(fixture.shared, doc => wordsOf(doc, 'section:B'));
  assert.ok(words?.includes('from the server'));
  const log = await fixture.storage.updateLog(fixture.shared, 0, 10);
  assert.deepEqual(
    log.map(row => [row.kind, row.participantId]),
    [['import', null]],
  );
  assert.equal(await fixture.sync.withDocument(newId(fixture.random), () => 1), null);
});

test('a server write that throws leaves the document and everybody in it alone', async t => {
  const fixture = await start(t);
  const esme = await fixture.join('esme');
  await assert.rejects(
    fixture.sync.writeAsServer([
      {
        id: fixture.shared,
        items: [],
        write: doc => {
          writeItems(doc, 'section:B', [node('need', newId(fixture.random), 'half')], 'import');
          throw new Error('no');
        },
      },
    ]),
    /no/,
  );
  addItem(esme.doc, fixture.random, 'section:B', 'need', 'whole');
  await esme.saved();
  const words = await fixture.sync.withDocument(fixture.shared, doc => wordsOf(doc, 'section:B'));
  assert.ok(words?.includes('whole') && !words.includes('half'));
});

test('what the server writes to several documents, and the records with it, is all there or not at all', async t => {
  const fixture = await start(t);
  const {storage, sync, shared, voice, plan} = fixture;
  const write = (root: RootName, type: ItemTypeName, words: string) => (doc: Y.Doc) => {
    writeItems(doc, root, [node(type, newId(fixture.random), words)], 'import');
  };
  const both = (second: (doc: Y.Doc) => void) => [
    {id: shared, items: [], write: write('section:B', 'need', 'together one')},
    {id: voice, items: [], write: second},
  ];
  const compartment = {
    id: newId<CompartmentId>(fixture.random),
    planId: plan.plan.id,
    kind: 'withheld',
    audience: [],
    epoch: 1,
    schemaVersion: 1,
    createdAt: 0,
  } as const;
  const records = [{kind: 'compartment', put: compartment} as const];
  const words = (id: CompartmentId, root: RootName) => sync.withDocument(id, doc => wordsOf(doc, root));
  const fail = (): never => {
    throw new Error('no');
  };
  await assert.rejects(sync.writeAsServer(both(fail), records), /no/);
  assert.ok(!(await words(shared, 'section:B'))?.includes('together one'));
  assert.equal(await storage.compartment(compartment.id), null);
  await sync.writeAsServer(both(write('house:good', 'statement', 'together two')), records);
  assert.ok((await words(shared, 'section:B'))?.includes('together one'));
  assert.ok((await words(voice, 'house:good'))?.includes('together two'));
  assert.deepEqual(await storage.compartment(compartment.id), compartment);
});
