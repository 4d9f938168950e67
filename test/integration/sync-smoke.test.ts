import assert from 'node:assert/strict';
import {test} from 'node:test';
import {SyncFixture} from '../harness/sync-fixture.ts';
import {waitFor} from '../harness/wait-for.ts';
import {addItem, textOf, wordsOf} from '../harness/writing.ts';

test('two people write in one item and read the same words', async t => {
  const fixture = await SyncFixture.start();
  t.after(() => fixture.stop());
  const esme = await fixture.join('esme');
  const temi = await fixture.join('temi');
  const id = addItem(esme.doc, fixture.random, 'section:B', 'need', 'He hears the bell.');
  await esme.saved();
  await waitFor('her copy', () => wordsOf(temi.doc, 'section:B').includes('bell'));
  textOf(temi.doc, 'section:B', id).insert(0, 'At school. ');
  await temi.saved();
  await waitFor('his words', () => wordsOf(esme.doc, 'section:B').includes('At school. He hears'));
  assert.equal(wordsOf(esme.doc, 'section:B'), wordsOf(temi.doc, 'section:B'));
});
