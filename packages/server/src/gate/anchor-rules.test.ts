import assert from 'node:assert/strict';
import test from 'node:test';
import * as Y from 'yjs';
import {isRootName, type RootName} from '@goldthread/schema';
import type {GatePolicy} from './policy.ts';
import {changeOf, elementAt, idOf, itemOf, serverDoc} from './testing/documents.ts';
import {forge} from './testing/forge.ts';
import {B, changed, idWhere, verdict} from './testing/verdict.ts';

const ITEMS = 'items';
const OPEN = idOf(50);
const ANCHOR = {
  'anchor.root': 'sos:worries',
  'anchor.item': OPEN,
  'anchor.at': 'AQEA_-',
  'anchor.quote': 'He covers his ears.',
};

/** A withheld document with one note that has an anchor and a link, and what its writer may do there. */
function withheld(): Y.Doc {
  const note = itemOf(1, 'He said it again.', 'note');
  const link = {type: 'link', attrs: {rel: 'evidence', to: idOf(2)}};
  return serverDoc({
    [ITEMS]: [
      {...note, attrs: {...note.attrs, ...ANCHOR}, content: [...(note.content ?? []), link]},
      itemOf(2, 'Seen by the nurse.', 'note'),
    ],
  });
}

const POLICY: Partial<GatePolicy> = {
  isKnownRoot: (root): root is RootName => isRootName(root) && root === ITEMS,
  isOpenReference: id => id === OPEN,
};

function inItems(change: (copy: Y.Doc) => void, more: Partial<GatePolicy> = {}): string {
  const doc = withheld();
  return verdict(doc, changeOf(doc, change), {...POLICY, ...more});
}

function addNote(copy: Y.Doc, anchor: Readonly<Record<string, unknown>>): Y.XmlElement {
  const item = new Y.XmlElement('note');
  item.setAttribute('id', idOf(9));
  // Yjs types every attribute as text, and the gate has to refuse what isn't.
  for (const [name, value] of Object.entries(anchor)) item.setAttribute(name, value as string);
  copy.getXmlFragment(ITEMS).push([item]);
  return item;
}

test('a new withheld item may say beside what it stands, and needn’t', () => {
  assert.equal(
    inItems(copy => addNote(copy, ANCHOR)),
    'admitted',
  );
  assert.equal(
    inItems(copy => addNote(copy, {...ANCHOR, 'anchor.item': ''})),
    'admitted',
  );
  assert.equal(
    inItems(copy => addNote(copy, {})),
    'admitted',
  );
});

test('an item that everybody receives has no anchor', () => {
  for (const [name, value] of Object.entries(ANCHOR)) {
    const set = (copy: Y.Doc) => elementAt(copy, B, 0).setAttribute(name, value);
    assert.equal(changed(set, {isOpenReference: () => true}), 'ATTRIBUTE', name);
    const add = (copy: Y.Doc) => {
      const item = new Y.XmlElement('need');
      item.setAttribute('id', idOf(9));
      item.setAttribute(name, value);
      copy.getXmlFragment(B).push([item]);
    };
    assert.equal(changed(add, {isOpenReference: () => true}), 'ATTRIBUTE', name);
  }
});

test('no part of an anchor is changed, set again, taken away or added later', () => {
  for (const [name, value] of Object.entries(ANCHOR)) {
    const first = (copy: Y.Doc) => elementAt(copy, ITEMS, 0);
    assert.equal(
      inItems(copy => first(copy).setAttribute(name, 'sos:next')),
      name === 'anchor.item' || name === 'anchor.at' ? 'VALUE' : 'ID_CHANGED',
    );
    assert.equal(
      inItems(copy => first(copy).setAttribute(name, value)),
      'ID_CHANGED',
    );
    assert.equal(
      inItems(copy => first(copy).removeAttribute(name)),
      'ID_CHANGED',
    );
    assert.equal(
      inItems(copy => elementAt(copy, ITEMS, 1).setAttribute(name, value)),
      'ID_CHANGED',
    );
  }
});

test('deleting the whole item takes its anchor with it', () => {
  assert.equal(
    inItems(copy => copy.getXmlFragment(ITEMS).delete(0, 1)),
    'admitted',
  );
});

test('an anchor of two values, or that is gone at once, is refused', () => {
  const doc = withheld();
  const item = {parent: ITEMS, content: new Y.ContentType(new Y.XmlElement('note'))};
  const root = {parent: [7, 0] as const, sub: 'anchor.root', content: new Y.ContentAny(['sos:next'])};
  const gone = {parent: [7, 0] as const, sub: 'anchor.root', content: new Y.ContentDeleted(1)};
  assert.equal(verdict(doc, forge({structs: [item, root]}), POLICY), 'admitted');
  assert.equal(verdict(doc, forge({structs: [item, root, root]}), POLICY), 'ID_CHANGED');
  assert.equal(verdict(doc, forge({structs: [item, gone]}), POLICY), 'ID_CHANGED');
  assert.equal(verdict(doc, forge({structs: [item, root], deletes: [[7, 1, 1]]}), POLICY), 'ID_CHANGED');
  assert.equal(verdict(doc, forge({structs: [item, root], deletes: [[7, 0, 2]]}), POLICY), 'admitted');
});

test('an anchor names a section of the plan and an item that everybody receives, in short values', () => {
  const cases: [string, unknown, string][] = [
    ['anchor.root', 'items', 'VALUE'],
    ['anchor.root', `p:${idOf(3)}`, 'VALUE'],
    ['anchor.root', 'section:Z', 'VALUE'],
    ['anchor.root', 7, 'VALUE'],
    ['anchor.item', 'need-1', 'VALUE'],
    ['anchor.item', idOf(51), 'REFERENCE'],
    ['anchor.item', idOf(2), 'REFERENCE'],
    ['anchor.at', 'a+b=', 'VALUE'],
    ['anchor.at', 'A'.repeat(501), 'TOO_LONG'],
    ['anchor.quote', 'x'.repeat(81), 'VALUE'],
    ['anchor.end', 'x', 'ATTRIBUTE'],
  ];
  for (const [name, value, code] of cases) {
    assert.equal(
      inItems(copy => addNote(copy, {...ANCHOR, [name]: value})),
      code,
      `${name} ${String(value)}`,
    );
  }
});

test('a link to what a private item shaped stands below items alone and leads to what everybody receives', () => {
  const link = (to: string) => {
    const element = new Y.XmlElement('link');
    element.setAttribute('rel', 'shapes');
    element.setAttribute('to', to);
    return element;
  };
  const known = {isKnownReference: () => true};
  assert.equal(
    inItems(copy => elementAt(copy, ITEMS, 0).push([link(OPEN)]), known),
    'admitted',
  );
  assert.equal(
    inItems(copy => elementAt(copy, ITEMS, 0).push([link(idOf(2))]), known),
    'REFERENCE',
  );
  assert.equal(
    changed(copy => elementAt(copy, B, 0).push([link(OPEN)]), {...known, isOpenReference: () => true}),
    'VALUE',
  );
});

test('a link within the withheld document does not become one to what it shaped', () => {
  const known = {isKnownReference: () => true};
  const there = (copy: Y.Doc) => elementAt(copy, ITEMS, 0, 1);
  assert.equal(
    inItems(copy => there(copy).setAttribute('rel', 'shapes'), known),
    'REFERENCE',
  );
  assert.equal(
    inItems(copy => {
      there(copy).setAttribute('rel', 'shapes');
      there(copy).setAttribute('to', OPEN);
    }, known),
    'admitted',
  );
  const doc = withheld();
  const link = idWhere(doc, item => item.content instanceof Y.ContentType && isLink(item.content.type));
  const rel = (value: string) => ({parent: link, sub: 'rel', content: new Y.ContentAny([value])});
  const both = {structs: [rel('shapes'), rel('evidence')]};
  assert.equal(verdict(doc, forge(both), {...POLICY, ...known}), 'REFERENCE');
});

function isLink(type: Y.AbstractType<unknown>): boolean {
  return type instanceof Y.XmlElement && type.nodeName === 'link';
}
