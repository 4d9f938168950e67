import assert from 'node:assert/strict';
import test from 'node:test';
import * as Y from 'yjs';
import {admit, checkAfter} from './index.ts';
import {changeOf, contentOf, docOf, elementAt, idOf, itemOf, serverDoc, textAt} from './testing/documents.ts';
import {policyOf} from './testing/policy-of.ts';

const B = 'section:B';

test('typing one letter is admitted and has the effect that it has at the writer', () => {
  const server = serverDoc({[B]: [itemOf(1, 'needs time')]});
  const update = changeOf(server, copy => {
    textAt(copy, B).insert(5, '!');
  });
  const admitted = admit(server, update, policyOf());
  assert.ok(admitted.ok, JSON.stringify(admitted));
  Y.applyUpdate(server, admitted.value.bytes);
  assert.equal(textAt(server, B).toString(), 'needs! time');
  assert.deepEqual(admitted.value.inserted, [{client: 7, clock: 0, length: 1}]);
  assert.deepEqual(admitted.value.deleted, []);
  assert.deepEqual(admitted.value.newItems, []);
  assert.equal(admitted.value.noop, false);
});

test('an update that the document has already is admitted as nothing', () => {
  const server = serverDoc({[B]: [itemOf(1, 'needs time')]});
  const admitted = admit(server, Y.encodeStateAsUpdate(server), policyOf());
  assert.ok(admitted.ok && admitted.value.noop);
});

test('a new item is reported with its id, type and root', () => {
  const server = serverDoc({[B]: [itemOf(1, 'needs time')]});
  const update = changeOf(server, copy => {
    const item = new Y.XmlElement('strength');
    item.setAttribute('id', idOf(2));
    copy.getXmlFragment(B).push([item]);
  });
  const admitted = admit(server, update, policyOf());
  assert.ok(admitted.ok, JSON.stringify(admitted));
  assert.deepEqual(admitted.value.newItems, [{id: idOf(2), type: 'strength', root: B}]);
});

test('only the new part of an update that overlaps what is known is admitted', () => {
  const server = serverDoc({[B]: [itemOf(1, 'needs time')]});
  const writer = docOf(7, server);
  textAt(writer, B).insert(0, 'abc');
  const first = admit(server, Y.encodeStateAsUpdate(writer), policyOf());
  assert.ok(first.ok);
  Y.applyUpdate(server, first.value.bytes);
  textAt(writer, B).insert(3, 'def');
  const second = admit(server, Y.encodeStateAsUpdate(writer), policyOf());
  assert.ok(second.ok, JSON.stringify(second));
  assert.deepEqual(second.value.inserted, [{client: 7, clock: 3, length: 3}]);
  Y.applyUpdate(server, second.value.bytes);
  assert.equal(contentOf(server), contentOf(writer));
});

test('words written in a paragraph that somebody else has deleted come to nothing and harm nobody', () => {
  const server = serverDoc({[B]: [itemOf(1, 'needs time')]});
  const update = changeOf(server, copy => {
    textAt(copy, B).insert(5, '!');
  });
  elementAt(server, B, 0).delete(0, 1);
  const admitted = admit(server, update, policyOf());
  assert.ok(admitted.ok, JSON.stringify(admitted));
  const before = contentOf(server);
  Y.applyUpdate(server, admitted.value.bytes);
  assert.equal(contentOf(server), before);
  assert.equal(checkAfter(server, []), null);
});

test('the same change gives the same bytes however its update was cut', () => {
  const server = serverDoc({[B]: [itemOf(1, 'needs time')]});
  const whole = changeOf(server, copy => {
    textAt(copy, B).insert(5, '!');
    textAt(copy, B).delete(0, 2);
  });
  const again = Y.mergeUpdates([Y.encodeStateAsUpdate(server), whole]);
  const one = admit(server, whole, policyOf());
  const other = admit(server, again, policyOf());
  assert.ok(one.ok && other.ok, JSON.stringify([one, other]));
  assert.deepEqual(one.value.bytes, other.value.bytes);
});
