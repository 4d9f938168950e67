import assert from 'node:assert/strict';
import test from 'node:test';
import * as Y from 'yjs';
import {elementAt, textAt} from './testing/documents.ts';
import {B, changed, forged, idWhere, letter, plan, textStart} from './testing/verdict.ts';

test('an element that the schema does not know is refused', () => {
  assert.equal(
    changed(copy => elementAt(copy, B, 0).push([new Y.XmlElement('script')])),
    'NODE',
  );
});

test('a text, map, list or hook in the place of an element is refused', () => {
  for (const type of [
    new Y.Text('x'),
    new Y.Map(),
    new Y.Array(),
    new Y.XmlHook('need'),
    new Y.XmlFragment(),
  ]) {
    assert.equal(
      changed(copy => {
        // Yjs itself lets any type stand anywhere; only its types say otherwise.
        elementAt(copy, B, 0).insert(0, [type as unknown as Y.XmlElement]);
      }),
      'NODE',
    );
  }
});

test('a block below a root, an item inside an item and a cell outside a table are refused', () => {
  assert.equal(
    changed(copy => copy.getXmlFragment(B).push([new Y.XmlElement('paragraph')])),
    'CONTENT',
  );
  assert.equal(
    changed(copy => elementAt(copy, B, 0).push([new Y.XmlElement('need')])),
    'CONTENT',
  );
  assert.equal(
    changed(copy => elementAt(copy, B, 0).push([new Y.XmlElement('tableCell')])),
    'CONTENT',
  );
});

test('an item of a type that has no place in the section is refused', () => {
  assert.equal(
    changed(copy => copy.getXmlFragment(B).push([new Y.XmlElement('provision')])),
    'CONTENT',
  );
});

test('text outside a paragraph is refused', () => {
  assert.equal(
    changed(copy => elementAt(copy, B, 0).push([new Y.XmlText('x')])),
    'CONTENT',
  );
  assert.equal(
    changed(copy => copy.getXmlFragment(B).push([new Y.XmlText('x')])),
    'CONTENT',
  );
  const doc = plan();
  const parent = idWhere(doc, item => item.content instanceof Y.ContentType);
  assert.equal(forged(doc, {structs: [{parent, content: letter}]}), 'CONTENT');
});

test('an attribute that the element does not have is refused, wherever it is set', () => {
  assert.equal(
    changed(copy => elementAt(copy, B, 0).setAttribute('onclick', 'x')),
    'ATTRIBUTE',
  );
  assert.equal(
    changed(copy => textAt(copy, B).setAttribute('id', 'x')),
    'ATTRIBUTE',
  );
  const doc = plan();
  const content = new Y.ContentAny(['x']);
  assert.equal(forged(doc, {structs: [{parent: B, sub: 'id', content}]}), 'ATTRIBUTE');
  const parent = idWhere(doc, item => item.content instanceof Y.ContentType);
  assert.equal(forged(doc, {structs: [{parent, sub: '__proto__', content}]}), 'ATTRIBUTE');
  assert.equal(
    forged(doc, {structs: [{parent, sub: 'secret', content: new Y.ContentDeleted(1)}]}),
    'ATTRIBUTE',
  );
});

test('an attribute that is not one short scalar is refused', () => {
  const values: [unknown, string][] = [
    [Number.NaN, 'VALUE'],
    [Infinity, 'VALUE'],
    [BigInt(3), 'VALUE'],
    [{a: 1}, 'VALUE'],
    [['a'], 'VALUE'],
    [new Uint8Array([1]), 'VALUE'],
    [undefined, 'VALUE'],
    ['x'.repeat(501), 'TOO_LONG'],
    ['x'.repeat(500), 'admitted'],
    [null, 'admitted'],
    [true, 'admitted'],
    [2.5, 'admitted'],
  ];
  for (const [value, code] of values) {
    const doc = plan();
    const parent = idWhere(doc, item => item.content instanceof Y.ContentType);
    const content = new Y.ContentAny([value]);
    assert.equal(forged(doc, {structs: [{parent, sub: 'impact', content}]}), code, String(value));
  }
});

test('an attribute of two values, of text or of bytes is refused', () => {
  const doc = plan();
  const parent = idWhere(doc, item => item.content instanceof Y.ContentType);
  const contents = [
    new Y.ContentAny(['a', 'b']),
    letter,
    new Y.ContentBinary(new Uint8Array([1])),
    new Y.ContentJSON(['a']),
    new Y.ContentType(new Y.Map()),
  ];
  for (const content of contents) {
    assert.equal(forged(doc, {structs: [{parent, sub: 'impact', content}]}), 'CONTENT');
  }
});

test('embedded things, sub-documents, bytes and old JSON content are refused', () => {
  const doc = plan();
  const [client, clock] = textStart(doc, 'needs time');
  const contents = [
    new Y.ContentEmbed({image: 'x'}),
    new Y.ContentBinary(new Uint8Array([1])),
    new Y.ContentJSON(['x']),
    new Y.ContentAny(['x']),
    new Y.ContentDoc(new Y.Doc()),
  ];
  for (const content of contents) {
    assert.equal(forged(doc, {structs: [{origin: [client, clock], content}]}), 'CONTENT');
  }
});
