import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import {seededRandom} from '@goldthread/schema/testing';
import {REFUSALS} from '@goldthread/schema/wire';
import {EditorFixture} from '../harness/editor-fixture.ts';
import {waitFor} from '../harness/wait-for.ts';
import {addItem, textOf, wordsOf} from '../harness/writing.ts';

const B = 'section:B';

/** The mother's page and the father's, on a plan whose store holds the refuge's address. */
async function pages(t: TestContext) {
  const house = await EditorFixture.start();
  t.after(() => house.stop());
  const hers = await house.live('temi', B);
  const his = await house.live('callum', B);
  const path = `/api/plans/${house.planId}/contacts`;
  const value = 'Flat 3, Harbour Court, Saltmere, ZZ99 3AB';
  assert.equal(await house.as('temi', 'POST', path, {kind: 'address', value}), 201);
  await waitFor('everything is saved', () => hers.plan.save.kind === 'saved');
  return {house, hers, his};
}

test('E07: a pasted address is handed back to its writer with the reason, once, and she goes on writing', async t => {
  const {house, hers, his} = await pages(t);
  const first = hers.shared.doc;
  addItem(first, seededRandom(7), B, 'need', 'They are at Flat 3, Harbour Court now.');
  await waitFor('the words are handed back', () => hers.plan.unsent.length > 0);
  await waitFor('the document was replaced', () => hers.shared.state.kind === 'live');
  assert.deepEqual(
    hers.plan.unsent.map(({root, text, why}) => [root, text, why]),
    [[B, 'They are at Flat 3, Harbour Court now.', REFUSALS.PROTECTED]],
  );
  const refused = house.server.log.filter(line => line.includes('PROTECTED'));
  assert.equal(refused.length, 1, 'it is not sent again by itself');
  textOf(hers.shared.doc, B, house.item('B1')).insert(0, 'Often ');
  await waitFor('the other has it', () => wordsOf(his.shared.doc, B).includes('Often '));
  assert.doesNotMatch(wordsOf(his.shared.doc, B), /Harbour/);
});

test('E07: of an address typed letter by letter nothing is left on anybody’s page, and the rest is handed back', async t => {
  const {house, hers, his} = await pages(t);
  const text = textOf(hers.shared.doc, B, house.item('B1'));
  for (const letter of ' Go to Harbour Court') text.insert(text.length, letter);
  await waitFor('the rest is handed back', () => hers.plan.unsent.length > 0);
  const isClean = (words: string) => !/Harb|Cour/.test(words) && words.includes('key words. Go to ');
  await waitFor('nothing is left', () =>
    [hers, his].every(({shared}) => shared.state.kind === 'live' && isClean(wordsOf(shared.doc, B))),
  );
  assert.ok(hers.plan.unsent.every(({why}) => why !== ''));
});
