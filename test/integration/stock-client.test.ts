import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  EHCP,
  itemTypesOf,
  newId,
  ROLES,
  rootsOf,
  type ItemId,
  type Role,
  type RootName,
} from '@goldthread/schema';
import {planSchema} from '@goldthread/schema/prosemirror';
import {node, seededRandom} from '@goldthread/schema/testing';
import {canonicalHash, readElement, writeItems} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import {BareView} from '../harness/bare-view.ts';
import {edit, type EditWorld} from '../harness/gate-edits.ts';
import {Dice, Ids} from '../harness/gate-world.ts';
import {letterOf, mayWriteIn} from '../harness/matrix-cells.ts';
import {matrixPlan} from '../harness/matrix-plan.ts';
import {StockClient} from '../harness/stock-client.ts';
import {SyncFixture} from '../harness/sync-fixture.ts';
import {waitFor} from '../harness/wait-for.ts';
import type {WireClient} from '../harness/wire-client.ts';
import {addItem} from '../harness/writing.ts';

const KINDS = ['shared', 'voice'] as const;
const SESSIONS = 100;
const SEED = 20_26;

function same(left: WireClient['doc'], right: WireClient['doc'], roots: readonly RootName[]): boolean {
  return roots.every(root => canonicalHash(left, root) === canonicalHash(right, root));
}

/** Writes a new item, of the only type that a role may bring there or of the first, as a stock client of somebody. */
function writeItem({doc}: StockClient, fixture: SyncFixture, role: Role, root: RootName): void {
  const isForDisputes = letterOf(role, 'assessment', root) === 'd';
  const type = isForDisputes ? 'dispute' : (itemTypesOf(EHCP, root)[0] ?? 'note');
  writeItems(doc, root, [node(type, newId<ItemId>(fixture.random), `in ${root}`)], 'test');
}

function rootsFor(role: Role, kind: (typeof KINDS)[number], mayWrite: boolean): readonly RootName[] {
  return rootsOf(EHCP, kind).filter(
    root => mayWriteIn(letterOf(role, 'assessment', root), 'assessment', 'unset') === mayWrite,
  );
}

test('a stock client of each role writes where it may, reads everywhere and stays', async t => {
  t.mock.method(console, 'error', () => undefined);
  const {plan} = matrixPlan(seededRandom(3), Date.UTC(2026, 10, 22));
  const fixture = await SyncFixture.start({plan});
  t.after(() => fixture.stop());
  let written = 0;
  for (const kind of KINDS) {
    const roots = rootsOf(EHCP, kind);
    const witness = await fixture.join('witness', fixture[kind]);
    const clients: StockClient[] = [];
    for (const role of ROLES) {
      const client = await StockClient.join(t, fixture, role, fixture[kind]);
      clients.push(client);
      const mine = rootsFor(role, kind, true);
      for (const root of mine) writeItem(client, fixture, role, root);
      written += mine.length;
      await waitFor(`the words of ${role}`, () => same(witness.doc, client.doc, roots));
    }
    await waitFor('one text everywhere', () => clients.every(({doc}) => same(witness.doc, doc, roots)));
    assert.ok(clients.every(({closeCode, provider}) => closeCode === 0 && provider.wsconnected));
    for (const client of clients) client.leave();
  }
  t.diagnostic(`${ROLES.length} roles, ${written} items`);
});

test('a stock client of each role that writes where it may not is stopped for good, and nobody sees it', async t => {
  t.mock.method(console, 'error', () => undefined);
  const {plan} = matrixPlan(seededRandom(4), Date.UTC(2026, 10, 22));
  const fixture = await SyncFixture.start({plan});
  t.after(() => fixture.stop());
  let refused = 0;
  for (const kind of KINDS) {
    const roots = rootsOf(EHCP, kind);
    const witness = await fixture.join('witness', fixture[kind]);
    const before = roots.map(root => canonicalHash(witness.doc, root));
    for (const role of ROLES) {
      const [forbidden] = rootsFor(role, kind, false);
      if (forbidden === undefined) continue;
      const client = await StockClient.join(t, fixture, role, fixture[kind]);
      writeItem(client, fixture, role, forbidden);
      await waitFor(`${role} is stopped`, () => client.closeCode !== 0);
      assert.equal(client.closeCode, 4409, role);
      assert.ok(!client.provider.shouldConnect, role);
      client.leave();
      refused += 1;
    }
    const late = await fixture.join('witness', fixture[kind]);
    for (const {doc} of [witness, late]) {
      assert.deepEqual(
        roots.map(root => canonicalHash(doc, root)),
        before,
      );
    }
  }
  assert.ok(refused > ROLES.length);
});

/** Puts a mark on some of the first words of a section, or takes it off. */
function toggleMark({doc}: WireClient, dice: Dice): void {
  const [item] = doc.getXmlFragment('section:B').toArray();
  const paragraph = item instanceof Y.XmlElement ? item.get(0) : null;
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(paragraph instanceof Y.XmlElement) || !(text instanceof Y.XmlText)) return;
  const words =
    readElement(paragraph)
      .content?.map(part => part.text ?? '')
      .join('') ?? '';
  // No editor sets a mark on half of a character of two code units.
  const places = [...words.matchAll(/./gsu)].map(({index}) => index);
  const [from = 0, to = words.length] = [dice.pick(places) ?? 0, dice.pick(places) ?? 0].sort(
    (a, b) => a - b,
  );
  const mark = dice.pick(['bold', 'italic']) ?? 'bold';
  if (to > from) text.format(from, to - from, {[mark]: dice.below(2) === 0 ? {} : null});
}

/** Two sockets of the keyworker change one section at once, with marks put on and taken off all over it. */
async function writeAtRandom(writers: readonly WireClient[], ids: Ids, seed: number): Promise<void> {
  const dice = new Dice(seed);
  const world: EditWorld = {dice, ids, splitsPairs: false, mayTouch: () => true, created: () => undefined};
  for (let round = 0; round < 8; round += 1) {
    for (const writer of writers) {
      edit(world, writer.doc, 'section:B');
      for (let mark = 0; mark < 3; mark += 1) toggleMark(writer, dice);
    }
    await waitFor('an answer', () => writers.every(one => one.isSaved || one.closeCode !== null));
  }
  for (const writer of writers) assert.equal(writer.last('refused')?.code, undefined, `seed ${seed}`);
}

test('a stock reader with an editor open is never refused, whatever others write', async t => {
  t.mock.method(console, 'error', () => undefined);
  const fixture = await SyncFixture.start({limits: {messageBurst: 1e6, fullSyncBurst: 1e6}});
  t.after(() => fixture.stop());
  await fixture.storage.putParticipant({...fixture.person('marcus'), role: 'interpreter'});
  const [writers, ids] = [[await fixture.join('esme'), await fixture.join('esme')], new Ids()];
  const [first] = writers;
  assert.ok(first);
  let sentByReaders = 0;
  for (let session = 0; session < SESSIONS; session += 1) {
    const seed = SEED + session;
    addItem(first.doc, fixture.random, 'section:B', 'need', 'bold and plain and bold again');
    const reader = await StockClient.join(t, fixture, 'marcus');
    const view = new BareView(reader.doc.getXmlFragment('section:B'), planSchema);
    reader.doc.on('update', (_update, origin) => {
      if (origin !== reader.provider) sentByReaders += 1;
    });
    await writeAtRandom(writers, ids, seed);
    await waitFor(`one text at seed ${seed}`, () =>
      [...writers, reader].every(({doc}) => same(first.doc, doc, ['section:B'])),
    );
    assert.equal(reader.closeCode, 0, `seed ${seed}`);
    view.destroy();
    reader.leave();
    // The next session begins with an empty section.
    const needs = first.doc.getXmlFragment('section:B');
    needs.delete(0, needs.length);
    await first.saved();
  }
  assert.deepEqual(await fixture.storage.refusals(fixture.shared), []);
  assert.ok(sentByReaders > 0, 'no reader ever sent anything, so nothing was tested');
  t.diagnostic(`${SESSIONS} sessions, ${sentByReaders} updates that readers made by themselves`);
});
