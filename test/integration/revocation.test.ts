import assert from 'node:assert/strict';
import {connect} from 'node:net';
import {test} from 'node:test';
import {newId} from '@goldthread/schema';
import {node} from '@goldthread/schema/testing';
import {writeItems} from '@goldthread/schema/ydoc';
import type * as Y from 'yjs';
import {ManualClock} from '../harness/manual-clock.ts';
import {Twelve, type Typist} from '../harness/twelve.ts';
import {wrapStorage} from '../harness/proof/hidden-person.ts';
import {SyncFixture} from '../harness/sync-fixture.ts';
import {waitFor} from '../harness/wait-for.ts';
import {addItem} from '../harness/writing.ts';

/** What everybody types once the decision stands on disk. */
const AFTER = '§too late§';

interface Case {
  /** What is decided about Temi; done when it stands on disk. */
  readonly decide: (twelve: Twelve, clock: ManualClock) => Promise<void>;
  /** With what her sockets of the plan and of the withheld document are closed; `null` where one stays. */
  readonly closes: readonly [shared: number | null, withheld: number | null];
  readonly room?: readonly string[];
}

const SOON = 15_000;
const MIB = 1024 * 1024;

const CASES: Readonly<Record<string, Case>> = {
  'access is ended': {
    decide: async ({fixture}, clock) =>
      void (await fixture.storage.changeAccess(fixture.person('temi').id, {accessEndsAt: clock.now()})),
    closes: [4403, 4403],
  },
  'end date passes': {
    decide: async (_twelve, clock) => {
      clock.advance(SOON + 1000);
      await Promise.resolve();
    },
    closes: [4403, 4403],
  },
  'session is ended': {
    decide: async twelve =>
      await twelve.fixture.storage.endSession(twelve.of('temi').session.id, twelve.fixture.clock.now()),
    closes: [4401, 4401],
  },
  'place among the readers of a withheld document is taken away': {
    decide: async ({fixture, withheld}) => {
      const compartment = await fixture.storage.compartment(withheld);
      assert.ok(compartment);
      const audience = compartment.audience?.filter(id => id !== fixture.person('temi').id) ?? [];
      await fixture.storage.record([{kind: 'compartment', put: {...compartment, audience}}]);
    },
    closes: [null, 4403],
  },
  'room is joined by somebody who may not read the withheld document': {
    decide: async twelve => {
      const {id: sessionId} = twelve.of('temi').session;
      const present = [twelve.fixture.person('callum').id];
      await twelve.fixture.storage.record([{kind: 'room', narrow: {sessionId, present, hasStranger: false}}]);
    },
    room: ['esme'],
    closes: [null, 4403],
  },
};

/** Whether anything that a client was sent holds what was typed too late by others. */
function heardTooMuch({client}: Typist, from: number): boolean {
  return client.received.slice(from).some(bytes => Buffer.from(bytes).includes(AFTER));
}

for (const [what, {decide, closes, room}] of Object.entries(CASES)) {
  test(`twelve people type while one’s ${what}: not a word of theirs reaches her, and nobody loses one`, async t => {
    const clock = new ManualClock();
    const twelve = await Twelve.start(clock, room ?? null);
    t.after(() => twelve.stop());
    const {fixture, withheld} = twelve;
    const hers = [twelve.of('temi'), twelve.of('temi', withheld)];
    if (what === 'end date passes') {
      await fixture.storage.changeAccess(fixture.person('temi').id, {accessEndsAt: clock.now() + SOON});
      await fixture.changed();
    }
    twelve.type();
    await twelve.typedOn(20);
    await decide(twelve, clock);
    twelve.typeInstead(() => AFTER);
    const decided = fixture.changed();
    await decided;
    const heard = hers.map(({client}) => client.received.length);
    await twelve.typedOn(20 * AFTER.length);
    await twelve.stopTyping();
    for (const [index, code] of closes.entries()) {
      const one = hers[index];
      assert.ok(one);
      if (code === null) assert.ok(one.client.isOpen);
      else {
        assert.equal(await one.client.closed(), code);
        assert.equal(heardTooMuch(one, 0), false, `after message ${heard[index]}`);
        assert.ok(!(await twelve.stored(one)).includes(AFTER));
      }
    }
    for (const one of twelve.typists) {
      if (one.client.isOpen) assert.equal(await twelve.stored(one), one.typed, one.key);
      else assert.ok(one.typed.startsWith(await twelve.stored(one)), one.key);
    }
  });
}

test('twelve people type while one’s role becomes one that only reads: her next word is refused and nobody loses one', async t => {
  const clock = new ManualClock();
  const twelve = await Twelve.start(clock);
  t.after(() => twelve.stop());
  const {fixture} = twelve;
  const [hers, others] = [twelve.of('temi'), twelve.typists.filter(({key}) => key !== 'temi')];
  twelve.type();
  await twelve.typedOn(20);
  await fixture.storage.changeAccess(fixture.person('temi').id, {role: 'interpreter'});
  twelve.typeInstead(() => AFTER);
  await fixture.changed();
  await waitFor('the new rights', () => hers.client.last('rights') !== undefined);
  await twelve.typedOn(20 * AFTER.length);
  await twelve.stopTyping();
  assert.equal(await hers.client.closed(), 4409);
  assert.equal(hers.client.last('refused')?.code, 'FORBIDDEN');
  const stored = await twelve.stored(hers);
  assert.ok(hers.typed.startsWith(stored) && !stored.includes(AFTER));
  for (const one of others) assert.equal(await twelve.stored(one), one.typed, one.key);
});

/** Something that waits until it is let go. */
class Hold {
  isReached = false;
  #go: () => void = () => undefined;
  #held: Promise<void> | null = null;

  hold(): void {
    this.#held = new Promise(resolve => (this.#go = resolve));
  }

  letGo(): void {
    this.#go();
  }

  async pass(): Promise<void> {
    this.isReached = this.#held !== null;
    await this.#held;
  }
}

test('words that are stored while it is being decided who may have them reach only those who still may', async t => {
  const [commits, questions] = [new Hold(), new Hold()];
  const fixture = await SyncFixture.start({
    wrapStorage: storage =>
      wrapStorage(storage, {
        async participants(planId) {
          await questions.pass();
          return storage.participants(planId);
        },
        async commit(batch, changes) {
          await commits.pass();
          await storage.commit(batch, changes);
        },
      }),
  });
  t.after(() => fixture.stop());
  const [temi, esme] = [await fixture.join('temi'), await fixture.join('esme')];
  const marcus = await fixture.join('marcus');
  const hasHeard = ({received}: typeof temi) => received.some(bytes => Buffer.from(bytes).includes(AFTER));
  commits.hold();
  addItem(esme.doc, fixture.random, 'section:E', 'outcome', AFTER);
  await waitFor('words on their way to the disk', () => commits.isReached);
  await fixture.storage.changeAccess(fixture.person('temi').id, {accessEndsAt: 1});
  questions.hold();
  const decided = fixture.changed();
  await waitFor('the question who may', () => questions.isReached);
  commits.letGo();
  // Time enough for the words to reach everybody, were they sent.
  for (let turn = 0; turn < 100; turn += 1) await new Promise(resolve => setImmediate(resolve));
  questions.letGo();
  await decided;
  assert.equal(await temi.closed(), 4403);
  await waitFor('his copy', () => hasHeard(marcus));
  await esme.saved();
  assert.equal(hasHeard(temi), false);
});

test('a document that is on its way to a slow reader stops on the way when access ends', async t => {
  const fixture = await SyncFixture.start();
  t.after(() => fixture.stop());
  const words = 'x'.repeat(MIB);
  const write = (doc: Y.Doc) => {
    const nodes = Array.from({length: 32}, () => node('outcome', newId(fixture.random), words));
    writeItems(doc, 'section:E', nodes, 'test');
  };
  await fixture.sync.writeAsServer([{id: fixture.shared, items: [], write}]);
  const url = new URL(fixture.url(await fixture.ticket(await fixture.signIn('temi'))));
  const socket = connect(fixture.port, '127.0.0.1');
  t.after(() => socket.destroy());
  let got = 0;
  socket.on('data', chunk => (got += chunk.length));
  socket.write(
    `GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: plans.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${'A'.repeat(22)}==\r\n\r\n`,
  );
  await waitFor('an open socket', () => got > 0);
  socket.pause();
  // A masked frame that asks for the whole document.
  socket.write(Buffer.of(0x82, 0x84, 0, 0, 0, 0, 0, 0, 1, 0));
  await waitFor('the document on its way', () => socket.readableLength > 0);
  await fixture.storage.changeAccess(fixture.person('temi').id, {accessEndsAt: 1});
  await fixture.changed();
  let isOver = false;
  socket.on('close', () => (isOver = true));
  socket.resume();
  await waitFor('the end', () => isOver);
  assert.ok(got < 24 * MIB, `${got} bytes`);
});
