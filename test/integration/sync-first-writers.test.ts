import assert from 'node:assert/strict';
import {test} from 'node:test';
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

test('whoever only reads has the whole plan before anybody asks who first wrote what', async t => {
  const {gate, fixture} = await start(t);
  const esme = await fixture.join('esme');
  addItem(esme.doc, fixture.random, 'section:B', 'need', 'He hears the bell.');
  await esme.saved();
  await fixture.restart();
  gate.firstWriters = 0;
  gate.holdFirstWriters();
  const temi = await fixture.join('temi');
  await waitFor('the words', () => wordsOf(temi.doc, 'section:B').includes('bell'));
  await temi.saved();
  assert.equal(gate.firstWriters, 0);
});

test('words that come while it is being read who first wrote what wait, in their order, and none is lost', async t => {
  const {gate, fixture} = await start(t);
  gate.holdFirstWriters();
  const esme = await fixture.join('esme');
  const temi = await fixture.join('temi');
  const id = addItem(esme.doc, fixture.random, 'section:B', 'need', 'One');
  await waitFor('the read', () => gate.firstWriters === 1);
  textOf(esme.doc, 'section:B', id).insert(3, ' two');
  textOf(esme.doc, 'section:B', id).insert(7, ' three');
  assert.equal(esme.durable, 1, 'nothing but what she came with is said to be saved');
  gate.release();
  await esme.saved();
  await waitFor('all words', () => wordsOf(temi.doc, 'section:B').includes('One two three'));
  assert.equal(gate.firstWriters, 1);
});

test('if it can’t be read who first wrote what, nothing is said to be saved, and coming back saves it', async t => {
  const {gate, fixture} = await start(t);
  const ticket = await fixture.ticket(await fixture.signIn('esme'));
  const esme = fixture.client(ticket);
  await esme.synced();
  gate.failFirstWriters();
  addItem(esme.doc, fixture.random, 'section:B', 'need', 'Kept');
  assert.equal(await esme.closed(), 4500);
  assert.equal(esme.isSaved, false);
  const again = fixture.client(ticket, {doc: esme.doc});
  await again.synced();
  await again.saved();
  const temi = await fixture.join('temi');
  assert.ok(wordsOf(temi.doc, 'section:B').includes('Kept'));
});
