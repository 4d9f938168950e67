import assert from 'node:assert/strict';
import {test} from 'node:test';
import * as Y from 'yjs';
import {buildBigPlan} from './big-plan.ts';
import {EMPTY_UPDATE, insertUpdate, readFrame, SYNC, syncFrame} from './frames.ts';
import {lastCharacter, newItem, paragraphsOf, sectionOf, wordsOf} from './plan-shape.ts';
import {Tracker} from './tracker.ts';

const CID = 4711;

function planWithOneItem(): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = CID;
  sectionOf(doc).insert(0, [newItem('item', 'Notes ')]);
  return doc;
}

test('a hand-encoded insert reads as typing at the end of the item', () => {
  const doc = planWithOneItem();
  Y.applyUpdate(doc, insertUpdate(CID, Y.getState(doc.store, CID), lastCharacter(doc), 'and more'));
  const [paragraph] = paragraphsOf(doc);
  assert.equal(paragraph && wordsOf(paragraph).toJSON(), 'Notes and more');
  assert.equal(doc.store.pendingStructs, null);
});

test('a tracked edit is seen once by each receiver, whether it comes alone or merged with others', () => {
  const doc = planWithOneItem();
  const tracker = new Tracker();
  tracker.start();
  const start = Y.getState(doc.store, CID);
  const updates = [0, 1, 2].map(i => insertUpdate(CID, start + i * 2, start + i * 2 - 1, 'ab'));
  [0, 2, 4].forEach(clock => tracker.edit(CID, start + clock));
  updates.forEach(update => assert.equal(tracker.update(update, 1), true));
  assert.equal(tracker.seen, 3);
  assert.equal(tracker.update(Y.mergeUpdates(updates), 2), true);
  assert.equal(tracker.seen, 6);
});

test('a client does not count its own edits as received', () => {
  const tracker = new Tracker();
  tracker.start();
  tracker.edit(CID, 10);
  tracker.update(insertUpdate(CID, 10, 9, 'ab'), CID);
  assert.equal(tracker.seen, 0);
});

test('noise is no update', () => {
  assert.equal(new Tracker().update(Uint8Array.of(1, 3, 200, 201, 2, 255, 9, 9, 9), 1), false);
});

test('a sync frame is read back as what was written', () => {
  const frame = readFrame(syncFrame(SYNC.update, EMPTY_UPDATE));
  assert.deepEqual(frame, {type: 'sync', kind: SYNC.update, body: EMPTY_UPDATE});
});

test('the history of the old plan, applied in order, gives its last state, under any client ids', () => {
  const plan = buildBigPlan(1500, sitting => 9000 + sitting);
  const doc = new Y.Doc();
  for (const run of plan.runs) for (const update of run.updates) Y.applyUpdate(doc, update);
  assert.equal(sectionOf(doc).toJSON(), plan.text);
  assert.equal(plan.sittings, buildBigPlan(1500, sitting => sitting + 1).sittings);
  assert.ok([...doc.store.clients.keys()].every(cid => cid >= 9000 && cid < 9000 + plan.sittings));
});
