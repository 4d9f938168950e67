import assert from 'node:assert/strict';
import test from 'node:test';
import {canonicalHash} from '@goldthread/schema/ydoc';
import {CLOSE} from '@goldthread/schema/wire';
import {toBase64} from 'lib0/buffer';
import * as Y from 'yjs';
import {closeReaction} from './close-reaction.ts';
import {divergedRoots} from './diverged-roots.ts';
import {knowsEveryNode} from './knows-every-node.ts';

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
