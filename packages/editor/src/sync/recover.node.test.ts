import assert from 'node:assert/strict';
import test from 'node:test';
import type {RootName} from '@goldthread/schema';
import {readRoot} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import {recover, wordsNeverStored} from './recover.ts';
import type {OldDoc} from './doc-shelf.ts';

const B = 'section:B';
const ROOTS: readonly RootName[] = [B, 'section:I'];

/** Numbers from 0 to `below`, the same for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

const ID = 'moved-item-0123456789a';

function addItem(doc: Y.Doc, root: RootName, index: number, words: string, id = ''): void {
  const item = new Y.XmlElement('need');
  if (id !== '') item.setAttribute('id', id);
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  item.insert(0, [paragraph]);
  doc.getXmlFragment(root).insert(index, [item]);
}

function textIn(doc: Y.Doc, root: RootName, index: number): Y.XmlText {
  const item = doc.getXmlFragment(root).get(index);
  const paragraph = item instanceof Y.XmlElement ? item.get(0) : null;
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  assert.ok(text instanceof Y.XmlText);
  return text;
}

function copyOf(doc: Y.Doc, cid: number): Y.Doc {
  const copy = new Y.Doc();
  copy.clientID = cid;
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function serverDoc(): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 1;
  addItem(doc, B, 0, 'Bells are loud', ID);
  addItem(doc, B, 1, 'Crowds');
  addItem(doc, 'section:I', 0, 'A school');
  return doc;
}

function own(doc: Y.Doc, ...cids: number[]): OldDoc {
  return {doc, own: cids.map(cid => ({cid, storedUpTo: 0}))};
}

/** One random change, as a person makes them with the keyboard. */
function change(doc: Y.Doc, next: (below: number) => number): string {
  const root = ROOTS[next(ROOTS.length)] ?? B;
  const items = doc.getXmlFragment(root);
  const what = next(8);
  if (items.length === 0 || what === 0) {
    addItem(doc, root, next(items.length + 1), `new ${next(100)}`);
    return `${root} +item`;
  }
  const index = next(items.length);
  if (what === 1) {
    items.delete(index);
    return `${root} -item ${index}`;
  }
  const item = items.get(index);
  if (what === 2 && item instanceof Y.XmlElement) {
    item.setAttribute('howOften', `fact ${next(100)}`);
    return `${root} fact ${index}`;
  }
  const text = textIn(doc, root, index);
  const at = next(text.length + 1);
  if (what < 5 && at < text.length) text.delete(at, Math.min(1 + next(4), text.length - at));
  else text.insert(at, `w${next(1000)}`);
  return `${root} text ${index} ${at}`;
}

for (let seed = 1; seed <= 60; seed += 1) {
  test(`all that was typed and never stored stands again in its place (seed ${seed})`, () => {
    const server = serverDoc();
    const next = numbers(seed);
    const first = copyOf(server, 2);
    const done = Array.from({length: 12}, () => change(first, next));
    // A second page of the same person went on where the first one ended.
    const second = copyOf(first, 3);
    done.push(...Array.from({length: 12}, () => change(second, next)));
    const fresh = copyOf(server, 4);
    const left = recover(own(second, 2, 3), fresh, () => true);
    assert.deepEqual(left, [], done.join(', '));
    for (const root of ROOTS) {
      const [is, should] = [fresh, second].map(doc => readRoot(doc.getXmlFragment(root)));
      assert.deepEqual(is, should, done.join(', '));
    }
  });
}

test('words for a place where the person may not write are left to copy, all of them', () => {
  const server = serverDoc();
  const page = copyOf(server, 2);
  textIn(page, 'section:I', 0).insert(8, ' nearby');
  textIn(page, B, 0).insert(14, ' at noon');
  addItem(page, 'section:I', 1, 'Another school');
  const fresh = copyOf(server, 4);
  const left = recover(own(page, 2), fresh, root => root === B);
  assert.deepEqual(left, [
    {root: 'section:I', text: ' nearby'},
    {root: 'section:I', text: 'Another school'},
  ]);
  assert.equal(textIn(fresh, B, 0).toJSON(), 'Bells are loud at noon');
  assert.equal(fresh.getXmlFragment('section:I').length, 1);
});

test('words whose place somebody else has removed meanwhile are left to copy', () => {
  const server = serverDoc();
  const page = copyOf(server, 2);
  textIn(page, B, 1).insert(6, ' and queues');
  server.getXmlFragment(B).delete(1);
  const fresh = copyOf(server, 4);
  assert.deepEqual(
    recover(own(page, 2), fresh, () => true),
    [{root: B, text: ' and queues'}],
  );
});

test('an item that somebody else has moved meanwhile isn’t put in twice, and the rest is put in', () => {
  const server = serverDoc();
  const theirs = copyOf(server, 2);
  const page = copyOf(server, 3);
  for (const doc of [theirs, page]) {
    doc.getXmlFragment(B).delete(0);
    addItem(doc, B, 1, doc === page ? 'Bells are loud at noon' : 'Bells are loud', ID);
  }
  textIn(page, B, 0).insert(6, ' and queues');
  Y.applyUpdate(server, Y.encodeStateAsUpdate(theirs));
  const fresh = copyOf(server, 4);
  assert.deepEqual(
    recover(own(page, 3), fresh, () => true),
    [{root: B, text: 'Bells are loud at noon'}],
  );
  assert.deepEqual(
    [0, 1].map(index => textIn(fresh, B, index).toJSON()),
    ['Crowds and queues', 'Bells are loud'],
  );
});

test('of an item that two people moved at once, nothing is left to copy', () => {
  const server = serverDoc();
  const theirs = copyOf(server, 2);
  const page = copyOf(server, 3);
  for (const doc of [theirs, page]) {
    doc.getXmlFragment(B).delete(0);
    addItem(doc, B, 1, 'Bells are loud', ID);
  }
  Y.applyUpdate(server, Y.encodeStateAsUpdate(theirs));
  const fresh = copyOf(server, 4);
  assert.deepEqual(
    recover(own(page, 3), fresh, () => true),
    [],
  );
  assert.equal(fresh.getXmlFragment(B).length, 2);
});

test('an item that was moved here and by nobody else is moved again', () => {
  const server = serverDoc();
  const page = copyOf(server, 3);
  page.getXmlFragment(B).delete(0);
  addItem(page, B, 1, 'Bells are loud', ID);
  const fresh = copyOf(server, 4);
  assert.deepEqual(
    recover(own(page, 3), fresh, () => true),
    [],
  );
  assert.deepEqual(readRoot(fresh.getXmlFragment(B)), readRoot(page.getXmlFragment(B)));
});

test('what the server has after all isn’t put in twice', () => {
  const server = serverDoc();
  const page = copyOf(server, 2);
  textIn(page, B, 0).insert(0, 'Stored ');
  Y.applyUpdate(server, Y.encodeStateAsUpdate(page));
  textIn(page, B, 0).insert(7, 'unsent ');
  const fresh = copyOf(server, 4);
  assert.deepEqual(
    recover(own(page, 2), fresh, () => true),
    [],
  );
  assert.equal(textIn(fresh, B, 0).toJSON(), 'Stored unsent Bells are loud');
});

test('a page that knows how far its words are stored lists only the others', () => {
  const page = copyOf(serverDoc(), 2);
  textIn(page, B, 0).insert(0, 'Stored ');
  const storedUpTo = Y.getState(page.store, 2);
  textIn(page, B, 0).insert(7, 'one ');
  textIn(page, B, 0).insert(11, 'two ');
  assert.deepEqual(wordsNeverStored({doc: page, own: [{cid: 2, storedUpTo}]}), [{root: B, text: 'one two '}]);
});
