import assert from 'node:assert/strict';
import {readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {test, type TestContext} from 'node:test';
import {readRoot} from '@goldthread/schema/ydoc';
import {SyncFixture, type Ticket} from '../harness/sync-fixture.ts';
import {SyncProcess, type SyncProcessOptions} from '../harness/sync-process.ts';
import {waitFor} from '../harness/wait-for.ts';
import type {WireClient} from '../harness/wire-client.ts';
import {addItem, wordsOf} from '../harness/writing.ts';

const ROOT = 'section:E';
const WRITERS = ['temi', 'callum', 'esme', 'bronagh', 'marcus', 'jory'];

/** Blocks of 512 bytes that are left on the disk when it is about to be full: enough for six to sign in and begin. */
const ROOM = 1200;

interface Writer {
  readonly ticket: Ticket;
  client: WireClient;
}

/** A server that doesn't outlive its test. */
async function serve(t: TestContext, folder: string, options?: SyncProcessOptions): Promise<SyncProcess> {
  const server = await SyncProcess.start(folder, options);
  t.after(() => server.kill());
  return server;
}

async function start(t: TestContext): Promise<SyncFixture> {
  const fixture = await SyncFixture.start();
  t.after(() => fixture.stop());
  return fixture;
}

async function join6(fixture: SyncFixture, port: number): Promise<Writer[]> {
  const writers: Writer[] = [];
  for (const key of WRITERS) {
    const ticket = await fixture.ticket(await fixture.signIn(key));
    writers.push({ticket, client: fixture.client(ticket, {port})});
  }
  for (const {client} of writers) await client.synced();
  return writers;
}

/** Everybody comes back with the document that they had, unsent words included. */
async function comeBack(fixture: SyncFixture, writers: readonly Writer[], port: number): Promise<void> {
  for (const writer of writers) {
    const {doc} = writer.client;
    writer.client = fixture.client(writer.ticket, {port, doc});
    await writer.client.synced();
  }
  for (const {client} of writers) await client.saved();
}

/** What stands in the root, as often as it stands there. */
function wordsIn(client: WireClient): string[] {
  return readRoot(client.doc.getXmlFragment(ROOT)).map(item => item.content?.[0]?.content?.[0]?.text ?? '');
}

/** Somebody who was never there reads the same as all who were, and every word once. */
async function assertAll(
  fixture: SyncFixture,
  writers: readonly Writer[],
  port: number,
  words: readonly string[],
): Promise<void> {
  const ticket = await fixture.ticket(await fixture.signIn('esme'));
  const late = fixture.client(ticket, {port});
  await late.synced();
  assert.deepEqual(wordsIn(late).toSorted(), words.toSorted());
  for (const {client} of writers) {
    await waitFor('one text', () => wordsOf(client.doc, ROOT) === wordsOf(late.doc, ROOT));
    assert.equal(client.doc.store.pendingStructs, null);
  }
}

for (const at of ['before', 'after'] as const) {
  test(`a server that dies just ${at} a commit under the load of six loses nothing, and nothing comes twice`, async t => {
    const fixture = await start(t);
    const words: string[] = [];
    for (const commit of [1, 3, 8]) {
      const server = await serve(t, fixture.folder, {dies: {at, commit}});
      const writers = await join6(fixture, server.port);
      await waitFor('the end of the server', () => {
        for (const [index, {client}] of writers.entries()) {
          if (!client.isOpen || client.sent - client.durable > 4) continue;
          const word = `commit ${commit} writer ${index} word ${words.length}`;
          addItem(client.doc, fixture.random, ROOT, 'outcome', word);
          words.push(word);
        }
        return writers.every(({client}) => client.closeCode !== null);
      });
      await server.ended();
      const seen = new Set(writers.flatMap(({client}) => wordsIn(client)));
      assert.ok(
        words.every(word => seen.has(word)),
        'what was there before this server is there',
      );
      const next = await serve(t, fixture.folder);
      await comeBack(fixture, writers, next.port);
      await assertAll(fixture, writers, next.port, words);
      for (const {client} of writers) client.destroy();
      await next.kill();
    }
  });
}

test('on a full disk nobody is told that anything is saved, and when there is room again nothing is missing', async t => {
  const fixture = await start(t);
  const largest = Math.max(
    ...readdirSync(fixture.folder).map(file => statSync(join(fixture.folder, file)).size),
  );
  const server = await serve(t, fixture.folder, {blocks: Math.ceil(largest / 512) + ROOM});
  const writers = await join6(fixture, server.port);
  const words: string[] = [];
  const saved = new Set<string>();
  await waitFor('a full disk', () => {
    for (const [index, {client}] of writers.entries()) {
      if (!client.isOpen || client.sent > client.durable) continue;
      for (const word of wordsIn(client)) saved.add(word);
      const word = `writer ${index} word ${words.length} ${'.'.repeat(400)}`;
      addItem(client.doc, fixture.random, ROOT, 'outcome', word);
      words.push(word);
    }
    return writers.every(({client}) => client.closeCode !== null);
  });
  assert.deepEqual(new Set(writers.map(({client}) => client.closeCode)), new Set([4500]));
  await server.kill();
  const next = await serve(t, fixture.folder);
  const late = fixture.client(await fixture.ticket(await fixture.signIn('jory')), {port: next.port});
  await late.synced();
  const stored = new Set(wordsIn(late));
  assert.ok(saved.size > 0 && [...saved].every(word => stored.has(word)));
  assert.ok(
    words.some(word => !stored.has(word)),
    'the disk was never full',
  );
  await comeBack(fixture, writers, next.port);
  await assertAll(fixture, writers, next.port, words);
  await next.kill();
});

test('while another process keeps the database locked nothing is lost or told, and everybody comes back', async t => {
  const fixture = await start(t);
  const server = await serve(t, fixture.folder);
  const writers = await join6(fixture, server.port);
  for (const {client} of writers) await client.saved();
  using lock = new DatabaseSync(join(fixture.folder, 'goldthread.db'));
  lock.exec('BEGIN IMMEDIATE');
  const words = writers.map(({client}, index) => {
    const word = `writer ${index}`;
    addItem(client.doc, fixture.random, ROOT, 'outcome', word);
    return word;
  });
  await waitFor('the server to give up', () => writers.every(({client}) => client.closeCode !== null));
  for (const {client} of writers) assert.ok(!client.isSaved && wordsIn(client).length === 1);
  lock.exec('ROLLBACK');
  await comeBack(fixture, writers, server.port);
  await assertAll(fixture, writers, server.port, words);
  await server.kill();
});
