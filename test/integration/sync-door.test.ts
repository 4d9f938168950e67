import assert from 'node:assert/strict';
import {once} from 'node:events';
import {connect} from 'node:net';
import {test} from 'node:test';
import {SyncFixture, type SyncFixtureOptions, type Ticket} from '../harness/sync-fixture.ts';
import type {WireClient} from '../harness/wire-client.ts';
import {waitFor} from '../harness/wait-for.ts';

async function start(t: {after(run: () => Promise<void>): void}, options: SyncFixtureOptions = {}) {
  const fixture = await SyncFixture.start(options);
  t.after(() => fixture.stop());
  return fixture;
}

async function ticketOf(fixture: SyncFixture, key: string): Promise<Ticket> {
  return fixture.ticket(await fixture.signIn(key));
}

/** The raw bytes with which the server answers an upgrade. */
async function rawAnswer(port: number, path: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  );
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return answer;
}

function opened(client: WireClient): void {
  assert.deepEqual(
    client.frames.slice(0, 2).map(frame => frame.kind),
    ['goldthread', 'syncStep1'],
  );
}

test('a socket hears hello first, with epoch, schema version and writable roots, then sync step 1', async t => {
  const fixture = await start(t);
  const temi = await fixture.join('temi');
  opened(temi);
  const hello = temi.messages[0];
  assert.equal(hello?.kind, 'hello');
  assert.equal(hello.epoch, 1);
  assert.ok(hello.writableRoots.includes('section:A'));
  assert.ok(!hello.writableRoots.includes('section:I'));
});

test('a document that is missing, a document that is not yours and a bad ticket get the same bytes', async t => {
  const fixture = await start(t);
  const {plan, shared, voice} = fixture;
  const good = await ticketOf(fixture, 'temi');
  await fixture.storage.putParticipant({...fixture.person('temi'), accessEndsAt: 1});
  const paths = [
    `/sync/${plan.plan.id}/${shared}?ticket=${good.ticket}&cid=${good.cid}`,
    `/sync/${plan.plan.id}/${voice}?ticket=${good.ticket}&cid=${good.cid}`,
    `/sync/${plan.plan.id}/${shared}?ticket=wrong&cid=${good.cid}`,
    `/sync/${plan.plan.id}/AAAAAAAAAAAAAAAAAAAAAA?ticket=${good.ticket}&cid=${good.cid}`,
    `/sync/AAAAAAAAAAAAAAAAAAAAAA/${shared}?ticket=${good.ticket}&cid=${good.cid}`,
    `/sync/${plan.plan.id}/${shared}`,
    '/sync/x/y?ticket=%zz',
  ];
  const answers = await Promise.all(paths.map(path => rawAnswer(fixture.port, path)));
  assert.match(answers[0] ?? '', /^HTTP\/1\.1 404 Not Found\r\n/);
  assert.equal(new Set(answers).size, 1);
});

test('a stale epoch is closed 4410 before a byte of sync, whether the client says it or its ticket remembers it', async t => {
  const fixture = await start(t);
  const ticket = await ticketOf(fixture, 'temi');
  const said = fixture.client(ticket, {extra: '&epoch=7'});
  assert.equal(await said.closed(), 4410);
  assert.equal(said.received.length, 0);
  const session = await fixture.signIn('esme');
  const old = await fixture.ticket(session, fixture.shared, {epoch: 0});
  const remembered = fixture.client(old);
  assert.equal(await remembered.closed(), 4410);
  assert.equal(remembered.received.length, 0);
});

test('a client id that is not the ticket’s is closed 4403, an old schema 4426, an ended session 4401', async t => {
  const fixture = await start(t);
  const session = await fixture.signIn('temi');
  const ticket = await fixture.ticket(session);
  const foreign = fixture.client({...ticket, cid: ticket.cid + 1});
  assert.equal(await foreign.closed(), 4403);
  const old = fixture.client(ticket, {extra: '&schema=0'});
  assert.equal(await old.closed(), 4426);
  await fixture.storage.endSession(session.id, fixture.clock.now());
  const over = fixture.client(ticket);
  assert.equal(await over.closed(), 4401);
  assert.equal(foreign.received.length + old.received.length + over.received.length, 0);
});

test('a ticket opens sockets again and again until its session ends', async t => {
  const fixture = await start(t);
  const session = await fixture.signIn('temi');
  const ticket = await fixture.ticket(session);
  for (let round = 0; round < 3; round += 1) {
    const client = fixture.client(ticket);
    await client.synced();
    client.cut();
    await client.closed();
  }
});

test('a second live socket with the same client id closes the older one', async t => {
  const fixture = await start(t);
  const ticket = await ticketOf(fixture, 'temi');
  const first = fixture.client(ticket);
  await first.synced();
  const second = fixture.client(ticket);
  await second.synced();
  assert.equal(await first.closed(), 4403);
  assert.ok(second.isOpen);
});

test('what is not a message is closed 4400', async t => {
  const fixture = await start(t);
  const junk: ((client: WireClient) => void)[] = [
    client => {
      client.sendText('hello');
    },
    client => {
      client.send(new Uint8Array(0));
    },
    client => {
      client.send(Uint8Array.of(0, 2, 200));
    },
    client => {
      client.send(Uint8Array.of(77));
    },
    client => {
      client.send(Uint8Array.of(0, 0, 3, 255, 255, 255));
    },
    client => {
      client.send(Uint8Array.of(100, 2, 2, 123, 125));
    },
  ];
  for (const [index, send] of junk.entries()) {
    const client = await fixture.join('temi');
    send(client);
    assert.equal(await client.closed(), 4400, `junk number ${index}`);
  }
});

test('a broken WebSocket frame ends that socket and nobody else', async t => {
  const fixture = await start(t);
  const esme = await fixture.join('esme');
  const ticket = await ticketOf(fixture, 'temi');
  const socket = connect(fixture.port, '127.0.0.1');
  const path = new URL(fixture.url(ticket));
  socket.write(
    `GET ${path.pathname}${path.search} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  );
  await new Promise(resolve => socket.once('data', resolve));
  let isOver = false;
  socket.on('close', () => {
    isOver = true;
  });
  socket.on('data', () => undefined);
  // Reserved bits set and no mask.
  socket.write(Uint8Array.of(0xff, 0x05, 1, 2, 3, 4, 5));
  await waitFor('the broken socket to end', () => isOver);
  assert.ok(esme.isOpen);
  await fixture.join('callum');
});

test('one person and one document have only so many sockets, and what somebody has open elsewhere counts for nothing', async t => {
  const fixture = await start(t, {limits: {connectionsPerParticipant: 2, connectionsPerDocument: 3}});
  await fixture.join('temi', fixture.voice);
  await fixture.join('temi');
  await fixture.join('temi');
  const third = fixture.client(await ticketOf(fixture, 'temi'));
  assert.equal(await third.closed(), 4429);
  await fixture.join('esme');
  const fourth = fixture.client(await ticketOf(fixture, 'callum'));
  assert.equal(await fourth.closed(), 4429);
  const elsewhere = await fixture.join('temi', fixture.voice);
  assert.ok(elsewhere.isOpen);
});

test('a full server answers 503 before it looks at anything', async t => {
  const fixture = await start(t, {limits: {connections: 1}});
  await fixture.join('temi');
  assert.match(await rawAnswer(fixture.port, '/sync/x/y'), /^HTTP\/1\.1 503 /);
});

test('whoever was turned away and never closes their half of the connection is hung up on', async t => {
  const fixture = await start(t);
  const socket = connect({port: fixture.port, host: '127.0.0.1', allowHalfOpen: true});
  t.after(() => socket.destroy());
  const failures: Error[] = [];
  socket.on('error', error => failures.push(error));
  socket.write(
    'GET /sync/x/y HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  );
  socket.resume();
  await once(socket, 'end');
  await waitFor('the other side to be gone', () => {
    socket.write('still here');
    return failures.length > 0;
  });
});
