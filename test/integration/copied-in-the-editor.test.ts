import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import {seededRandom} from '@goldthread/schema/testing';
import {REFUSALS} from '@goldthread/schema/wire';
import {personId} from '../../packages/server/src/testing/index.ts';
import {EditorFixture} from '../harness/editor-fixture.ts';
import {waitFor} from '../harness/wait-for.ts';
import {addItem, textOf, wordsOf} from '../harness/writing.ts';

const B = 'section:B';
const MAN = 'a man asked the school office what time Year 3 goes home';

/** The mother's page and the father's, on a plan with a private note that he doesn't read. */
async function pages(t: TestContext) {
  const house = await EditorFixture.start();
  t.after(() => house.stop());
  await house.live('bronagh', B);
  const request = {
    draft: {root: 'sos:worries', type: 'harm', text: `${MAN}.`},
    hiddenFrom: [personId(house.plan, 'callum')],
    reasonCode: 'risk_harm',
    legalGround: 'Serious harm.',
  };
  const base = `/api/plans/${house.planId}`;
  assert.equal(await house.as('bronagh', 'POST', `${base}/withholdings`, request), 201);
  const hers = await house.live('temi', B);
  const his = await house.live('callum', B);
  await waitFor('everything is saved', () => hers.plan.save.kind === 'saved');
  const decide = async (text: string) =>
    house.as('temi', 'POST', `${base}/copies`, {text, root: B, reason: 'agreed'});
  return {house, hers, his, decide};
}

test('E08: retyped words wait for their writer’s decision and are then put in at their place', async t => {
  const {house, hers, his, decide} = await pages(t);
  const item = house.item('B1');
  const first = hers.shared.doc;
  const text = textOf(first, B, item);
  for (const letter of ' He said') text.insert(text.length, letter);
  for (const letter of ` ${MAN}`) text.insert(text.length, letter);
  await waitFor('the words wait', () => hers.plan.unsent.length > 0 && hers.shared.state.kind === 'live');
  assert.ok(hers.plan.unsent.every(({asks, why}) => asks === true && why === REFUSALS.COPIED));
  assert.match(wordsOf(hers.shared.doc, B), /He said a man asked the school office what tim"/);
  const [asked] = hers.shared.asked;
  assert.ok(asked?.text.endsWith(`He said ${MAN}`) === true, asked?.text);
  assert.equal(await decide(asked.text), 201);
  hers.shared.putInAsked();
  await waitFor('he has them', () => wordsOf(his.shared.doc, B).includes(`key words. He said ${MAN}"`));
  assert.deepEqual([hers.plan.unsent, hers.shared.asked], [[], []]);
});

test('E08: without a decision nothing is sent again, and what she lets go of is gone', async t => {
  const {house, hers, his} = await pages(t);
  addItem(hers.shared.doc, seededRandom(7), B, 'need', MAN);
  await waitFor('the words wait', () => hers.plan.unsent.length > 0 && hers.shared.state.kind === 'live');
  textOf(hers.shared.doc, B, house.item('B1')).insert(0, 'Often ');
  await waitFor('the other has it', () => wordsOf(his.shared.doc, B).includes('Often '));
  assert.equal(house.server.log.filter(line => line.includes('COPIED')).length, 1);
  for (const {id} of hers.plan.unsent) hers.plan.dismissUnsent(id);
  assert.deepEqual(hers.shared.asked, []);
  hers.shared.putInAsked();
  assert.doesNotMatch(wordsOf(hers.shared.doc, B), /school office/);
});
