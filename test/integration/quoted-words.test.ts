import assert from 'node:assert/strict';
import {test} from 'node:test';
import {newId, type ItemId} from '@goldthread/schema';
import {elementOf, writeItems} from '@goldthread/schema/ydoc';
import type * as Y from 'yjs';
import type {ItemRecord} from '../../packages/server/src/storage/index.ts';
import {SyncFixture} from '../harness/sync-fixture.ts';
import {itemIn, removeItem, textOf} from '../harness/writing.ts';
import type {WireClient} from '../harness/wire-client.ts';

const A = 'section:A';

function quotation(id: ItemId, to: ItemId, words: string) {
  const paragraph = {type: 'paragraph', content: [{type: 'text', text: words}]};
  const link = {type: 'link', attrs: {rel: 'quotes', to}};
  return {type: 'statement', attrs: {id}, content: [paragraph, link]};
}

/** A plan in which what Jory said stands in section A word for word. */
async function start(t: {after(end: () => Promise<void>): void}) {
  const fixture = await SyncFixture.start();
  t.after(() => fixture.stop());
  const said = newId<ItemId>(fixture.random);
  const id = newId<ItemId>(fixture.random);
  const owner = fixture.person('jory').id;
  const record: ItemRecord = {
    ...{id, planId: fixture.plan.plan.id, compartmentId: fixture.shared, root: A, anchorRoot: null},
    ...{type: 'statement', owner, typedBy: fixture.person('esme').id, sessionId: null},
    ...{verbatim: true, readBack: true, createdAt: fixture.clock.now()},
  };
  const source = {...record, id: said, compartmentId: fixture.voice, root: 'house:good'} as const;
  await fixture.sync.writeAsServer([
    {id: fixture.voice, items: [source], write: () => undefined},
    {
      id: fixture.shared,
      items: [record],
      write: doc => doc.getXmlFragment(A).push([elementOf(quotation(id, said, 'Gran sing'))]),
    },
  ]);
  return {fixture, said, id, join: (key: string) => fixture.join(key, fixture.shared)};
}

const refusal = async (client: WireClient): Promise<unknown> => {
  assert.equal(await client.closed(), 4409);
  return client.last('refused')?.code;
};

test('nobody’s client changes a quotation or takes it out, the child’s neither', async t => {
  const {fixture, id, join} = await start(t);
  const harms: readonly ((doc: Y.Doc) => void)[] = [
    doc => textOf(doc, A, id).insert(4, ' does not'),
    doc => textOf(doc, A, id).delete(0, 4),
    doc => removeItem(doc, A, id),
    doc => itemIn(doc, A, id).delete(1, 1),
    doc => itemIn(doc, A, id).setAttribute('speaker', 'Somebody else'),
  ];
  for (const key of ['esme', 'jory']) {
    for (const harm of harms) {
      const client = await join(key);
      harm(client.doc);
      assert.equal(await refusal(client), 'QUOTATION', key);
    }
  }
  const words = await fixture.sync.withDocument(fixture.shared, doc => textOf(doc, A, id).toJSON());
  assert.equal(words, 'Gran sing');
});

test('a hand-made client brings in no quotation, whatever words and whomever it names', async t => {
  const {fixture, said, join} = await start(t);
  for (const [words, to] of [
    ['Gran sing', said],
    ['I want to go back', said],
    ['I want to go back', newId<ItemId>(fixture.random)],
  ] as const) {
    const client = await join('esme');
    writeItems(client.doc, A, [quotation(newId<ItemId>(fixture.random), to, words)], 'test');
    assert.equal(await refusal(client), 'QUOTATION', words);
  }
});
