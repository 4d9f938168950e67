import assert from 'node:assert/strict';
import {test} from 'node:test';
import * as Y from 'yjs';
import type {ItemId} from '../base/ids.ts';
import {docWith, node} from '../testing/doc-builder.ts';
import {elementOf} from '../ydoc/write-items.ts';
import {anchorAttributes, readAnchor} from './anchor-attributes.ts';
import type {Anchor} from './anchor.ts';
import {resolveAnchor} from './resolve-anchor.ts';

const B = 'section:B';
const id = (n: number) => String(n).padStart(22, 'i') as ItemId;
const [ONE, TWO, THREE] = [id(1), id(2), id(3)];

const WORDS = ['He covers his ears when it is loud.', 'He counts trains out loud.', 'He sleeps four hours.'];

/** A section of three needs, and an anchor after one of them. */
function section(after: ItemId | null = TWO): {doc: Y.Doc; root: Y.XmlFragment; anchor: Anchor} {
  const doc = docWith({
    [B]: [
      node('need', ONE, WORDS[0] ?? ''),
      node('need', TWO, WORDS[1] ?? ''),
      node('need', THREE, WORDS[2] ?? ''),
    ],
  });
  return {doc, root: doc.getXmlFragment(B), anchor: anchorAt(doc, after)};
}

function anchorAt(doc: Y.Doc, after: ItemId | null): Anchor {
  const anchor = readAnchor(anchorAttributes(doc, B, after));
  assert.ok(anchor);
  return anchor;
}

/** What a reader gets, who must get the same as somebody who comes later and has only what is left. */
function placeOf(doc: Y.Doc, anchor: Anchor): string {
  const place = resolveAnchor({shared: doc}, anchor);
  assert.deepEqual(resolveAnchor({shared: lateCopy(doc)}, anchor), place);
  assert.equal(place.root, B);
  return `${place.state} ${place.afterIndex}`;
}

/** The document as a newcomer gets it from a snapshot that was made through a document that collects garbage. */
function lateCopy(doc: Y.Doc): Y.Doc {
  let copy = doc;
  for (let round = 0; round < 2; round++) {
    const next = new Y.Doc({gc: true});
    Y.applyUpdate(next, Y.encodeStateAsUpdate(copy));
    copy = next;
  }
  return copy;
}

function textOf(root: Y.XmlFragment, index: number): Y.XmlText {
  const item = root.get(index);
  const block = item instanceof Y.XmlElement ? item.get(0) : null;
  const text = block instanceof Y.XmlElement ? block.get(0) : null;
  assert.ok(text instanceof Y.XmlText);
  return text;
}

/** An item as the binding makes it anew where words were cut, pasted, split or joined. */
function anew(itemId: ItemId, words: string): Y.XmlElement {
  return elementOf(node('need', itemId, words));
}

test('nothing changed: exactly where it was put, at the start too', () => {
  const {doc, anchor} = section();
  assert.equal(placeOf(doc, anchor), 'exact 1');
  assert.equal(placeOf(doc, anchorAt(doc, null)), 'exact -1');
  assert.equal(placeOf(docWith({}), anchorAt(docWith({}), null)), 'exact -1');
});

test('its neighbour’s words edited, and items added around it: exactly after its neighbour', () => {
  const {doc, root, anchor} = section();
  textOf(root, 1).insert(0, 'At home ');
  textOf(root, 1).delete(20, 5);
  root.insert(0, [anew(id(4), 'first')]);
  root.insert(3, [anew(id(5), 'between')]);
  assert.equal(placeOf(doc, anchor), 'exact 2');
});

test('its neighbour split: after the half that kept its name', () => {
  const {doc, root, anchor} = section();
  textOf(root, 1).delete(9, 17);
  root.insert(2, [anew(id(4), 'trains out loud.')]);
  assert.equal(placeOf(doc, anchor), 'exact 1');
});

test('its neighbour joined with the item before: where it was, and it says that it moved', () => {
  const {doc, root, anchor} = section();
  doc.transact(() => {
    textOf(root, 0).insert(35, ` ${WORDS[1] ?? ''}`);
    root.delete(1, 1);
  });
  assert.equal(placeOf(doc, anchor), 'moved 0');
});

test('its neighbour deleted: where it was, and it says that it moved', () => {
  const {doc, root, anchor} = section();
  root.delete(1, 1);
  assert.equal(placeOf(doc, anchor), 'moved 0');
  root.insert(0, [anew(id(4), 'first')]);
  assert.equal(placeOf(doc, anchor), 'moved 1');
});

test('the first item deleted: at the start', () => {
  const {doc, root, anchor} = section(ONE);
  root.delete(0, 1);
  assert.equal(placeOf(doc, anchor), 'moved -1');
});

test('its neighbour deleted and brought back by undo: exactly after its neighbour again', () => {
  const {doc, root, anchor} = section();
  const undo = new Y.UndoManager(root, {trackedOrigins: new Set(['person'])});
  doc.transact(() => root.delete(1, 1), 'person');
  undo.undo();
  assert.equal(placeOf(doc, anchor), 'exact 1');
  undo.redo();
  assert.equal(placeOf(doc, anchor), 'moved 0');
});

test('brought back by undo and deleted again by somebody else: the same place for who undid and for others', () => {
  const {doc, root, anchor} = section();
  const undo = new Y.UndoManager(root, {trackedOrigins: new Set(['person'])});
  doc.transact(() => root.delete(1, 1), 'person');
  root.insert(1, [anew(id(4), 'between')]);
  undo.undo();
  const [back] = root.toArray().flatMap((child, at) => (isItem(child, TWO) ? [at] : []));
  assert.ok(back !== undefined);
  root.delete(back, 1);
  placeOf(doc, anchor);
});

test('its neighbour cut and pasted elsewhere in the section under its name: exactly after it', () => {
  const {doc, root, anchor} = section();
  doc.transact(() => {
    root.delete(1, 1);
    root.insert(2, [anew(TWO, WORDS[1] ?? '')]);
  });
  assert.equal(placeOf(doc, anchor), 'exact 2');
});

test('its neighbour moved to another section: where it was, and it says that it moved', () => {
  const {doc, root, anchor} = section();
  doc.transact(() => {
    root.delete(1, 1);
    doc.getXmlFragment('section:C').push([anew(TWO, WORDS[1] ?? '')]);
  });
  assert.equal(placeOf(doc, anchor), 'moved 0');
});

test('the whole section replaced or emptied: where what is left of it says', () => {
  const {doc, root, anchor} = section();
  root.delete(0, 3);
  assert.equal(placeOf(doc, anchor), 'moved -1');
  root.push([anew(id(4), 'new'), anew(id(5), 'new too')]);
  assert.match(placeOf(doc, anchor), /^moved -?\d$/);
});

test('a document of another lineage: beside the words that it stood beside, if they are there once', () => {
  const {anchor} = section();
  const other = docWith({[B]: [node('need', id(7), 'first'), node('need', id(8), WORDS[1] ?? '')]}, 99);
  assert.equal(placeOf(other, anchor), 'moved 1');
  other.getXmlFragment(B).insert(0, [anew(id(9), WORDS[1] ?? '')]);
  assert.equal(placeOf(other, anchor), 'loose 2');
});

test('a document of another lineage without those words: at the end, and it says that it is loose', () => {
  const {anchor} = section();
  assert.equal(placeOf(docWith({[B]: [node('need', id(7), 'first')]}, 99), anchor), 'loose 0');
  assert.equal(placeOf(docWith({}, 99), anchor), 'loose -1');
});

test('a few letters are no quotation, unless they are all the words that there are', () => {
  const doc = docWith({[B]: [node('need', ONE, 'Trains.')]});
  const anchor = anchorAt(doc, ONE);
  const inside = docWith({[B]: [node('need', id(7), 'Trains. And buses.')]}, 99);
  assert.equal(placeOf(inside, anchor), 'loose 0');
  const alone = docWith({[B]: [node('need', id(7), 'Trains.'), node('need', id(8), 'x')]}, 99);
  assert.equal(placeOf(alone, anchor), 'moved 0');
});

test('a neighbour that the section never had: at the end', () => {
  const {doc, anchor} = section(id(40));
  assert.equal(placeOf(doc, anchor), 'moved 2');
});

test('a house is looked for in the child’s document, and where that isn’t there the item is loose', () => {
  const voice = docWith({'house:good': [node('statement', ONE, 'Trains are good.')]});
  const anchor = readAnchor(anchorAttributes(voice, 'house:good', ONE));
  assert.ok(anchor);
  const shared = docWith({});
  assert.deepEqual(resolveAnchor({shared, voice}, anchor), {
    root: 'house:good',
    afterIndex: 0,
    state: 'exact',
  });
  assert.deepEqual(resolveAnchor({shared}, anchor), {root: 'house:good', afterIndex: -1, state: 'loose'});
});

function isItem(child: unknown, itemId: ItemId): boolean {
  return child instanceof Y.XmlElement && child.getAttribute('id') === itemId;
}
