import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {ITEM_TYPE_NAMES} from '../plan/item-type.ts';
import {ITEM_TYPES} from '../plan/item-types.ts';
import {PART_LISTS, isPartKind} from '../plan/part.ts';
import {checkNode} from '../prosemirror/check-node.ts';
import {arbitraryItemBody} from '../testing/arbitrary-item.ts';
import {docWith} from '../testing/doc-builder.ts';
import {canonicalHash} from '../ydoc/canonical-hash.ts';
import {readRoot} from '../ydoc/read-root.ts';
import {itemNode} from './item-node.ts';
import {ITEM_BASE_FIELDS, ITEM_SCHEMAS, anyItemSchema} from './item-schema.ts';
import {nodeItem} from './node-item.ts';

const SEED = 20261122;

test('no field of an item hides another in Plan JSON', () => {
  for (const name of ITEM_TYPE_NAMES) {
    const {attributes, parts} = ITEM_TYPES[name];
    const names = Object.keys(attributes);
    const nested = new Set(names.filter(field => field.includes('.')).map(field => field.split('.')[0]));
    const lists = Object.keys(parts).map(kind => (isPartKind(kind) ? PART_LISTS[kind].field : ''));
    const top = [...names.filter(field => !field.includes('.')), ...nested, ...lists, ...ITEM_BASE_FIELDS];
    assert.equal(new Set(top).size, top.length, `${name}: ${top.join(' ')}`);
    assert.ok(names.every(field => field.split('.').length <= 2));
  }
});

test('any item that fits its schema may stand in a document, and is read as it was written', () => {
  fc.assert(
    fc.property(arbitraryItemBody(ITEM_TYPE_NAMES), body => {
      const written = itemNode(anyItemSchema.parse({...body, id: 'x'}), 'x');
      assert.equal(checkNode(written), null);
      const doc = docWith({'section:B': [written]});
      const once = readRoot(doc.getXmlFragment('section:B'));
      const again = docWith({'section:B': once});
      assert.deepEqual(readRoot(again.getXmlFragment('section:B')), once);
      assert.equal(canonicalHash(again, 'section:B'), canonicalHash(doc, 'section:B'));
      for (const item of once) assert.equal(checkNode(item), null);
    }),
    {seed: SEED, numRuns: 300},
  );
});

test('an item whose words are plain comes back from a document as it was in the file', () => {
  const plain = arbitraryItemBody(ITEM_TYPE_NAMES).filter(({text}) => typeof text === 'string');
  fc.assert(
    fc.property(plain, body => {
      const item = anyItemSchema.parse({...body, id: 'x'});
      const doc = docWith({'section:B': [itemNode(item, 'x')]});
      const [node] = readRoot(doc.getXmlFragment('section:B'));
      assert.ok(node);
      assert.deepEqual(nodeItem(node, new Map()), item);
    }),
    {seed: SEED, numRuns: 300},
  );
});

test('every type of item has a schema that refuses a field it does not know', () => {
  for (const name of ITEM_TYPE_NAMES) {
    const schema = ITEM_SCHEMAS.get(name);
    assert.ok(schema?.safeParse({id: 'x', type: name, text: ''}).success, name);
    assert.ok(!schema.safeParse({id: 'x', type: name, text: '', colour: 'red'}).success, name);
  }
});

test('a field that does not fit its kind is left out of what a document gives', () => {
  const node = {
    type: 'provision',
    attrs: {id: 'x', minutes: 'forty', 'frequency.n': 2, 'frequency.per': 'often'},
  };
  assert.deepEqual(nodeItem(node, new Map()), {id: 'x', type: 'provision', text: '', frequency: {n: 2}});
});

test('a link that leads nowhere, or to the wrong type of item, is left out of what a document gives', () => {
  const content = ['a', 'b', 'gone'].map(to => ({type: 'link', attrs: {rel: 'need', to}}));
  const item = nodeItem(
    {type: 'outcome', attrs: {id: 'x'}, content},
    new Map([
      ['a', 'need'],
      ['b', 'advice'],
    ]),
  );
  assert.deepEqual(item?.links, [{rel: 'need', to: 'a'}]);
});

test('what is no item, or has no id, gives nothing', () => {
  assert.equal(nodeItem({type: 'paragraph', attrs: {id: 'x'}}, new Map()), null);
  assert.equal(nodeItem({type: 'need'}, new Map()), null);
});

test('a line break inside one paragraph does not come back as two paragraphs', () => {
  const content = [{type: 'paragraph', content: [{type: 'text', text: 'one\ntwo'}]}];
  const item = nodeItem({type: 'need', attrs: {id: 'x'}, content}, new Map());
  assert.deepEqual(item?.text, {type: 'doc', content});
});
