import assert from 'node:assert/strict';
import test from 'node:test';
import {canonicalHash} from '@goldthread/schema/ydoc';
import {CLOSE} from '@goldthread/schema/wire';
import {toBase64} from 'lib0/buffer';
import * as Y from 'yjs';
import {closeReaction} from './close-reaction.ts';
import {divergedRoots, whenComparable} from './diverged-roots.ts';
import {knowsEveryNode} from './knows-every-node.ts';
import {advanceLedger, emptyLedger, type SaveLedger} from './save-ledger.ts';

const B = 'section:B';

function docWith(nodeName: string, words: string): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 5;
  const item = new Y.XmlElement('need');
  const paragraph = new Y.XmlElement(nodeName);
  paragraph.insert(0, [new Y.XmlText(words)]);
  item.setAttribute('id', 'AAAAAAAAAAAAAAAAAAAAAA');
  item.insert(0, [paragraph]);
  doc.getXmlFragment(B).insert(0, [item]);
  return doc;
}

const check = (doc: Y.Doc) =>
  ({
    kind: 'check',
    stateVector: toBase64(Y.encodeStateVector(doc)),
    hashes: {[B]: canonicalHash(doc, B)},
  }) as const;

test('equal documents haven’t diverged', () => {
  assert.deepEqual(divergedRoots(docWith('paragraph', 'one'), check(docWith('paragraph', 'one'))), []);
});

test('documents at the same point with other words have', () => {
  const ours = docWith('paragraph', 'one');
  assert.deepEqual(divergedRoots(ours, check(docWith('paragraph', 'two'))), [
    {root: B, hash: canonicalHash(ours, B)},
  ]);
});

test('of documents at different points nothing is said', () => {
  const ours = docWith('paragraph', 'one');
  ours.getXmlFragment(B).insert(1, [new Y.XmlElement('need')]);
  assert.deepEqual(divergedRoots(ours, check(docWith('paragraph', 'two'))), []);
});

function settled(): SaveLedger {
  const opened = advanceLedger(emptyLedger(false), {kind: 'opened'});
  const sent = advanceLedger(opened, {kind: 'sent', answersServer: true});
  return advanceLedger(sent, {kind: 'durable', upTo: 1, at: new Date(0)});
}

test('a check counts only where nothing was sent between its arrival and the edits that came before it', () => {
  const waiting: (() => void)[] = [];
  const link = {ledger: settled(), queue: {afterPending: (then: () => void) => waiting.push(then)}};
  let compared = 0;
  const arrive = (): void => whenComparable(link, () => (compared += 1));
  arrive();
  waiting.shift()?.();
  assert.equal(compared, 1);
  arrive();
  // A key is pressed while the check waits for others' edits, and is on disk before those are shown.
  link.ledger = advanceLedger(link.ledger, {kind: 'sent', answersServer: false});
  link.ledger = advanceLedger(link.ledger, {kind: 'durable', upTo: 2, at: new Date(0)});
  waiting.shift()?.();
  assert.equal(compared, 1);
  link.ledger = advanceLedger(link.ledger, {kind: 'sent', answersServer: false});
  arrive();
  assert.equal(waiting.length, 0);
});

test('a document with a node that this page doesn’t know may not be bound', () => {
  assert.equal(knowsEveryNode(docWith('paragraph', 'one')), true);
  assert.equal(knowsEveryNode(docWith('futureBlock', 'one')), false);
});

test('each way in which the server ends a connection has its own answer', () => {
  const refusal = {kind: 'refused', frame: 1, code: 'FORBIDDEN', message: 'Not here.'} as const;
  assert.deepEqual(closeReaction(CLOSE.schemaTooOld.code, null), {kind: 'outOfDate'});
  assert.deepEqual(closeReaction(CLOSE.signedOut.code, null), {kind: 'signedOut'});
  const codes = [CLOSE.stale, CLOSE.notYours, CLOSE.refused, CLOSE.malformed].map(({code}) => {
    const reaction = closeReaction(code, refusal);
    return reaction.kind === 'trade'
      ? [reaction.reason.code, reaction.reason.mayPutBack, reaction.thenAsk]
      : null;
  });
  assert.deepEqual(codes, [
    ['STALE', false, false],
    ['RIGHTS', true, true],
    ['FORBIDDEN', true, false],
    ['FORBIDDEN', true, false],
  ]);
});
