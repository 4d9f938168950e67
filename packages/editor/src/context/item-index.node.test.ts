import assert from 'node:assert/strict';
import test from 'node:test';
import type {PmJson} from '@goldthread/schema/prosemirror';
import {PLAN_TYPES, type RootName} from '@goldthread/schema';
import {buildItemIndex, labelOf, plainWords} from './item-index.ts';
import {threadOf} from './thread-of.ts';

const item = (type: string, id: string, words: string, links: [string, string][] = []): PmJson => ({
  type,
  attrs: {id},
  content: [
    {type: 'paragraph', content: [{type: 'text', text: words}]},
    ...links.map(([rel, to]) => ({type: 'link', attrs: {rel, to}})),
  ],
});

const roots = new Map<RootName, readonly PmJson[]>([
  ['section:A', [item('statement', 'a', 'bell too loud'), item('statement', 'q', 'Gran', [['quotes', 'g']])]],
  ['section:B', [item('need', 'b1', 'He guesses.'), item('need', 'b2', 'He hides.', [['statement', 'a']])]],
  ['section:E', [item('outcome', 'e', 'He will walk.', [['need', 'b2']])]],
  ['section:F', [item('provision', 'f', 'A teaching assistant.', [['outcome', 'e']])]],
  ['section:H1', [item('provision', 'h', 'Care.')]],
  ['house:good', [item('statement', 'g', 'Gran')]],
]);
const index = buildItemIndex(PLAN_TYPES['ehcp']?.sections ?? [], root => roots.get(root) ?? []);

test('items are lettered and numbered in the order in which this reader has them', () => {
  assert.deepEqual(
    index.items.map(one => one.label),
    ['A1', 'A2', 'B1', 'B2', 'E1', 'F1', 'H1.1', ''],
  );
});

test('a quotation is somebody’s exact words, however they were said, and its thread leads to where they were', () => {
  assert.deepEqual(
    ['a', 'q'].map(id => index.byId.get(id)?.isVerbatim),
    [false, true],
  );
  assert.deepEqual(
    threadOf(index, 'q').map(one => one.id),
    ['q', 'g'],
  );
});

test('a label beside the plan is empty', () => assert.equal(labelOf('', 3), ''));

test('words of two paragraphs do not run together', () => {
  const text = (words: string) => ({type: 'paragraph', content: [{type: 'text', text: words}]});
  assert.equal(plainWords({type: 'need', content: [text('One.'), text('Two.')]}), 'One. Two.');
});

test('the thread of a provision goes back to the words that it began with', () => {
  assert.deepEqual(
    threadOf(index, 'f').map(one => one.id),
    ['a', 'b2', 'e', 'f'],
  );
});

test('an item that nothing is tied to has no thread', () => {
  assert.deepEqual(threadOf(index, 'b1'), []);
});
