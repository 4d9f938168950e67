import assert from 'node:assert/strict';
import {test} from 'node:test';
import * as Y from 'yjs';
import {docWith, linkTo, node} from '../testing/doc-builder.ts';
import {canonicalHash} from './canonical-hash.ts';
import {itemElementOf, itemIdOf} from './item-element.ts';
import {readRoot} from './read-root.ts';
import {writeItems} from './write-items.ts';

test('what was written is what is read', () => {
  const items = [
    node('need', 'x', 'He covers his ears.', {attrs: {area: 'sensory'}, content: [linkTo('advice', 'y')]}),
    node('strength', 'y', 'Sings whole songs.'),
  ];
  assert.deepEqual(
    sorted(readRoot(docWith({'section:B': items}).getXmlFragment('section:B'))),
    sorted(items),
  );
});

test('reading changes nothing and keeps what this schema does not know', () => {
  const doc = docWith({});
  const strange = new Y.XmlElement('hologram');
  strange.setAttribute('depth', '3');
  doc.getXmlFragment('section:B').push([strange]);
  const before = Y.encodeStateAsUpdate(doc);
  let updates = 0;
  doc.on('update', () => updates++);
  assert.deepEqual(readRoot(doc.getXmlFragment('section:B')), [{type: 'hologram', attrs: {depth: '3'}}]);
  canonicalHash(doc, 'section:B');
  assert.equal(updates, 0);
  assert.deepEqual(Y.encodeStateAsUpdate(doc), before);
});

test('text that leftover format markers cut in two is read as one run', () => {
  const left = docWith({'section:B': [node('need', 'x', 'one two')]});
  const right = new Y.Doc();
  Y.applyUpdate(right, Y.encodeStateAsUpdate(left));
  textOf(left).format(0, 3, {bold: {}});
  textOf(right).format(2, 5, {bold: {}});
  Y.applyUpdate(left, Y.encodeStateAsUpdate(right));
  const runs: unknown = textOf(left).toDelta();
  assert.ok(Array.isArray(runs) && runs.length === 3);
  const marks = [{type: 'bold'}];
  const content = [
    {type: 'text', text: 'one', marks},
    {type: 'text', text: ' two'},
  ];
  assert.deepEqual(readRoot(left.getXmlFragment('section:B')), [
    {type: 'need', attrs: {id: 'x'}, content: [{type: 'paragraph', content}]},
  ]);
});

test('documents with equal content have equal hashes whatever their history, and one letter changes the hash', () => {
  const left = docWith(
    {'section:B': [node('need', 'x', 'one two', {attrs: {area: 'care', impact: 'a'}})]},
    1,
  );
  const right = docWith({'section:B': [node('need', 'x', 'one', {attrs: {impact: 'a', area: 'care'}})]}, 2);
  assert.notEqual(canonicalHash(left, 'section:B'), canonicalHash(right, 'section:B'));
  textOf(right).insert(3, ' two');
  assert.equal(canonicalHash(left, 'section:B'), canonicalHash(right, 'section:B'));
  assert.match(canonicalHash(left, 'section:B'), /^[0-9a-f]{16}$/);
});

test('the hash of a known content never changes, so that server and browser agree', () => {
  assert.equal(canonicalHash(docWith({}), 'section:B'), HASH_OF_NOTHING);
  assert.equal(
    canonicalHash(docWith({'section:B': [node('need', 'x', 'Ẹ̀gbà 🚂')]}), 'section:B'),
    HASH_OF_ONE,
  );
});

test('writing items is one transaction with the origin that was given', () => {
  const doc = docWith({});
  const origins: unknown[] = [];
  doc.on('update', (_update: Uint8Array, origin: unknown) => origins.push(origin));
  writeItems(doc, 'section:B', [node('need', 'x', 'a'), node('need', 'y', 'b')], 'import');
  assert.deepEqual(origins, ['import']);
});

test('the nearest item of a text is the element below the root, and a root has none', () => {
  const doc = docWith({'section:B': [node('need', 'x', 'a')]});
  const element = itemElementOf(textOf(doc));
  assert.ok(element);
  assert.equal(itemIdOf(element), 'x');
  assert.equal(itemElementOf(element), element);
  assert.equal(itemElementOf(doc.getXmlFragment('section:B')), null);
});

const HASH_OF_NOTHING = 'd095202279b28c9e';
const HASH_OF_ONE = '53ee9ff0861a96af';

function textOf(doc: Y.Doc): Y.XmlText {
  const item = doc.getXmlFragment('section:B').get(0);
  assert.ok(item instanceof Y.XmlElement);
  const words = item.get(0);
  assert.ok(words instanceof Y.XmlElement);
  const text = words.get(0);
  assert.ok(text instanceof Y.XmlText);
  return text;
}

/** Attributes come back in the order of their names. */
function sorted(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, one: unknown) =>
      typeof one === 'object' && one !== null && !Array.isArray(one)
        ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
        : one,
    ),
  );
}
