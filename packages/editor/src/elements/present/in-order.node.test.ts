import assert from 'node:assert/strict';
import test from 'node:test';
import type {HouseWords} from '../houses/house-words.ts';
import {inOrder} from './in-order.ts';

const words = (id: string, root: HouseWords['root'], date: string) =>
  ({id, root, date, text: id}) as unknown as HouseWords;

const ALL = [
  words('dream', 'house:dreams', '2026-11-05'),
  words('worry', 'house:worries', '2026-11-05'),
  words('old', 'house:good', '2026-05-01'),
  words('new', 'house:good', '2026-11-05'),
  words('undated', 'house:good', ''),
];
const shown = (first: HouseWords['root'] | null): string[] => inOrder({words: ALL, first}).map(({id}) => id);

test('good things are shown first, and in each house the newest day', () => {
  assert.deepEqual(shown(null), ['new', 'old', 'undated', 'worry', 'dream']);
});

test('the house that the child picked comes before the others', () => {
  assert.deepEqual(shown('house:dreams'), ['dream', 'new', 'old', 'undated', 'worry']);
});
