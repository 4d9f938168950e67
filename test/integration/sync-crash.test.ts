import assert from 'node:assert/strict';
import {test} from 'node:test';
import {seededRandom} from '@goldthread/schema/testing';
import * as Y from 'yjs';
import {SyncFixture} from '../harness/sync-fixture.ts';
import {SyncProcess} from '../harness/sync-process.ts';
import {waitFor} from '../harness/wait-for.ts';
import type {WireClient} from '../harness/wire-client.ts';
import {addItem, textOf, wordsOf} from '../harness/writing.ts';

const KILLS = Number(process.env['GOLDTHREAD_KILLS'] ?? 25);
const SEED = Number(process.env['GOLDTHREAD_SEED'] ?? 20_261_122);
/** Frames that one writer has on the way at a time. */
const IN_FLIGHT = 8;
const WRITERS = ['temi', 'callum', 'esme', 'bronagh', 'marcus', 'jory'];

interface Writer {
  readonly client: WireClient;
  /** Where this person types. */
  readonly text: Y.XmlText;
  /** What each frame said. */
  readonly words: Map<number, string>;
}

/** Everything that anybody was told is safe: acknowledged to its writer, or seen by somebody else. */
function promised(writers: readonly Writer[]): string[] {
  const texts = writers.map(({client}) => wordsOf(client.doc, 'section:E'));
  return writers.flatMap(({client, words}, me) =>
    [...words].flatMap(([frame, word]) => {
      const isSeen = texts.some((text, other) => other !== me && text.includes(word));
      return frame <= client.durable || isSeen ? [word] : [];
    }),
  );
}

test(`no edit that was acknowledged or seen is lost in ${KILLS} kills under the load of six writers`, async t => {
  t.diagnostic(`seed ${SEED}`);
  const random = seededRandom(SEED);
  const fixture = await SyncFixture.start();
  t.after(() => fixture.stop());
  const sessions = await Promise.all(WRITERS.map(key => fixture.signIn(key)));
  const kept = new Set<string>();
  for (let kill = 0; kill < KILLS; kill += 1) {
    const server = await SyncProcess.start(fixture.folder);
    const writers = await Promise.all(
      sessions.map(async (session): Promise<Writer> => {
        const client = fixture.client(await fixture.ticket(session), {port: server.port});
        await client.synced();
        const item = addItem(client.doc, random, 'section:E', 'outcome', 'Begins. ');
        return {client, text: textOf(client.doc, 'section:E', item), words: new Map()};
      }),
    );
    for (const {client} of writers) assertHas(client.doc, kept);
    const [byte = 0] = random(1);
    const target = 2 * WRITERS.length + (byte % 64);
    let count = 0;
    await waitFor('enough written', () => {
      for (const [index, {client, text, words}] of writers.entries()) {
        if (client.sent - client.durable > IN_FLIGHT) continue;
        const word = `kill${kill}writer${index}word${(count += 1)};`;
        text.insert(text.length, word);
        words.set(client.sent, word);
      }
      return writers.reduce((sum, {client}) => sum + client.durable, 0) >= target;
    });
    await server.kill();
    for (const {client} of writers) await client.closed();
    for (const word of promised(writers)) kept.add(word);
    assertHas(await storedDoc(fixture), kept);
    for (const {client} of writers) client.destroy();
  }
  assert.ok(kept.size > KILLS, 'the writers were told nothing, so nothing was tested');
});

/** Every word of these stands in the document, those of earlier servers too. */
function assertHas(doc: Y.Doc, words: ReadonlySet<string>): void {
  const standing = new Set(wordsOf(doc, 'section:E').match(/kill\d+writer\d+word\d+;/g));
  assert.deepEqual(
    [...words].filter(word => !standing.has(word)),
    [],
    `seed ${SEED}: promised and gone`,
  );
}

/** What a process that starts afresh on this folder would read. */
async function storedDoc(fixture: SyncFixture): Promise<Y.Doc> {
  const stored = await fixture.storage.loadDocument(fixture.shared);
  const doc = new Y.Doc();
  if (stored?.snapshot != null) Y.applyUpdate(doc, stored.snapshot.bytes);
  for (const row of stored?.tail ?? []) if (row.bytes !== null) Y.applyUpdate(doc, row.bytes);
  assert.equal(doc.store.pendingStructs, null);
  return doc;
}
