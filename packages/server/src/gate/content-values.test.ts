import assert from 'node:assert/strict';
import test from 'node:test';
import * as Y from 'yjs';
import {elementAt, idOf, textAt} from './testing/documents.ts';
import {B, changed} from './testing/verdict.ts';

const REFERENCED = {isKnownReference: (id: string) => id === idOf(1)};

test('a mark that the schema does not know, or with a value that it does not know, is refused', () => {
  const marks: [Record<string, unknown>, string][] = [
    [{bold: {}}, 'admitted'],
    [{ychange: {}}, 'MARK'],
    [{'bold--abcdefgh': {}}, 'MARK'],
    [{bold: 'yes'}, 'MARK'],
    [{bold: {weight: 3}}, 'MARK'],
    [{bold: {secret: null}}, 'MARK'],
    [{webLink: {href: 'https://example.org'}}, 'admitted'],
    [{webLink: {href: 'javascript:alert(1)'}}, 'MARK'],
    [{webLink: {href: {a: 1}}}, 'MARK'],
  ];
  for (const [mark, code] of marks) {
    assert.equal(
      changed(copy => textAt(copy, B).format(0, 5, mark)),
      code,
      JSON.stringify(mark),
    );
  }
});

test('a stroke holds base64 of at most 8 kB and no marks', () => {
  const stroke = (text: string, marks: object = {}) =>
    changed(copy => {
      const drawing = new Y.XmlElement('drawing');
      const line = new Y.XmlElement('stroke');
      const steps = new Y.XmlText();
      steps.insert(0, text, marks);
      line.insert(0, [steps]);
      drawing.insert(0, [line]);
      elementAt(copy, B, 0).push([drawing]);
    });
  assert.equal(stroke('AAECAwQ='), 'admitted');
  assert.equal(stroke('she said'), 'VALUE');
  assert.equal(stroke('A'.repeat(8192)), 'admitted');
  assert.equal(stroke('A'.repeat(8193)), 'TOO_LONG');
  assert.equal(stroke('AAAA', {bold: {}}), 'MARK');
});

test('a link may lead only to what the sender may refer to, and only in the ways that a plan has', () => {
  const link = (to: string, rel: string) =>
    changed(copy => {
      const element = new Y.XmlElement('link');
      element.setAttribute('rel', rel);
      element.setAttribute('to', to);
      elementAt(copy, B, 0).push([element]);
    }, REFERENCED);
  assert.equal(link(idOf(1), 'evidence'), 'admitted');
  assert.equal(
    link(idOf(2), 'evidence'),
    'admitted',
    'items of the same document are known without a record',
  );
  assert.equal(link(idOf(77), 'evidence'), 'REFERENCE');
  assert.equal(link('no id at all', 'evidence'), 'REFERENCE');
  assert.equal(link(idOf(1), 'whispers'), 'VALUE');
});

test('a link may lead to an item that the same update brings', () => {
  assert.equal(
    changed(copy => {
      const item = new Y.XmlElement('need');
      item.setAttribute('id', idOf(50));
      copy.getXmlFragment(B).push([item]);
      const link = new Y.XmlElement('link');
      link.setAttribute('to', idOf(50));
      elementAt(copy, B, 0).push([link]);
    }),
    'admitted',
  );
});

test('an attachment of another document can not be named', () => {
  assert.equal(
    changed(copy => {
      const note = new Y.XmlElement('voiceNote');
      note.setAttribute('attachment', idOf(99));
      elementAt(copy, B, 0).push([note]);
    }, REFERENCED),
    'REFERENCE',
  );
});

test('a part is of a kind that a plan has', () => {
  const part = (kind: string) =>
    changed(copy => {
      const element = new Y.XmlElement('part');
      element.setAttribute('kind', kind);
      elementAt(copy, B, 0).push([element]);
    });
  assert.equal(part('strength'), 'admitted');
  assert.equal(part('secret'), 'VALUE');
});
