import assert from 'node:assert/strict';
import test from 'node:test';
import {readRoot} from '@goldthread/schema/ydoc';
import {ySyncPluginKey} from 'y-prosemirror';
import * as Y from 'yjs';
import {sectionUndo} from './section-undo.ts';

const B = 'section:B';
const ID = 'item-0123456789abcdefg';

function item(words: string): Y.XmlElement {
  const element = new Y.XmlElement('need');
  element.setAttribute('id', ID);
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  element.insert(0, [paragraph]);
  return element;
}

/** One person has added an item, which the other has received; gives both their documents and the first one's undo. */
function addedItem(): {own: Y.Doc; theirs: Y.Doc; undo: Y.UndoManager; tell: () => void} {
  const [own, theirs] = [new Y.Doc(), new Y.Doc()];
  const fragment = own.getXmlFragment(B);
  const undo = sectionUndo(fragment);
  own.transact(() => {
    fragment.insert(0, [item('')]);
  }, ySyncPluginKey);
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(own));
  const tell = (): void => Y.applyUpdate(own, Y.encodeStateAsUpdate(theirs));
  return {own, theirs, undo, tell};
}

function itemOf(doc: Y.Doc): Y.XmlElement {
  const element = doc.getXmlFragment(B).get(0);
  assert.ok(element instanceof Y.XmlElement);
  return element;
}

test('undoing a new item takes it away', () => {
  const {own, undo} = addedItem();
  undo.undo();
  assert.deepEqual(readRoot(own.getXmlFragment(B)), []);
});

test('undoing a new item in which somebody else writes leaves it, and it stays the same item', () => {
  const {own, theirs, undo, tell} = addedItem();
  const paragraph = itemOf(theirs).get(0);
  assert.ok(paragraph instanceof Y.XmlElement);
  paragraph.insert(0, [new Y.XmlText('theirs')]);
  tell();
  undo.undo();
  assert.equal(itemOf(own).getAttribute('id'), ID);
  assert.match(JSON.stringify(readRoot(own.getXmlFragment(B))), /theirs/);
});

test('undoing a new item leaves what somebody else has noted in it: a field, a link, an entry of a list', () => {
  const changes: readonly ((element: Y.XmlElement) => void)[] = [
    element => {
      element.setAttribute('howOften', 'every day');
    },
    element => {
      const link = new Y.XmlElement('link');
      link.setAttribute('rel', 'advice');
      element.insert(1, [link]);
    },
    element => {
      const part = new Y.XmlElement('part');
      part.setAttribute('text', 'laughs');
      element.insert(1, [part]);
    },
  ];
  for (const change of changes) {
    const {own, theirs, undo, tell} = addedItem();
    change(itemOf(theirs));
    tell();
    undo.undo();
    assert.equal(itemOf(own).getAttribute('id'), ID);
    const theirsNow = readRoot(theirs.getXmlFragment(B));
    assert.equal(readRoot(own.getXmlFragment(B)).length, theirsNow.length);
  }
});
