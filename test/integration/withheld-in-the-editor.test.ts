import assert from 'node:assert/strict';
import test, {type TestContext} from 'node:test';
import {EHCP} from '@goldthread/schema';
import * as Y from 'yjs';
import type {DocSession} from '../../packages/editor/src/sync/doc-session.ts';
import type {PlanSession} from '../../packages/editor/src/sync/plan-session.ts';
import {personId} from '../../packages/server/src/testing/index.ts';
import {Cable} from '../e2e/support/cable.ts';
import {EditorFixture} from '../harness/editor-fixture.ts';
import {waitFor} from '../harness/wait-for.ts';
import {wordsOf} from '../harness/writing.ts';

const WORDS = 'He waited at the gate.';

function withheldIn(plan: PlanSession): DocSession | undefined {
  return [...plan.docs.values()].find(
    session => session.kind === 'withheld' && wordsOf(session.doc, 'items').includes(WORDS),
  );
}

/** The keyworker and the father have the plan open; then the social worker withholds something from him. */
async function start(t: TestContext) {
  const house = await EditorFixture.start();
  t.after(() => house.stop());
  const {plan: esme} = await house.live('esme', 'section:B');
  const {plan: callum} = await house.live('callum', 'section:B');
  await house.live('bronagh', 'section:B');
  const before = [...callum.docs.keys()];
  const status = await house.as('bronagh', 'POST', `/api/plans/${house.planId}/withholdings`, {
    draft: {root: 'sos:worries', type: 'harm', text: WORDS},
    hiddenFrom: [personId(house.plan, 'callum')],
    reasonCode: 'risk_harm',
    legalGround: 'Serious harm.',
  });
  assert.equal(status, 201);
  await waitFor('the keyworker has it', () => withheldIn(esme) !== undefined);
  return {house, esme, callum, before};
}

test('what is withheld with somebody comes to their open page by itself, and to nobody else’s', async t => {
  const {house, esme, callum, before} = await start(t);
  const withheld = withheldIn(esme);
  assert.ok(withheld);
  const entry = esme.compartments.find(({id}) => id === withheld.id);
  assert.ok(entry?.audience?.includes(personId(house.plan, 'bronagh') as never));
  assert.equal(withheld.mayWrite('items'), true);
  assert.deepEqual([...callum.docs.keys()], before);
});

test('no part of the plan is ever looked for in a withheld document', async t => {
  const {esme} = await start(t);
  for (const {root, compartment} of EHCP.sections) assert.equal(esme.docFor(root)?.kind, compartment, root);
  assert.equal(esme.docFor('items'), undefined);
  assert.equal(esme.docFor('p:aaaaaaaaaaaaaaaaaaaaaa')?.kind, 'shared');
});

test('somebody who works in a withheld document is shown where they last were in the plan', async t => {
  const {house, esme} = await start(t);
  const {plan: anita, shared} = await house.live('anita', 'section:B');
  await waitFor('she has it too', () => withheldIn(anita) !== undefined);
  const at = (root: string) => ({cursor: {anchor: {tname: root}, head: {tname: root}}});
  shared.awareness.setLocalState(at('section:E'));
  const seen = () => esme.presence.find(({name}) => name === 'Anita Dray')?.root;
  await waitFor('she is seen in E', () => seen() === 'section:E');
  const withheld = withheldIn(anita);
  withheld?.awareness.setLocalState(at('items'));
  const told = () => [...(withheldIn(esme)?.awareness.getStates().values() ?? [])].length > 1;
  await waitFor('her cursor in the withheld document has come', told);
  assert.equal(seen(), 'section:E');
});

test('words typed in a withheld document as the connection goes are shown, and no more can be written there', async t => {
  const {house} = await start(t);
  const cable = await Cable.to(Number(new URL(house.origin).port));
  t.after(() => cable.remove());
  const plan = await house.open('bronagh', cable.origin);
  await waitFor('she has it', () => withheldIn(plan)?.state.kind === 'live');
  const withheld = withheldIn(plan);
  assert.ok(withheld);
  cable.cut();
  textIn(withheld).insert(0, 'Again. ');
  await waitFor('the words are shown', () => plan.unsent.some(({text}) => text.includes('Again.')));
  assert.equal(withheld.mayWrite('items'), false);
  cable.mend();
  await waitFor('they are sent and no longer shown', () => plan.unsent.length === 0);
  await waitFor('it can be written in again', () => withheld.mayWrite('items'));
});

function textIn(session: DocSession): Y.XmlText {
  const item = session.doc.getXmlFragment('items').get(0);
  const paragraph = item instanceof Y.XmlElement ? item.get(0) : null;
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  assert.ok(text instanceof Y.XmlText);
  return text;
}
