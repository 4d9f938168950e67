import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import {encodeAwareness, encodeQueryAwareness, encodeUpdate} from '@goldthread/schema/wire';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import {HostileRoom} from '../harness/hostile-room.ts';
import type {SyncFixtureOptions} from '../harness/sync-fixture.ts';
import {waitFor} from '../harness/wait-for.ts';
import type {WireClient} from '../harness/wire-client.ts';
import {wordsOf} from '../harness/writing.ts';

async function open(t: TestContext, options: SyncFixtureOptions = {}): Promise<HostileRoom> {
  const room = await HostileRoom.open(options);
  t.after(() => room.fixture.stop());
  return room;
}

/** Numbers and byte strings, written as lib0 writes them. */
function frame(...parts: readonly (number | Uint8Array)[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const part of parts) {
    if (typeof part === 'number') encoding.writeVarUint(encoder, part);
    else encoding.writeVarUint8Array(encoder, part);
  }
  return encoding.toUint8Array(encoder);
}

const presence = (...states: Parameters<typeof encodeAwareness>[0]) => encodeAwareness(states);

/** Messages that end the socket that sent them, with the code. */
const FRAMES: readonly (readonly [string, number, (client: WireClient) => Uint8Array | string])[] = [
  ['text', 4400, () => 'hello'],
  ['text that is a message of ours', 4400, () => '{"kind":"durable","upTo":9}'],
  ['nothing', 4400, () => new Uint8Array()],
  ['a type that nobody knows', 4400, () => frame(77)],
  ['the answer of a stock server to permissions', 4400, () => frame(2, 0)],
  ['a sync step that nobody knows', 4400, () => frame(0, 9, new Uint8Array(1))],
  ['a length beyond the end', 4400, () => Uint8Array.of(0, 2, 200)],
  ['a length that is no safe number', 4400, () => Uint8Array.of(0, 2, ...new Array<number>(9).fill(255), 1)],
  ['more behind a message', 4400, () => Uint8Array.of(...encodeUpdate(Uint8Array.of(0, 0)), 0)],
  ['a state vector that is none', 4400, () => frame(0, 0, Uint8Array.of(255, 255, 255))],
  ['a message that only servers send', 4400, () => frame(100, 2, new TextEncoder().encode('{"upTo":9}'))],
  ['more than a message may be', 1009, () => encodeUpdate(new Uint8Array(2 * 1024 * 1024 + 1))],
  [
    'a megabyte of presence',
    4400,
    ({cid}) => presence({cid, clock: 9, stateText: JSON.stringify('x'.repeat(1e6))}),
  ],
  [
    'the presence of a thousand people',
    4400,
    () => presence(...Array.from({length: 1000}, (_, cid) => ({cid, clock: 9, stateText: '{}'}))),
  ],
];

test('what is no message ends the socket that sent it, and the room goes on', async t => {
  const room = await open(t);
  for (const [what, code, bytes] of FRAMES) {
    const before = await room.hashes();
    const {client} = await room.attacker('temi');
    const sent = bytes(client);
    if (typeof sent === 'string') client.sendText(sent);
    else client.send(sent);
    assert.equal(await client.closed(), code, what);
    assert.deepEqual(await room.hashes(), before, what);
    await room.goOn();
  }
  assert.deepEqual(await room.fixture.storage.refusals(room.fixture.shared), []);
  t.diagnostic(`${FRAMES.length} cases`);
});

/** Presence that is taken, with nothing in it but what the server lets through. */
const STATES: readonly (readonly [string, string])[] = [
  ['no JSON', '{broken'],
  ['a number', '7'],
  ['a list', '[1,2]'],
  ['the fields of another', '{"user":{"name":"Bronagh Kell","role":"socialWorker"},"note":"secret"}'],
  ['a prototype', '{"__proto__":{"user":{"name":"Bronagh Kell"}},"constructor":1}'],
  [
    'a cursor in another document',
    '{"cursor":{"anchor":{"item":{"client":5,"clock":5}},"head":{"item":{"client":5,"clock":5}}}}',
  ],
  [
    'a cursor with more in it',
    '{"cursor":{"anchor":{"tname":"section:B","secret":1},"head":{"tname":"section:B"},"secret":2}}',
  ],
  [
    'a cursor in a root that is none',
    '{"cursor":{"anchor":{"tname":"secret:root"},"head":{"tname":"secret:root"}}}',
  ],
  [
    'a cursor before everything',
    '{"cursor":{"anchor":{"item":{"client":1,"clock":-1}},"head":{"item":{"client":1,"clock":0.5}}}}',
  ],
];

test('presence carries a name that the server gives and a cursor that the document has, and nothing else', async t => {
  const room = await open(t, {limits: {presenceBurst: 1000}});
  const watcher = await room.fixture.join('callum');
  const {id, name, relationship, role} = room.fixture.person('temi');
  for (const [index, [what, stateText]] of STATES.entries()) {
    const {client} = await room.attacker('temi');
    // Entries for people who are somewhere else come along.
    client.send(
      presence(
        {cid: watcher.cid, clock: 1e9, stateText: '{"user":{"name":"Temi"}}'},
        {cid: client.cid, clock: index + 1, stateText},
        {cid: 424_242, clock: 1, stateText: '{}'},
      ),
    );
    await waitFor(what, () => watcher.presence.some(one => one.cid === client.cid));
    const [seen] = watcher.presence.filter(one => one.cid === client.cid);
    const state = seen?.state as {user: unknown; cursor: unknown};
    assert.deepEqual(Object.keys(state), ['user', 'cursor'], what);
    assert.deepEqual(state.user, {id, name, relationship, role}, what);
    assert.ok(!JSON.stringify(state.cursor).includes('secret'), what);
    assert.ok(client.isOpen, what);
    client.destroy();
  }
  assert.ok(watcher.presence.every(one => one.cid !== 424_242 && one.cid !== watcher.cid));
  await room.goOn();
});

test('a flood of questions who is here ends one socket', async t => {
  const room = await open(t, {limits: {messageBurst: 200, messagesPerSecond: 1}});
  const {client} = await room.attacker('temi');
  for (let sent = 0; sent < 300; sent += 1) client.send(encodeQueryAwareness());
  assert.equal(await client.closed(), 4429);
  await room.goOn();
});

test('a flood of updates whose past never comes parks nothing and is refused once', async t => {
  const room = await open(t);
  const {client, attack} = await room.attacker('temi');
  const letter = new Y.ContentString('x');
  for (let sent = 0; sent < 500; sent += 1) {
    client.sendUpdate(attack.forge([{origin: [attack.cid, sent + 6], content: letter}], {clock: sent + 7}));
  }
  assert.equal(await client.closed(), 4409);
  assert.equal(client.last('refused')?.code, 'MISSING_DEPS');
  const rows = await room.fixture.storage.refusals(room.fixture.shared);
  assert.equal(rows.length, 1);
  await room.goOn();
});

test('a storm of refusals locks its sender out of the document, nobody else and of nothing else', async t => {
  const room = await open(t, {limits: {refusals: 20}});
  const {fixture} = room;
  for (let round = 0; round < 20; round += 1) {
    const {client} = await room.attacker('temi');
    client.sendUpdate(Uint8Array.of(1, 2, 3));
    assert.equal(await client.closed(), 4409);
  }
  const out = fixture.client(await fixture.ticket(await fixture.signIn('temi')));
  assert.equal(await out.closed(), 4429);
  assert.equal(out.received.length, 0);
  await fixture.join('temi', fixture.voice);
  await fixture.join('jory');
  await room.goOn();
});

test('one id with two texts: everybody, late or not, reads the first', async t => {
  const room = await open(t);
  const {fixture} = room;
  const {client, attack} = await room.attacker('temi');
  for (const word of ['first', 'other']) {
    client.sendUpdate(attack.forge([{origin: attack.character('need'), content: new Y.ContentString(word)}]));
    await client.saved();
  }
  client.sendStep2(
    attack.forge([{origin: attack.character('need'), content: new Y.ContentString('others')}]),
  );
  await waitFor('an answer', () => client.closeCode !== null || client.isSaved);
  const late = await fixture.join('marcus');
  await room.hashes();
  const words = await fixture.sync.withDocument(fixture.shared, doc => wordsOf(doc, 'section:B'));
  assert.equal(wordsOf(late.doc, 'section:B'), words);
  assert.ok(words !== null);
  // The writer's own bytes go nowhere: of what was known already nothing was looked at but the letter that is new.
  assert.ok(words.includes('firsts') && !words.includes('other'));
  await room.goOn();
});
