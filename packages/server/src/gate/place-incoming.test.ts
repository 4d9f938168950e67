import assert from 'node:assert/strict';
import test from 'node:test';
import * as Y from 'yjs';
import {admit} from './index.ts';
import {elementAt, idOf, textAt} from './testing/documents.ts';
import {forge} from './testing/forge.ts';
import {policyOf} from './testing/policy-of.ts';
import {B, forged, idWhere, letter, plan, textStart} from './testing/verdict.ts';

test('neighbours in two different texts are refused', () => {
  const doc = plan();
  const [origin, right] = [textStart(doc, 'needs time'), textStart(doc, 'help')];
  assert.equal(forged(doc, {structs: [{origin, right, content: letter}]}), 'CROSS_PARENT');
  assert.equal(
    forged(doc, {structs: [{origin, right: textStart(doc, 'needs rest'), content: letter}]}),
    'CROSS_PARENT',
  );
});

test('a left neighbour that is gone can not hide a right one in a foreign text', () => {
  const doc = plan();
  const gone = textStart(doc, 'needs time');
  elementAt(doc, B, 0).delete(0, 1);
  const structs = [{origin: gone, right: [1, textStart(doc, 'help')[1] + 1] as const, content: letter}];
  assert.equal(forged(doc, {structs}), 'CROSS_PARENT');
});

test('a parent that is text is refused', () => {
  const doc = plan();
  assert.equal(forged(doc, {structs: [{parent: textStart(doc, 'help'), content: letter}]}), 'CROSS_PARENT');
});

test('a right neighbour to the left of the left one is refused', () => {
  const doc = plan();
  const [client, clock] = textStart(doc, 'needs time');
  const structs = [
    {origin: [client, clock + 5] as const, right: [client, clock + 2] as const, content: letter},
  ];
  assert.equal(forged(doc, {structs}), 'ORDER');
});

test('a right neighbour on an attribute is refused', () => {
  const doc = plan();
  const right = idWhere(doc, item => item.parentSub === 'id');
  assert.equal(forged(doc, {structs: [{right, content: new Y.ContentAny([idOf(8)])}]}), 'ORDER');
});

test('ten thousand nested elements are refused', () => {
  const doc = plan();
  const parent = idWhere(doc, item => item.content instanceof Y.ContentType);
  const list = new Y.ContentType(new Y.XmlElement('bulletList'));
  const entry = new Y.ContentType(new Y.XmlElement('listItem'));
  const structs = Array.from({length: 10_000}, (_, index) => ({
    parent: index === 0 ? parent : ([7, index - 1] as const),
    content: index % 2 === 0 ? list : entry,
  }));
  assert.equal(forged(doc, {structs}), 'CONTENT');
});

test('structs made to burden whoever integrates them are refused', () => {
  const doc = plan();
  for (let index = 0; index < 2000; index++) textAt(doc, B).insert(2, 'x');
  const right = [1, textStart(doc, 'ne')[1] + 4] as const;
  const structs = Array.from({length: 20_000}, () => ({right, content: letter}));
  assert.equal(forged(doc, {structs}), 'ORDER');
});

test('what stands in an element that is gone leaves the gate without its content', () => {
  const doc = plan();
  const parent = idWhere(doc, item => item.content instanceof Y.ContentType);
  doc.getXmlFragment(B).delete(0, 1);
  const content = new Y.ContentType(new Y.XmlElement('script'));
  const result = admit(doc, forge({structs: [{parent, content}]}), policyOf());
  assert.ok(result.ok);
  assert.deepEqual(
    Y.decodeUpdate(result.value.bytes).structs.map(struct => struct.constructor),
    [Y.GC],
  );
});
