import assert from 'node:assert/strict';
import test from 'node:test';
import * as Y from 'yjs';
import {checkAfter} from './index.ts';
import {changeOf, elementAt, idOf, textAt} from './testing/documents.ts';
import {forge} from './testing/forge.ts';
import {B, letter, plan, textStart} from './testing/verdict.ts';

/** What is found after an update went past the gate unseen. */
function found(update: (doc: Y.Doc) => Uint8Array): string | null {
  const doc = plan();
  const bytes = update(doc);
  const transactions: Y.Transaction[] = [];
  doc.on('afterTransaction', transaction => transactions.push(transaction));
  Y.applyUpdate(doc, bytes);
  return checkAfter(doc, transactions)?.code ?? null;
}

const afterChange = (change: (copy: Y.Doc) => void) => found(doc => changeOf(doc, change));

test('nothing is found after honest changes', () => {
  assert.equal(
    afterChange(copy => textAt(copy, B).insert(2, 'x')),
    null,
  );
  assert.equal(
    afterChange(copy => textAt(copy, B).format(0, 4, {bold: {}})),
    null,
  );
  assert.equal(
    afterChange(copy => {
      copy.getXmlFragment(B).delete(0, 1);
    }),
    null,
  );
});

test('parked structs and parked deletes are found', () => {
  assert.equal(
    found(() => forge({structs: [{origin: [99, 0], content: letter}]})),
    'MISSING_DEPS',
  );
  assert.equal(
    found(() => forge({deletes: [[99, 0, 1]]})),
    'MISSING_DEPS',
  );
});

test('a right neighbour that the same update put on the wrong side is found', () => {
  const order = found(doc => {
    const [client, clock] = textStart(doc, 'needs time');
    const first = {
      origin: [client, clock + 1] as const,
      right: [client, clock + 2] as const,
      content: letter,
    };
    const second = {origin: [client, clock + 5] as const, right: [7, 0] as const, content: letter};
    return forge({structs: [first, second]});
  });
  assert.equal(order, 'ORDER');
});

test('somebody who typed thousands of pieces before one far neighbour is not refused', () => {
  const typed = afterChange(copy => {
    const text = textAt(copy, B);
    for (let at = 1; at < 2000; at += 1) text.insert(at, 'x', at % 2 === 0 ? {bold: {}} : {bold: null});
  });
  assert.equal(typed, null);
});

test('a far right neighbour that stands on the wrong side is found', () => {
  const order = found(doc => {
    const [client, clock] = textStart(doc, 'needs time');
    const right = [client, clock + 5] as const;
    // Structs that are not joined, so that the wrong neighbour is further away than one looks one by one.
    const between = Array.from({length: 99}, (_, at) => ({
      origin: at === 0 ? ([client, clock + 4] as const) : ([7, at - 1] as const),
      right,
      content: at % 2 === 0 ? letter : new Y.ContentDeleted(1),
    }));
    const wrong = {origin: [7, 98] as const, right: [7, 0] as const, content: letter};
    return forge({structs: [...between, wrong]});
  });
  assert.equal(order, 'ORDER');
});

test('a node, an attribute and a mark that have no place are found', () => {
  const changes: ((copy: Y.Doc) => void)[] = [
    copy => elementAt(copy, B, 0).push([new Y.XmlElement('script')]),
    copy => elementAt(copy, B, 0).push([new Y.XmlElement('need')]),
    copy => elementAt(copy, B, 0).push([new Y.XmlText('x')]),
    copy => copy.getXmlFragment(B).push([new Y.XmlElement('paragraph')]),
    copy => elementAt(copy, B, 0).setAttribute('onclick', 'x'),
    copy => textAt(copy, B).format(0, 4, {blink: {}}),
  ];
  for (const change of changes) assert.equal(afterChange(change), 'SCHEMA', String(change));
});

test('two live items with one id are found', () => {
  const duplicate = afterChange(copy => {
    const item = new Y.XmlElement('need');
    item.setAttribute('id', idOf(1));
    copy.getXmlFragment(B).push([item]);
  });
  assert.equal(duplicate, 'DUPLICATE_ID');
});
