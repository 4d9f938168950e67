import assert from 'node:assert/strict';
import test from 'node:test';
import * as Y from 'yjs';
import {admit} from './index.ts';
import {changeOf, docOf, elementAt, idOf, textAt} from './testing/documents.ts';
import {forge} from './testing/forge.ts';
import {policyOf} from './testing/policy-of.ts';
import {B, F, changed, forged, idWhere, plan, textStart, verdict} from './testing/verdict.ts';

test('words under a client id of somebody else are refused', () => {
  const doc = plan();
  const update = changeOf(doc, copy => textAt(copy, B).insert(0, 'x'), 8);
  assert.equal(verdict(doc, update), 'UNBOUND_CLIENT');
});

test('words in a root that the sender may only read are refused', () => {
  const only = {mayWriteRoot: (root: string) => root === F};
  assert.equal(
    changed(copy => textAt(copy, B).insert(0, 'x'), only),
    'FORBIDDEN',
  );
  assert.equal(
    changed(copy => textAt(copy, F).insert(0, 'x'), only),
    'admitted',
  );
});

test('deleting words in a root that the sender may only read is refused', () => {
  const only = {mayWriteRoot: (root: string) => root === F};
  assert.equal(
    changed(copy => textAt(copy, B).delete(0, 1), only),
    'FORBIDDEN',
  );
});

test('a root that the document does not have is refused', () => {
  const doc = plan();
  const content = new Y.ContentType(new Y.XmlElement('need'));
  for (const parent of ['section:Z', '__proto__', 'constructor', 'r'.repeat(100_000)]) {
    assert.equal(forged(doc, {structs: [{parent, content}]}), 'ROOT');
  }
});

test('changing an item that belongs to somebody else is refused', () => {
  const owned = {mayWriteItem: (_root: string, id: string | null) => id !== idOf(1)};
  assert.equal(
    changed(copy => textAt(copy, B, 0).insert(0, 'x'), owned),
    'OWNER',
  );
  assert.equal(
    changed(copy => textAt(copy, B, 0).delete(0, 1), owned),
    'OWNER',
  );
  assert.equal(
    changed(copy => copy.getXmlFragment(B).delete(0, 1), owned),
    'OWNER',
  );
  assert.equal(
    changed(copy => elementAt(copy, B, 0).setAttribute('area', 'care'), owned),
    'OWNER',
  );
  assert.equal(
    changed(copy => textAt(copy, B, 1).insert(0, 'x'), owned),
    'admitted',
  );
});

test('an attribute that claims to be the owner decides nothing', () => {
  const owned = {mayWriteItem: (_root: string, id: string | null) => id !== idOf(1)};
  assert.equal(
    changed(copy => elementAt(copy, B, 0).setAttribute('owner', 'me'), owned),
    'OWNER',
  );
});

test('bringing back an item that belongs to somebody else is refused', () => {
  const owned = {mayWriteItem: (_root: string, id: string | null) => id !== idOf(9)};
  const add = (copy: Y.Doc) => {
    const item = new Y.XmlElement('need');
    item.setAttribute('id', idOf(9));
    copy.getXmlFragment(B).push([item]);
  };
  assert.equal(changed(add, owned), 'OWNER');
  assert.equal(changed(add), 'admitted');
});

test('format markers that a reader removes by itself are left out and not held against anyone', () => {
  const doc = plan();
  textAt(doc, B).format(0, 5, {bold: {}});
  const marker = idWhere(doc, item => item.content instanceof Y.ContentFormat);
  const reader = {mayWriteRoot: () => false};
  const update = forge({deletes: [[...marker, 1]]});
  const result = admit(doc, update, policyOf(reader));
  assert.ok(result.ok);
  assert.equal(result.value.droppedFormatDeletes, 1);
  assert.ok(result.value.noop);
  const asWriter = admit(doc, update, policyOf());
  assert.ok(asWriter.ok && !asWriter.value.noop);
});

test('what was deleted before is not deleted again by whoever sends it on', () => {
  const doc = plan();
  const other = docOf(9, doc);
  textAt(doc, B).delete(0, 3);
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  const result = admit(doc, Y.encodeStateAsUpdate(other), policyOf({mayWriteRoot: () => false}));
  assert.ok(result.ok);
  assert.deepEqual(result.value.deleted, []);
  assert.ok(result.value.noop);
});

test('overlapping and huge deletes count once', () => {
  const doc = plan();
  const [client, clock] = textStart(doc, 'needs time');
  const update = forge({deletes: [[client, clock, 4]]}, {deletes: [[client, clock + 2, 4]]});
  const result = admit(doc, update, policyOf());
  assert.ok(result.ok);
  assert.deepEqual(result.value.deleted, [{client, clock, length: 6}]);
});

test('a refusal never holds what was written', () => {
  const doc = plan();
  const update = changeOf(doc, copy =>
    elementAt(copy, B, 0).setAttribute('secret', 'the refuge in Elm Road'),
  );
  const result = admit(doc, update, policyOf());
  assert.ok(!result.ok);
  assert.deepEqual(result.error, {code: 'ATTRIBUTE', where: B});
});
