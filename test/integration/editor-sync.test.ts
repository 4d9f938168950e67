import assert from 'node:assert/strict';
import test, {type TestContext} from 'node:test';
import {canonicalHash} from '@goldthread/schema/ydoc';
import {seededRandom} from '@goldthread/schema/testing';
import {Cable} from '../e2e/support/cable.ts';
import {EditorFixture} from '../harness/editor-fixture.ts';
import {waitFor} from '../harness/wait-for.ts';
import {addItem, textOf, wordsOf} from '../harness/writing.ts';

const B = 'section:B';

async function fixture(t: TestContext): Promise<EditorFixture> {
  const started = await EditorFixture.start();
  t.after(() => started.stop());
  return started;
}

test('a page knows who is on the plan and what its reader may write', async t => {
  const house = await fixture(t);
  const {plan, shared} = await house.live('temi', B);
  assert.equal(plan.facts?.childName, 'Jory');
  assert.equal(plan.facts.me.name, 'Temi Adeyemi');
  assert.equal(shared.mayWrite(B), true);
  assert.equal(shared.mayWrite('section:I'), false);
});

test('words are saved only once the server has them on disk, and then others have them too', async t => {
  const house = await fixture(t);
  const {plan, shared} = await house.live('temi', B);
  const {shared: other} = await house.live('esme', B);
  await waitFor('everything is saved', () => plan.save.kind === 'saved');
  textOf(shared.doc, B, house.item('B1')).insert(0, 'At home ');
  assert.equal(plan.save.kind, 'saving');
  await waitFor('it is saved', () => plan.save.kind === 'saved');
  await waitFor('the other has it', () => wordsOf(other.doc, B).includes('At home '));
});

test('a page that has only opened is told that everything is saved', async t => {
  const house = await fixture(t);
  const {plan} = await house.live('temi', B);
  const told: string[] = [plan.save.kind];
  for (const what of ['change', 'save']) plan.addEventListener(what, () => told.push(plan.save.kind));
  await waitFor('everything is saved', () => plan.save.kind === 'saved');
  assert.equal(told.at(-1), 'saved');
});

test('a key and its acknowledgement tell the page of the save line and of nothing else', async t => {
  const house = await fixture(t);
  const {plan, shared} = await house.live('temi', B);
  await waitFor('everything is saved', () => plan.save.kind === 'saved');
  const heard: string[] = [];
  plan.addEventListener('change', () => heard.push('change'));
  plan.addEventListener('save', () => heard.push(plan.save.kind));
  const words = textOf(shared.doc, B, house.item('B1'));
  words.insert(0, 'A');
  await waitFor('it is saved', () => plan.save.kind === 'saved');
  words.insert(1, 't');
  await waitFor('that too', () => plan.save.kind === 'saved');
  assert.deepEqual(heard, ['saving', 'saved', 'saving', 'saved']);
});

test('nobody hears their own presence back, and everybody is listed once', async t => {
  const house = await fixture(t);
  const {plan} = await house.live('temi', B);
  await house.live('esme', B);
  await house.live('esme', B);
  await waitFor('both are here', () => plan.presence.length === 2);
  assert.deepEqual(plan.presence.map(person => person.name).sort(), ['Esme Farrow', 'Temi Adeyemi']);
});

test('after a refusal the allowed words are put back at their place and the others are left to copy', async t => {
  const house = await fixture(t);
  const {plan, shared} = await house.live('temi', B);
  const {shared: other} = await house.live('esme', B);
  const first = shared.doc;
  await waitFor('everything is saved', () => plan.save.kind === 'saved');
  const own = textOf(first, B, house.item('B1'));
  textOf(other.doc, B, house.item('B1')).insert(0, 'Often ');
  first.transact(() => {
    addItem(first, seededRandom(7), 'section:I', 'institution', 'forbidden words');
    own.insert(own.length, ' Also at home.');
    addItem(first, seededRandom(8), B, 'need', 'A whole new need');
  });
  await waitFor('the document was replaced', () => shared.doc !== first);
  await waitFor('it is saved', () => plan.save.kind === 'saved');
  await waitFor('the other has it', () => wordsOf(other.doc, B).includes('Also at home.'));
  const words = wordsOf(shared.doc, B);
  assert.match(words, /Often Jory understands sentences of up to three key words\. Also at home\./);
  assert.match(words, /A whole new need/);
  assert.deepEqual(
    plan.unsent.map(unsent => [unsent.root, unsent.text]),
    [['section:I', 'forbidden words']],
  );
  assert.equal(canonicalHash(shared.doc, B), canonicalHash(other.doc, B));
  assert.notEqual(shared.doc.clientID, first.clientID);
});

test('an own deletion that was refused along with other things is made again', async t => {
  const house = await fixture(t);
  const {plan, shared} = await house.live('temi', B);
  const first = shared.doc;
  await waitFor('everything is saved', () => plan.save.kind === 'saved');
  first.transact(() => {
    addItem(first, seededRandom(7), 'section:I', 'institution', 'forbidden words');
    textOf(first, B, house.item('B1')).delete(0, 5);
  });
  await waitFor('the document was replaced', () => shared.doc !== first);
  assert.match(wordsOf(shared.doc, B), /"understands|" understands/);
});

test('what is typed without a connection is sent when it is back', async t => {
  const house = await fixture(t);
  const {plan, shared} = await house.live('temi', B);
  const {shared: other} = await house.live('esme', B);
  await waitFor('everything is saved', () => plan.save.kind === 'saved');
  shared.reconnect();
  assert.deepEqual(shared.state, {kind: 'offline', mayType: true});
  textOf(shared.doc, B, house.item('B1')).insert(0, 'Offline ');
  assert.deepEqual(plan.save, {kind: 'onlyOnThisDevice', keptAcrossReload: false, isUnderWay: false});
  await waitFor('it is saved', () => plan.save.kind === 'saved');
  await waitFor('the other has it', () => wordsOf(other.doc, B).includes('Offline '));
});

test('somebody whose session ended while they were cut off gets their unsent words to copy', async t => {
  const house = await fixture(t);
  const cable = await Cable.to(Number(new URL(house.origin).port));
  t.after(() => cable.remove());
  const {plan, shared} = await house.live('temi', B, cable.origin);
  await waitFor('everything is saved', () => plan.save.kind === 'saved');
  cable.cut();
  await waitFor('the page knows', () => shared.state.kind === 'offline');
  textOf(shared.doc, B, house.item('B1')).insert(0, 'Typed while cut off. ');
  assert.equal(await house.as('temi', 'DELETE', '/api/session'), 204);
  cable.mend();
  await waitFor('the page knows', () => plan.status === 'signedOut');
  assert.deepEqual(
    plan.unsent.map(unsent => [unsent.root, unsent.text]),
    [[B, 'Typed while cut off. ']],
  );
  assert.equal(plan.save.kind, 'notSaved');
  assert.equal(shared.mayWrite(B), false);
});

test('signing out ends every document of the page', async t => {
  const house = await fixture(t);
  const {plan, shared} = await house.live('temi', B);
  await plan.signOut();
  assert.equal(plan.status, 'signedOut');
  assert.equal(shared.mayWrite(B), false);
  assert.equal(await house.as('temi', 'DELETE', '/api/session'), 401);
});

test('a section that the lead closes can’t be written from that moment, on the same connection', async t => {
  const house = await fixture(t);
  const {plan, shared} = await house.live('temi', B);
  await house.open('esme');
  const {doc} = shared;
  const path = `/api/plans/${house.planId}/sections/${encodeURIComponent(B)}`;
  assert.equal(await house.as('esme', 'PATCH', path, {openForCoWriting: false}), 200);
  await waitFor('the right is gone', () => !shared.mayWrite(B));
  assert.equal(shared.state.kind, 'live');
  assert.equal(shared.doc, doc);
  assert.equal(plan.unsent.length, 0);
  assert.equal(await house.as('esme', 'PATCH', path, {openForCoWriting: true}), 200);
  await waitFor('the right is back', () => shared.mayWrite(B));
});

test('words that the server refuses twice in a row are never sent a third time', async t => {
  const house = await fixture(t);
  const {plan, shared} = await house.live('temi', B);
  await waitFor('everything is saved', () => plan.save.kind === 'saved');
  const first = shared.doc;
  addItem(first, seededRandom(9), B, 'institution', 'not a need');
  await waitFor('the words are left to copy', () => plan.unsent.length > 0);
  await waitFor('it is saved', () => plan.save.kind === 'saved');
  assert.deepEqual(
    plan.unsent.map(unsent => unsent.text),
    ['not a need'],
  );
  assert.equal(shared.state.kind, 'live');
});
