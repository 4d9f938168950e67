import assert from 'node:assert/strict';
import {test} from 'node:test';
import {encodeAwareness, encodeQueryAwareness} from '@goldthread/schema/wire';
import * as Y from 'yjs';
import {ManualClock} from '../harness/manual-clock.ts';
import {SyncFixture, type SyncFixtureOptions} from '../harness/sync-fixture.ts';
import {waitFor} from '../harness/wait-for.ts';
import type {WireClient} from '../harness/wire-client.ts';
import {addItem, textOf} from '../harness/writing.ts';

async function start(t: {after(run: () => Promise<void>): void}, options: SyncFixtureOptions = {}) {
  const fixture = await SyncFixture.start(options);
  t.after(() => fixture.stop());
  return fixture;
}

function statesOf(client: WireClient, cid: number): unknown[] {
  return client.presence.filter(one => one.cid === cid).map(one => one.state);
}

/** Writes something and waits until `other` has it, so that everything sent before it has been dealt with. */
async function flush(fixture: SyncFixture, writer: WireClient, other: WireClient): Promise<void> {
  const words = addItem(writer.doc, fixture.random, 'section:A', 'history', 'flush');
  await waitFor('the flush', () => JSON.stringify(other.doc.getXmlFragment('section:A')).includes(words));
}

test('identity comes from the server and nothing but a cursor comes from the client', async t => {
  const fixture = await start(t);
  const temi = await fixture.join('temi');
  const esme = await fixture.join('esme');
  temi.sendPresence({user: {name: 'Bronagh Kell', role: 'socialWorker'}, secret: 'x', cursor: null}, 1);
  await waitFor('her presence', () => statesOf(esme, temi.cid).length === 1);
  const {id, name, relationship, role} = fixture.person('temi');
  assert.deepEqual(statesOf(esme, temi.cid), [{user: {id, name, relationship, role}, cursor: null}]);
  assert.equal(temi.presence.length, 0);
});

test('nobody can speak for another client, and what a stock client echoes goes nowhere', async t => {
  const fixture = await start(t);
  const temi = await fixture.join('temi');
  const esme = await fixture.join('esme');
  const callum = await fixture.join('callum');
  esme.sendPresence({cursor: null}, 1);
  await waitFor('her presence', () => statesOf(callum, esme.cid).length === 1);
  temi.sendPresence({user: {name: 'Esme'}, cursor: null}, 99, esme.cid);
  temi.sendPresence(null, 100, esme.cid);
  temi.sendPresence({cursor: null}, 1, 424_242);
  await flush(fixture, temi, callum);
  assert.equal(statesOf(callum, esme.cid).length, 1);
  assert.equal(statesOf(callum, 424_242).length, 0);
});

test('a cursor survives only if it names a place that this document has', async t => {
  const fixture = await start(t);
  const temi = await fixture.join('temi');
  const esme = await fixture.join('esme');
  const id = addItem(temi.doc, fixture.random, 'section:A', 'history', 'Here I am.');
  const place = Y.createRelativePositionFromTypeIndex(textOf(temi.doc, 'section:A', id), 4);
  temi.sendPresence({cursor: {anchor: place, head: place}}, 1);
  await waitFor('the cursor', () => statesOf(esme, temi.cid).length === 1);
  assert.deepEqual(
    JSON.parse(JSON.stringify(statesOf(esme, temi.cid)[0])).cursor.anchor.item,
    JSON.parse(JSON.stringify(place)).item,
  );
  const foreign = {type: null, tname: null, item: {client: 5, clock: 5}, assoc: 0};
  temi.sendPresence({cursor: {anchor: foreign, head: foreign}}, 2);
  temi.sendPresence({cursor: {anchor: {tname: 'secret:root'}, head: {tname: 'secret:root'}}}, 3);
  await flush(fixture, temi, esme);
  await waitFor('the last state', () => statesOf(esme, temi.cid).length >= 2);
  for (const state of statesOf(esme, temi.cid).slice(1)) {
    assert.deepEqual(state, {...(statesOf(esme, temi.cid)[0] as object), cursor: null});
  }
});

test('a state that is too big or no JSON loses its cursor and breaks nothing', async t => {
  const fixture = await start(t);
  const temi = await fixture.join('temi');
  const esme = await fixture.join('esme');
  temi.sendPresence({cursor: null, junk: 'x'.repeat(3000)}, 1);
  temi.send(encodeAwareness([{cid: temi.cid, clock: 2, stateText: '{broken'}]));
  await flush(fixture, temi, esme);
  assert.ok(temi.isOpen);
  for (const state of statesOf(esme, temi.cid)) assert.ok(!JSON.stringify(state).includes('xxx'));
});

test('who comes in sees who is there, who asks is answered, and who leaves is gone', async t => {
  const fixture = await start(t);
  const temi = await fixture.join('temi');
  temi.sendPresence({cursor: null}, 1);
  const esme = await fixture.join('esme');
  await waitFor('her presence', () => statesOf(esme, temi.cid).length === 1);
  esme.send(encodeQueryAwareness());
  await waitFor('the answer', () => statesOf(esme, temi.cid).length === 2);
  temi.cut();
  await waitFor('her leaving', () => statesOf(esme, temi.cid).at(-1) === null);
  const clocks = esme.presence.filter(one => one.cid === temi.cid).map(one => one.clock);
  assert.ok((clocks.at(-1) ?? 0) > (clocks[0] ?? 0));
});

test('somebody who returns under the same client id is seen again', async t => {
  const fixture = await start(t);
  const ticket = await fixture.ticket(await fixture.signIn('temi'));
  const esme = await fixture.join('esme');
  const first = fixture.client(ticket);
  await first.synced();
  first.sendPresence({cursor: null}, 7);
  await waitFor('her presence', () => statesOf(esme, ticket.cid).length === 1);
  first.cut();
  await waitFor('her leaving', () => statesOf(esme, ticket.cid).at(-1) === null);
  const second = fixture.client(ticket);
  await second.synced();
  second.sendPresence({cursor: null}, 7);
  await waitFor('her return', () => statesOf(esme, ticket.cid).at(-1) !== null);
  const clocks = esme.presence.map(one => one.clock);
  assert.deepEqual(
    clocks,
    [...clocks].sort((a, b) => a - b),
  );
});

test('a person who is withheld from others reads along and nobody sees them', async t => {
  const fixture = await start(t);
  const hidden = {...fixture.person('bronagh'), hiddenFrom: [fixture.person('callum').id]};
  await fixture.storage.putParticipant(hidden);
  const callum = await fixture.join('callum');
  const esme = await fixture.join('esme');
  const bronagh = await fixture.join('bronagh');
  esme.sendPresence({cursor: null}, 1);
  await waitFor('others in her view', () => statesOf(bronagh, esme.cid).length === 1);
  bronagh.sendPresence({cursor: null}, 1);
  bronagh.sendPresence({cursor: null}, 2);
  await flush(fixture, esme, callum);
  bronagh.cut();
  await bronagh.closed();
  await flush(fixture, esme, callum);
  assert.equal(statesOf(callum, bronagh.cid).length, 0);
  assert.equal(statesOf(esme, bronagh.cid).length, 0);
});

test('cursors that come too fast are thinned out, and the last one arrives', async t => {
  const clock = new ManualClock();
  const fixture = await start(t, {clock, limits: {presencePerSecond: 1, presenceBurst: 2}});
  const temi = await fixture.join('temi');
  const esme = await fixture.join('esme');
  const id = addItem(temi.doc, fixture.random, 'section:A', 'history', 'Here I am, all along the line.');
  await temi.saved();
  const at = (index: number) =>
    Y.createRelativePositionFromTypeIndex(textOf(temi.doc, 'section:A', id), index);
  for (let index = 1; index <= 10; index += 1) {
    temi.sendPresence({cursor: {anchor: at(index), head: at(index)}}, index);
    await flush(fixture, temi, esme);
  }
  const soFar = statesOf(esme, temi.cid).length;
  assert.ok(soFar <= 2, `${soFar} states came through`);
  clock.advance(2000);
  await waitFor('the last cursor', () => statesOf(esme, temi.cid).length === soFar + 1);
  const last = JSON.stringify(statesOf(esme, temi.cid).at(-1));
  assert.ok(last.includes(JSON.stringify(at(10).item)));
});
