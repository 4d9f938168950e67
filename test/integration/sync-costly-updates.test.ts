import assert from 'node:assert/strict';
import {test} from 'node:test';
import * as Y from 'yjs';
import {forge} from '../../packages/server/src/gate/testing/forge.ts';
import {SyncFixture} from '../harness/sync-fixture.ts';
import {waitFor} from '../harness/wait-for.ts';
import {addItem, textOf, wordsOf} from '../harness/writing.ts';

async function start(t: {after(run: () => Promise<void>): void}) {
  const fixture = await SyncFixture.start();
  t.after(() => fixture.stop());
  const esme = await fixture.join('esme');
  const item = addItem(esme.doc, fixture.random, 'section:B', 'need', 'He hears the bell.');
  await esme.saved();
  return {fixture, esme, item};
}

test('an update whose structs conflict with each other thousands of times is refused and leaves nothing behind', async t => {
  const {fixture, esme, item} = await start(t);
  const temi = await fixture.join('temi');
  const first = textOf(temi.doc, 'section:B', item)._start;
  assert.ok(first);
  const {client, clock} = first.id;
  const half = 1500;
  // All stand after one letter; the second half names right neighbours among the first, in no order.
  const structs = Array.from({length: 2 * half}, (_, at) => ({
    origin: [client, clock] as const,
    right: at < half ? ([client, clock + 1] as const) : ([temi.cid, (at * 7) % half] as const),
    content: new Y.ContentString('x'),
  }));
  temi.sendUpdate(forge({client: temi.cid, structs}));
  assert.equal(await temi.closed(), 4409);
  assert.equal(temi.last('refused')?.code, 'TOO_BIG');
  addItem(esme.doc, fixture.random, 'section:B', 'need', 'Still here.');
  await esme.saved();
  const callum = await fixture.join('callum');
  assert.equal(wordsOf(callum.doc, 'section:B'), wordsOf(esme.doc, 'section:B'));
});

test('four thousand edits made without a connection pass, though somebody else wrote in the same words meanwhile', async t => {
  const {fixture, esme, item} = await start(t);
  const ticket = await fixture.ticket(await fixture.signIn('temi'));
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(esme.doc));
  doc.clientID = ticket.cid;
  const mine = textOf(doc, 'section:B', item);
  const theirs = textOf(esme.doc, 'section:B', item);
  for (let edit = 0; edit < 4000; edit += 1) {
    mine.insert((edit * 7) % (mine.length + 1), 'm');
    if (edit % 40 === 0) theirs.insert((edit * 11) % (theirs.length + 1), 'theirs');
  }
  await esme.saved();
  const temi = fixture.client(ticket, {doc});
  await temi.synced();
  await temi.saved();
  await waitFor('one text', () => wordsOf(esme.doc, 'section:B') === wordsOf(temi.doc, 'section:B'));
  assert.equal(temi.closeCode, null);
});
