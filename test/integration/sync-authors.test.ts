import assert from 'node:assert/strict';
import {test} from 'node:test';
import * as Y from 'yjs';
import {SyncFixture} from '../harness/sync-fixture.ts';
import {waitFor} from '../harness/wait-for.ts';
import {addItem, itemIn, textOf, wordsOf} from '../harness/writing.ts';

test('words that somebody else writes anew stay their first writer’s, also after a restart', async t => {
  const fixture = await SyncFixture.start();
  t.after(() => fixture.stop());
  const esme = await fixture.join('esme');
  const temi = await fixture.join('temi');
  const id = addItem(esme.doc, fixture.random, 'section:B', 'need', 'He hears the bell at school.');
  await waitFor('her copy', () => wordsOf(temi.doc, 'section:B').includes('bell'));
  // What a split paragraph looks like to Yjs: half of the words deleted here and written again there.
  temi.doc.transact(() => {
    textOf(temi.doc, 'section:B', id).delete(8, 20);
    const paragraph = itemIn(temi.doc, 'section:B', id).get(0).clone();
    itemIn(temi.doc, 'section:B', id).insert(1, [paragraph]);
    const again = itemIn(temi.doc, 'section:B', id).get(1);
    const words = again instanceof Y.XmlElement ? again.get(0) : null;
    assert.ok(words instanceof Y.XmlText);
    words.delete(0, 8);
    words.insert(0, ' the bell at school.');
  });
  await temi.saved();
  await fixture.restart();
  const carry = await fixture.storage.carry(fixture.shared);
  assert.ok(carry.length > 0);
  assert.ok(carry.every(range => range.client === temi.cid && range.sourceClient === esme.cid));
  assert.equal(
    carry.reduce((sum, range) => sum + range.length, 0),
    20,
  );
});
