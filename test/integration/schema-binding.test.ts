import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {ITEM_TYPE_NAMES} from '@goldthread/schema';
import {anyItemSchema, itemNode} from '@goldthread/schema/json';
import {attributesOf, checkNode, planSchema, type PmJson} from '@goldthread/schema/prosemirror';
import {arbitraryItemBody} from '@goldthread/schema/testing';
import {canonicalHash, readRoot, writeItems} from '@goldthread/schema/ydoc';
import {TableMap, tableNodeTypes} from 'prosemirror-tables';
// eslint-disable-next-line no-restricted-imports -- this test holds the binding's reader against ours
import {prosemirrorToYXmlFragment, yXmlFragmentToProseMirrorRootNode} from 'y-prosemirror';
import * as Y from 'yjs';

const SEED = 20261122;
const ROOT = 'section:B';

const arbitraryNode: fc.Arbitrary<PmJson> = arbitraryItemBody(ITEM_TYPE_NAMES).map(body =>
  itemNode(anyItemSchema.parse({...body, id: 'x'}), 'x'),
);

test('the server writes an item as the editor’s binding writes it', () => {
  fc.assert(
    fc.property(arbitraryNode, item => {
      const bound = new Y.Doc();
      const node = planSchema.nodeFromJSON({type: 'doc', content: [item]});
      prosemirrorToYXmlFragment(node, bound.getXmlFragment(ROOT));
      const written = new Y.Doc();
      writeItems(written, ROOT, [withSpans(item)], 'test');
      assert.deepEqual(readRoot(written.getXmlFragment(ROOT)), readRoot(bound.getXmlFragment(ROOT)));
      assert.equal(canonicalHash(written, ROOT), canonicalHash(bound, ROOT));
    }),
    {seed: SEED, numRuns: 200},
  );
});

test('the editor’s binding shows an item as the server wrote it, and takes nothing away', () => {
  fc.assert(
    fc.property(arbitraryNode, item => {
      const doc = new Y.Doc();
      writeItems(doc, ROOT, [item], 'test');
      const before = readRoot(doc.getXmlFragment(ROOT));
      const shown = yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(ROOT), planSchema);
      assert.deepEqual(readRoot(doc.getXmlFragment(ROOT)), before);
      const expected = planSchema.nodeFromJSON({type: 'doc', content: before});
      assert.ok(shown.eq(expected), `${shown.toString()} is not ${expected.toString()}`);
    }),
    {seed: SEED, numRuns: 200},
  );
});

test('two people who each delete one of two paragraphs leave the item standing with its links and fields', () => {
  const left = new Y.Doc();
  const right = new Y.Doc();
  const item: PmJson = {
    type: 'need',
    attrs: {id: 'x', area: 'sensory'},
    content: [{type: 'paragraph'}, {type: 'paragraph'}, {type: 'link', attrs: {rel: 'advice', to: 'y'}}],
  };
  writeItems(left, ROOT, [item], 'test');
  Y.applyUpdate(right, Y.encodeStateAsUpdate(left));
  [left, right].forEach((doc, index) => {
    const element = doc.getXmlFragment(ROOT).get(0);
    assert.ok(element instanceof Y.XmlElement);
    element.delete(index, 1);
  });
  Y.applyUpdate(left, Y.encodeStateAsUpdate(right));
  yXmlFragmentToProseMirrorRootNode(left.getXmlFragment(ROOT), planSchema);
  const [merged] = readRoot(left.getXmlFragment(ROOT));
  assert.ok(merged);
  assert.equal(checkNode(merged), null);
  assert.deepEqual(merged, {
    type: 'need',
    attrs: {area: 'sensory', id: 'x'},
    content: [{type: 'link', attrs: {rel: 'advice', to: 'y'}}],
  });
});

test('table commands find the tables of the schema', () => {
  const types = tableNodeTypes(planSchema);
  assert.deepEqual(Object.keys(types).sort(), ['cell', 'header_cell', 'row', 'table']);
  const cell = {type: 'tableCell', content: [{type: 'paragraph'}]};
  const row = {type: 'tableRow', content: [cell, cell]};
  const map = TableMap.get(planSchema.nodeFromJSON({type: 'table', content: [row, row]}));
  assert.deepEqual([map.width, map.height, map.problems], [2, 2, null]);
  assert.ok(!attributesOf('tableCell').has('colwidth'));
});

/** The binding writes the spans of a cell even where they are the usual ones. */
function withSpans(node: PmJson): PmJson {
  const isCell = node.type === 'tableCell' || node.type === 'tableHeader';
  return {
    ...node,
    ...(isCell && {attrs: {colspan: 1, rowspan: 1, ...node.attrs}}),
    ...(node.content && {content: node.content.map(child => withSpans(child))}),
  };
}
