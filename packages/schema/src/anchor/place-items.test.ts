import assert from 'node:assert/strict';
import {test} from 'node:test';
import type * as Y from 'yjs';
import type {CompartmentId, ItemId} from '../base/ids.ts';
import type {RootName} from '../plan/root.ts';
import {docWith, node} from '../testing/doc-builder.ts';
import {anchorAttributes} from './anchor-attributes.ts';
import {placeItems, type WithheldDoc} from './place-items.ts';

const id = (n: number) => String(n).padStart(22, 'i') as ItemId;
const [ONE, TWO] = [id(1), id(2)];

function sharedDoc(): Y.Doc {
  return docWith({
    'section:B': [node('need', ONE, 'He covers his ears.'), node('need', TWO, 'He counts trains.')],
    'sos:worries': [],
  });
}

function note(shared: Y.Doc, n: number, root: RootName, after: ItemId | null) {
  return node('note', id(n), `note ${n}`, {attrs: {...anchorAttributes(shared, root, after)}});
}

function withheld(name: string, ...notes: ReturnType<typeof node>[]): WithheldDoc {
  return {id: name as CompartmentId, doc: docWith({items: notes}, name.charCodeAt(0))};
}

/** What stands in a section, such as `0 exact a 10`. */
function inSection(shared: Y.Doc, docs: readonly WithheldDoc[], root: RootName = 'section:B'): string[] {
  return (placeItems({shared}, docs).get(root) ?? []).map(
    ({afterIndex, state, compartmentId, itemId}) =>
      `${afterIndex} ${state} ${compartmentId} ${Number(itemId?.replaceAll('i', ''))}`,
  );
}

test('withheld items stand in their sections in the order of their neighbours', () => {
  const shared = sharedDoc();
  const docs = [
    withheld(
      'a',
      note(shared, 10, 'section:B', TWO),
      note(shared, 11, 'section:B', null),
      note(shared, 12, 'section:B', ONE),
      note(shared, 13, 'sos:worries', null),
    ),
  ];
  assert.deepEqual(inSection(shared, docs), ['-1 exact a 11', '0 exact a 12', '1 exact a 10']);
  assert.deepEqual(inSection(shared, docs, 'sos:worries'), ['-1 exact a 13']);
});

test('several at one place stand in one order, however the documents were opened', () => {
  const shared = sharedDoc();
  const a = withheld('a', note(shared, 20, 'section:B', ONE), note(shared, 21, 'section:B', ONE));
  const b = withheld('b', note(shared, 30, 'section:B', ONE));
  const expected = ['0 exact a 20', '0 exact a 21', '0 exact b 30'];
  assert.deepEqual(inSection(shared, [a, b]), expected);
  assert.deepEqual(inSection(shared, [b, a]), expected);
});

test('what is sure of its place stands before what was moved there', () => {
  const shared = sharedDoc();
  const docs = [withheld('a', note(shared, 10, 'section:B', TWO), note(shared, 11, 'section:B', ONE))];
  shared.getXmlFragment('section:B').delete(1, 1);
  assert.deepEqual(inSection(shared, docs), ['0 exact a 11', '0 moved a 10']);
});

test('an item without an anchor stands with the item before it, wherever that goes', () => {
  const shared = sharedDoc();
  const docs = [
    withheld(
      'a',
      note(shared, 10, 'section:B', TWO),
      node('note', id(11), 'more'),
      note(shared, 12, 'section:B', ONE),
      node('note', id(13), 'and more'),
    ),
    withheld('b', note(shared, 20, 'section:B', ONE)),
  ];
  assert.deepEqual(inSection(shared, docs), [
    '0 exact a 12',
    '0 exact a 13',
    '0 exact b 20',
    '1 exact a 10',
    '1 exact a 11',
  ]);
  shared.getXmlFragment('section:B').delete(1, 1);
  assert.deepEqual(inSection(shared, docs).slice(-2), ['0 moved a 10', '0 moved a 11']);
});

test('an item of which nobody ever said where it stands is shown all the same, as loose', () => {
  const shared = sharedDoc();
  const docs = [withheld('a', node('note', id(10), 'lost'), note(shared, 11, 'section:B', ONE))];
  assert.deepEqual(inSection(shared, docs, 'section:A'), ['-1 loose a 10']);
  assert.deepEqual(inSection(shared, docs), ['0 exact a 11']);
});
