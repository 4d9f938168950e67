import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import {readRoot} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import {itemIn, textOf, wordsOf} from '../harness/writing.ts';
import {refusedWith, withNote, type NoteStand} from '../harness/note-stand.ts';
import type {WireClient} from '../harness/wire-client.ts';
import {waitFor} from '../harness/wait-for.ts';
import type {RootName} from '@goldthread/schema';

interface Suggested {
  readonly id: string;
  readonly root: RootName;
  readonly wordingId: string;
}

/** A served draft in which the mother suggests other words for a provision. */
async function suggested(t: TestContext) {
  const one = await withNote(t);
  const {plan, shared} = one;
  const lead = await one.server.signIn(plan.planId, one.id('esme'));
  const moved = await one.server.send({
    method: 'PATCH',
    url: `/api/plans/${plan.planId}`,
    headers: lead.headers,
    payload: {stage: 'draftServed'},
  });
  assert.equal(moved.statusCode, 200);
  const itemId = plan.items.find(({ref}) => ref === 'F1')?.id ?? '';
  const temi = await one.open('temi', shared);
  const hers = await suggest(one, 'temi', itemId);
  await waitFor('her words', () => temi.doc.getXmlFragment(hers.root).length === 1);
  const text = (client: WireClient) => textOf(client.doc, hers.root, hers.wordingId);
  const step = (key: string, what: string, body: object = {}) =>
    one.as(key, 'POST', `/proposals/${hers.id}/${what}`, body);
  return {...one, itemId, temi, hers, text, step};
}

async function suggest(one: NoteStand, key: string, itemId: string): Promise<Suggested> {
  const [status, made] = await one.as(key, 'POST', '/proposals', {itemId, reason: 'It helps.'});
  assert.equal(status, 201, JSON.stringify(made));
  const [, {proposals}] = await one.as(key, 'GET', '/records?kinds=proposals');
  const all = proposals as readonly Suggested[];
  const found = all.find(({id}) => id === made['proposalId']);
  assert.ok(found);
  return found;
}

test('only the side that suggests words types in them, and everybody reads them live', async t => {
  const {open, shared, temi, text, hers} = await suggested(t);
  const marcus = await open('marcus', shared);
  assert.ok(temi.last('rights')?.writableRoots.includes(hers.root));
  assert.ok(marcus.last('hello')?.writableRoots.includes('section:F'));
  assert.ok(!marcus.last('hello')?.writableRoots.includes(hers.root));
  text(temi).insert(0, 'Every week: ');
  await temi.saved();
  await waitFor('his copy', () => wordsOf(marcus.doc, hers.root).includes('Every week: '));
  text(marcus).insert(0, 'Never: ');
  assert.equal(await refusedWith(marcus), 'FORBIDDEN');
});

test('a place for other words opens through the command alone', async t => {
  const {temi} = await suggested(t);
  temi.doc.getXmlFragment('p:AAAAAAAAAAAAAAAAAAAAAA').push([new Y.XmlElement('provision')]);
  assert.equal(await refusedWith(temi), 'ROOT');
});

test('what was answered stays what was suggested: its side reads it and changes it no more', async t => {
  const {temi, text, step, hers, open, shared} = await suggested(t);
  await step('marcus', 'refuse', {reason: 'There is no money for it.'});
  await waitFor('her rights', () => temi.last('rights')?.writableRoots.includes(hers.root) === false);
  assert.ok(temi.isOpen);
  text(temi).insert(0, 'All the same: ');
  assert.equal(await refusedWith(temi), 'FORBIDDEN');
  const again = await open('temi', shared);
  assert.equal(readRoot(again.doc.getXmlFragment(hers.root)).length, 1);
});

test('E07: a protected value is refused in suggested words as anywhere else', async t => {
  const {as, id, temi, text} = await suggested(t);
  const value = {kind: 'phone', value: '07700 900123', audience: [id('bronagh'), id('temi')]};
  assert.equal((await as('bronagh', 'POST', '/contacts', value))[0], 201);
  text(temi).insert(0, 'Ring 07700 900123. ');
  assert.equal(await refusedWith(temi), 'PROTECTED');
});

test('accepted words reach everybody as an edit, and leave what somebody types beside them alone', async t => {
  const {open, shared, temi, text, step, itemId, id, storage} = await suggested(t);
  const marcus = await open('marcus', shared);
  text(temi).insert(text(temi).length, ' It is every week.');
  await temi.saved();
  const before = textOf(marcus.doc, 'section:F', itemId);
  const caret = Y.createRelativePositionFromTypeIndex(before, 5);
  const [status, accepted] = await step('marcus', 'accept');
  assert.deepEqual([status, accepted['state']], [200, 'agreed']);
  await waitFor('her copy', () => wordsOf(temi.doc, 'section:F').includes('It is every week.'));
  await waitFor('his copy', () => wordsOf(marcus.doc, 'section:F').includes('It is every week.'));
  const found = Y.createAbsolutePositionFromRelativePosition(caret, marcus.doc);
  assert.deepEqual([found?.type, found?.index], [before, 5]);
  assert.equal(itemIn(marcus.doc, 'section:F', itemId).length, itemIn(temi.doc, 'section:F', itemId).length);
  const carry = await storage.carry(shared);
  const writers = new Set(carry.map(({sourceClient}) => sourceClient));
  assert.deepEqual([...writers], [temi.cid]);
  const rows = await storage.updateLog(shared, 0, 100);
  assert.equal(rows.find(({kind}) => kind === 'accept')?.participantId, id('marcus'));
});

test('whoever reads an item is told that something was suggested for it, and nobody else', async t => {
  const {open, shared, as, hers, note} = await suggested(t);
  const [callum, esme] = [await open('callum', shared), await open('esme', shared)];
  const told = (client: WireClient) =>
    client.messages.filter(one => one.kind === 'records' && one.kinds.includes('proposals')).length;
  const [, kept] = await as('bronagh', 'GET', '/withholdings');
  const decisions = kept['withholdings'] as {itemIds: string[]; compartmentId: string}[];
  const decision = decisions.find(one => one.compartmentId === note);
  const [status] = await as('esme', 'POST', '/proposals', {
    itemId: decision?.itemIds[0],
    reason: 'He said so.',
  });
  assert.equal(status, 201);
  await waitFor('her notice', () => told(esme) === 1);
  assert.equal((await as('marcus', 'POST', `/proposals/${hers.id}/counter`, {}))[0], 201);
  await waitFor('his notice', () => told(callum) === 1);
  assert.equal(told(esme), 2);
});
