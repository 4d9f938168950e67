import assert from 'node:assert/strict';
import test from 'node:test';
import * as Y from 'yjs';
import {admit} from './index.ts';
import {changeOf, elementAt, idOf, serverDoc} from './testing/documents.ts';
import {forge} from './testing/forge.ts';
import {policyOf} from './testing/policy-of.ts';
import {B, changed, forged, idWhere, plan, verdict} from './testing/verdict.ts';

test('changing, removing or repeating the id of an item is refused', () => {
  const set = (value: string) => changed(copy => elementAt(copy, B, 0).setAttribute('id', value));
  assert.equal(set(idOf(9)), 'ID_CHANGED');
  assert.equal(set(idOf(1)), 'ID_CHANGED');
  assert.equal(
    changed(copy => elementAt(copy, B, 0).removeAttribute('id')),
    'ID_CHANGED',
  );
  const doc = plan();
  const origin = idWhere(doc, item => item.parentSub === 'id');
  assert.equal(forged(doc, {structs: [{origin, content: new Y.ContentDeleted(1)}]}), 'ID_CHANGED');
});

test('a new item with two ids, or whose id is gone at once, is refused', () => {
  const doc = plan();
  const item = {parent: B, content: new Y.ContentType(new Y.XmlElement('need'))};
  const id = (n: number) => ({parent: [7, 0] as const, sub: 'id', content: new Y.ContentAny([idOf(n)])});
  const gone = {parent: [7, 0] as const, sub: 'id', content: new Y.ContentDeleted(1)};
  assert.equal(forged(doc, {structs: [item, id(80)]}), 'admitted');
  assert.equal(forged(doc, {structs: [item, id(80), id(81)]}), 'ID_CHANGED');
  assert.equal(forged(doc, {structs: [item, id(80), gone]}), 'ID_CHANGED');
  assert.equal(forged(doc, {structs: [item, id(80)], deletes: [[7, 1, 1]]}), 'ID_CHANGED');
});

test('an item that is brought and deleted at once is no new item', () => {
  const doc = plan();
  const item = {parent: B, content: new Y.ContentType(new Y.XmlElement('need'))};
  const id = {parent: [7, 0] as const, sub: 'id', content: new Y.ContentAny([idOf(1)])};
  const result = admit(doc, forge({structs: [item, id], deletes: [[7, 0, 2]]}), policyOf());
  assert.ok(result.ok, 'its id may even be in use');
  assert.deepEqual(result.value.newItems, []);
});

test('an item that came without an id may be given one, once', () => {
  const doc = serverDoc({[B]: [{type: 'need'}]});
  const set = (copy: Y.Doc) => elementAt(copy, B, 0).setAttribute('id', idOf(4));
  const update = changeOf(doc, set);
  const result = admit(doc, update, policyOf());
  assert.ok(result.ok);
  assert.deepEqual(result.value.newItems, [{id: idOf(4), type: 'need', root: B}]);
  Y.applyUpdate(doc, result.value.bytes);
  assert.equal(
    verdict(
      doc,
      changeOf(doc, copy => elementAt(copy, B, 0).setAttribute('id', idOf(5)), 17),
      {
        isOwnClient: () => true,
      },
    ),
    'ID_CHANGED',
  );
});

test('an id that is not one of ours is refused', () => {
  for (const id of ['', 'need-1', `${idOf(4)}!`]) {
    assert.equal(
      changed(copy => {
        const item = new Y.XmlElement('need');
        item.setAttribute('id', id);
        copy.getXmlFragment(B).push([item]);
      }),
      'VALUE',
    );
  }
});

test('a second live item with an id is refused, a moved one is not', () => {
  const add = (copy: Y.Doc) => {
    const item = new Y.XmlElement('need');
    item.setAttribute('id', idOf(1));
    copy.getXmlFragment(B).push([item]);
  };
  assert.equal(changed(add), 'DUPLICATE_ID');
  assert.equal(
    changed(copy => {
      copy.getXmlFragment(B).delete(0, 1);
      add(copy);
    }),
    'admitted',
  );
});

test('two new items with one id are refused', () => {
  assert.equal(
    changed(copy => {
      const items = [new Y.XmlElement('need'), new Y.XmlElement('need')];
      for (const item of items) item.setAttribute('id', idOf(60));
      copy.getXmlFragment(B).push(items);
    }),
    'DUPLICATE_ID',
  );
});

test('an id of another compartment is refused', () => {
  const add = (copy: Y.Doc) => {
    const item = new Y.XmlElement('need');
    item.setAttribute('id', idOf(70));
    copy.getXmlFragment(B).push([item]);
  };
  assert.equal(changed(add, {isKnownItemElsewhere: id => id === idOf(70)}), 'DUPLICATE_ID');
});
