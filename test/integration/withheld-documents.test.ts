import assert from 'node:assert/strict';
import {test} from 'node:test';
import {newId, type CompartmentId, type ItemId, type ItemTypeName, type RootName} from '@goldthread/schema';
import {SCHEMA_VERSION} from '@goldthread/schema/prosemirror';
import {node} from '@goldthread/schema/testing';
import {writeItems} from '@goldthread/schema/ydoc';
import type * as Y from 'yjs';
import type {SyncLimits} from '../../packages/server/src/sync/index.ts';
import {SyncFixture} from '../harness/sync-fixture.ts';
import {waitFor} from '../harness/wait-for.ts';
import {textOf, wordsOf} from '../harness/writing.ts';

/** A plan with one withheld compartment for the keyworker, the social worker and the mother. */
async function start(t: {after(run: () => Promise<void>): void}, limits: Partial<SyncLimits> = {}) {
  const fixture = await SyncFixture.start({limits});
  t.after(() => fixture.stop());
  const withheld: CompartmentId = newId<CompartmentId>(fixture.random);
  const put = {
    id: withheld,
    planId: fixture.plan.plan.id,
    kind: 'withheld',
    audience: ['esme', 'bronagh', 'temi'].map(key => fixture.person(key).id),
    epoch: 1,
    schemaVersion: SCHEMA_VERSION,
    createdAt: fixture.clock.now(),
  } as const;
  await fixture.storage.record([{kind: 'compartment', put}]);
  return {fixture, withheld, join: (key: string) => fixture.join(key, withheld)};
}

function addBeside(doc: Y.Doc, id: ItemId, type: ItemTypeName, root: RootName, words: string): void {
  const {content, ...made} = node(type, id, words);
  const anchor = {'anchor.root': root, 'anchor.item': '', 'anchor.at': '', 'anchor.quote': ''};
  writeItems(doc, 'items', [{...made, content: content ?? [], attrs: {...made.attrs, ...anchor}}], 'test');
}

test('a new withheld item is recorded with its owner and the root that it stands beside', async t => {
  const {fixture, join} = await start(t);
  const bronagh = await join('bronagh');
  const id = newId<ItemId>(fixture.random);
  addBeside(bronagh.doc, id, 'harm', 'sos:worries', 'what happened');
  await bronagh.saved();
  const items = await fixture.storage.items(fixture.plan.plan.id);
  const record = items.find(one => one.id === id);
  assert.deepEqual(
    [record?.root, record?.anchorRoot, record?.owner],
    ['items', 'sos:worries', fixture.person('bronagh').id],
  );
});

test('somebody of the audience writes beside a root only where they may write that root', async t => {
  const {fixture, join} = await start(t);
  const temi = await join('temi');
  assert.deepEqual(temi.last('hello')?.writableRoots, ['items']);
  addBeside(temi.doc, newId<ItemId>(fixture.random), 'harm', 'sos:worries', 'mine');
  assert.equal(await temi.closed(), 4409);
  assert.equal(temi.last('refused')?.code, 'OWNER');
});

test('a reader of the audience may not change an item beside a root that is closed to them, and its owner may', async t => {
  const {fixture, withheld, join} = await start(t);
  const id = newId<ItemId>(fixture.random);
  const record = {
    id,
    planId: fixture.plan.plan.id,
    compartmentId: withheld,
    root: 'items',
    anchorRoot: 'section:F',
    type: 'note',
    owner: fixture.person('bronagh').id,
    typedBy: null,
    sessionId: null,
    verbatim: false,
    readBack: false,
    createdAt: 0,
  } as const;
  await fixture.sync.writeAsServer([
    {
      id: withheld,
      items: [record],
      write(doc) {
        addBeside(doc, id, 'note', 'section:F', 'why');
      },
    },
  ]);
  const bronagh = await join('bronagh');
  textOf(bronagh.doc, 'items', id).insert(3, ' it matters');
  await bronagh.saved();
  const temi = await join('temi');
  assert.ok(wordsOf(temi.doc, 'items').includes('why it matters'));
  await fixture.storage.updatePlan(fixture.plan.plan.id, 1, {coWriting: {'section:F': false}});
  await fixture.changed();
  textOf(temi.doc, 'items', id).insert(0, 'no ');
  assert.equal(await temi.closed(), 4409);
});

test('an id that lives in a withheld document is as free in the open one as any other', async t => {
  const {fixture, join} = await start(t);
  const bronagh = await join('bronagh');
  const id = newId<ItemId>(fixture.random);
  addBeside(bronagh.doc, id, 'harm', 'sos:worries', 'what happened');
  await bronagh.saved();
  const callum = await fixture.join('callum');
  writeItems(callum.doc, 'section:A', [node('statement', id, 'a guess')], 'test');
  await callum.saved();
  assert.ok(callum.isOpen);
  const esme = await fixture.join('esme');
  await waitFor('her copy', () => wordsOf(esme.doc, 'section:A').includes('a guess'));
});

test('sockets in a withheld document shut nobody out who may not know of them', async t => {
  const {fixture, join} = await start(t, {connectionsPerDocument: 3});
  for (const key of ['esme', 'bronagh', 'temi']) await join(key);
  const father = await fixture.join('callum');
  assert.ok(father.isOpen);
  for (const key of ['jory', 'marcus']) await fixture.join(key);
  const fourth = fixture.client(await fixture.ticket(await fixture.signIn('temi')));
  assert.equal(await fourth.closed(), 4429);
});
