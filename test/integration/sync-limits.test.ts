import assert from 'node:assert/strict';
import {connect} from 'node:net';
import {test} from 'node:test';
import * as Y from 'yjs';
import {encodeQueryAwareness, encodeSyncStep1} from '@goldthread/schema/wire';
import {encodeStateVector} from '../../packages/server/src/sync/state-vector.ts';
import {ManualClock} from '../harness/manual-clock.ts';
import {SyncFixture, type SyncFixtureOptions} from '../harness/sync-fixture.ts';
import {waitFor} from '../harness/wait-for.ts';
import {addItem} from '../harness/writing.ts';

async function start(t: {after(run: () => Promise<void>): void}, options: SyncFixtureOptions = {}) {
  const fixture = await SyncFixture.start(options);
  t.after(() => fixture.stop());
  return fixture;
}

test('too many messages close 4429 and leave the others alone', async t => {
  const fixture = await start(t, {limits: {messageBurst: 50, messagesPerSecond: 1}});
  const esme = await fixture.join('esme');
  const temi = await fixture.join('temi');
  for (let sent = 0; sent < 60; sent += 1) temi.send(encodeQueryAwareness());
  assert.equal(await temi.closed(), 4429);
  assert.ok(esme.isOpen);
});

test('too many bytes close 4429', async t => {
  const fixture = await start(t, {limits: {byteBurst: 10_000, bytesPerSecond: 1}});
  const temi = await fixture.join('temi');
  addItem(temi.doc, fixture.random, 'section:A', 'history', 'x'.repeat(12_000));
  assert.equal(await temi.closed(), 4429);
});

test('a message beyond the limit ends the socket', async t => {
  const fixture = await start(t, {limits: {messageBytes: 5000}});
  const esme = await fixture.join('esme');
  const temi = await fixture.join('temi');
  temi.sendUpdate(new Uint8Array(6000));
  assert.equal(await temi.closed(), 1009);
  assert.ok(esme.isOpen);
});

test('asking for the whole plan again and again closes 4429', async t => {
  const fixture = await start(t, {limits: {fullSyncBurst: 5, fullSyncsPerSecond: 0.001}});
  const temi = await fixture.join('temi');
  for (let sent = 0; sent < 6; sent += 1) temi.send(encodeSyncStep1(Uint8Array.of(0)));
  assert.equal(await temi.closed(), 4429);
});

test('a state vector of far more clients than the document has is not read', async t => {
  const fixture = await start(t);
  const temi = await fixture.join('temi');
  const clients = new Map(Array.from({length: 20_000}, (_, at) => [4_000_000_000 + at, 1]));
  temi.send(encodeSyncStep1(encodeStateVector(clients)));
  assert.equal(await temi.closed(), 4400);
});

test('a client that has everything is answered from memory, with the same bytes each time', async t => {
  const fixture = await start(t);
  const esme = await fixture.join('esme');
  addItem(esme.doc, fixture.random, 'section:B', 'need', 'one');
  await esme.saved();
  const answers = () => esme.received.filter((_bytes, at) => esme.frames[at]?.kind === 'syncStep2');
  const before = answers().length;
  for (let sent = 0; sent < 3; sent += 1) esme.send(encodeSyncStep1(Y.encodeStateVector(esme.doc)));
  await waitFor('the answers', () => answers().length === before + 3);
  assert.equal(
    new Set(
      answers()
        .slice(before)
        .map(bytes => bytes.join()),
    ).size,
    1,
  );
});

test('a reader who stops reading is dropped once too much waits for them, and the others go on', async t => {
  const fixture = await start(t, {limits: {unsentBytes: 200_000, byteBurst: 100_000_000}});
  const esme = await fixture.join('esme');
  const ticket = await fixture.ticket(await fixture.signIn('temi'));
  const socket = connect(fixture.port, '127.0.0.1');
  const address = new URL(fixture.url(ticket));
  socket.write(
    `GET ${address.pathname}${address.search} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  );
  await new Promise(resolve => socket.once('readable', resolve));
  let isOver = false;
  socket.on('close', () => {
    isOver = true;
  });
  socket.on('error', () => undefined);
  socket.pause();
  const needs = esme.doc.getXmlFragment('section:B');
  // More than the kernel keeps for one socket.
  for (let round = 0; round < 30; round += 1) {
    addItem(esme.doc, fixture.random, 'section:B', 'need', 'x'.repeat(700_000));
    if (needs.length > 1) needs.delete(0, needs.length - 1);
    await esme.saved();
  }
  socket.resume();
  await waitFor('the slow socket to end', () => isOver);
  assert.ok(socket.bytesRead < 30 * 700_000);
  assert.ok(esme.isOpen);
});

test('a socket that no longer answers is dropped at the next heartbeat', async t => {
  const clock = new ManualClock();
  const fixture = await start(t, {clock});
  const esme = await fixture.join('esme');
  const ticket = await fixture.ticket(await fixture.signIn('temi'));
  const socket = connect(fixture.port, '127.0.0.1');
  const address = new URL(fixture.url(ticket));
  socket.write(
    `GET ${address.pathname}${address.search} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  );
  let isOver = false;
  socket.on('close', () => {
    isOver = true;
  });
  await new Promise(resolve => socket.once('data', resolve));
  const heard = esme.frames.length;
  clock.advance(21_000);
  // A stock client hangs up after 30 s without a message; an empty awareness message keeps it.
  await waitFor('something to hear', () => esme.frames.length > heard);
  assert.equal(esme.frames.at(-1)?.kind, 'awareness');
  await waitFor('the pong', () => esme.isOpen);
  esme.send(encodeQueryAwareness());
  addItem(esme.doc, fixture.random, 'section:B', 'need', 'still here');
  await esme.saved();
  clock.advance(21_000);
  await waitFor('the silent socket to end', () => isOver);
  assert.ok(esme.isOpen);
});
