import assert from 'node:assert/strict';
import test from 'node:test';
import type {ItemTypeName} from '@goldthread/schema';
import {wordingLines} from './wording-lines.ts';

const asked = (type: ItemTypeName, words: string) =>
  wordingLines({type, words, facts: {}}, 'worry statement', 'Jory');

test('what a danger statement leaves out is one line, and nothing once it says all of it', () => {
  assert.deepEqual(asked('danger', ''), [
    'It does not say yet who is worried, what might happen again and how that could hurt Jory.',
  ]);
  assert.deepEqual(asked('danger', 'Gran is worried that Jory could be hurt.'), [
    'It does not say yet what might happen again.',
  ]);
  assert.deepEqual(asked('danger', 'Gran is worried that if Dad comes, Jory could be hurt.'), []);
});

test('what belongs to another type of item is called as the plan calls it', () => {
  assert.deepEqual(asked('harm', 'Jory could be hurt.'), [
    'It says what could happen. That is a worry statement.',
  ]);
});
