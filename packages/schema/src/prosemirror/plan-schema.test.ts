import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ANCHOR_ATTRIBUTES} from '../plan/anchor-attribute.ts';
import {ITEM_TYPE_NAMES} from '../plan/item-type.ts';
import {ITEM_TYPES} from '../plan/item-types.ts';
import {attributesOf, marksOf} from './attributes.ts';
import {BLOCKS, MARKS, MEDIA, nodeKind} from './node-names.ts';
import {planSchema} from './plan-schema.ts';

test('no node requires anything inside it', () => {
  for (const [name, type] of Object.entries(planSchema.nodes)) {
    assert.doesNotMatch(type.spec.content ?? '', /[+{?]/, name);
    assert.ok(type.validContent(planSchema.node('doc').content), name);
    assert.ok(type.contentMatch.validEnd, name);
  }
});

test('every attribute may be absent, and only the spans of a cell have another default than null', () => {
  for (const [name, type] of Object.entries(planSchema.nodes)) {
    for (const [attribute, spec] of Object.entries(type.spec.attrs ?? {})) {
      const expected = attribute === 'colspan' || attribute === 'rowspan' ? 1 : null;
      assert.equal(spec.default, expected, `${name}.${attribute}`);
    }
  }
});

test('the whitelist of attributes is what the schema has, less the widths of columns', () => {
  for (const [name, type] of Object.entries(planSchema.nodes)) {
    const known = Object.keys(type.spec.attrs ?? {}).filter(attribute => attribute !== 'colwidth');
    assert.deepEqual([...attributesOf(name)].sort(), known.sort(), name);
  }
  for (const [name, type] of Object.entries(planSchema.marks)) {
    assert.deepEqual([...marksOf(name)].sort(), Object.keys(type.spec.attrs ?? {}).sort(), name);
  }
});

test('the schema has a node for each type of item, block and medium, each of a known kind', () => {
  const names = [...ITEM_TYPE_NAMES, ...BLOCKS, ...MEDIA, 'doc', 'text', 'link', 'part'];
  assert.deepEqual(Object.keys(planSchema.nodes).sort(), names.sort());
  assert.ok(names.every(name => nodeKind(name) !== null));
  assert.equal(nodeKind('script'), null);
  assert.deepEqual(Object.keys(planSchema.marks).sort(), [...MARKS].sort());
});

test('an item holds its id, every typed field and its anchor as attributes', () => {
  for (const name of ITEM_TYPE_NAMES) {
    const attributes = ['id', ...Object.keys(ITEM_TYPES[name].attributes), ...ANCHOR_ATTRIBUTES];
    assert.deepEqual([...attributesOf(name)].sort(), attributes.sort());
  }
});

test('typing in an empty item makes a paragraph', () => {
  for (const name of ITEM_TYPE_NAMES) {
    assert.equal(planSchema.nodes[name]?.contentMatch.defaultType?.name, 'paragraph');
  }
});

test('table nodes have the roles that table commands look for', () => {
  const roles: unknown[] = ['table', 'tableRow', 'tableCell', 'tableHeader'].map(
    (name): unknown => planSchema.nodes[name]?.spec.tableRole,
  );
  assert.deepEqual(roles, ['table', 'row', 'cell', 'header_cell']);
});

test('a mark covers each character once, so that the binding stores it under its own name', () => {
  for (const type of Object.values(planSchema.marks)) assert.ok(type.excludes(type), type.name);
});
