import assert from 'node:assert/strict';
import test from 'node:test';
import {twoTries, type Try} from './index.ts';

const letter: Try = {on: '2026-11-03', means: 'letter'};

test('silence is no answer after two tries on two days by two means, and not before', () => {
  assert.equal(twoTries([]), null);
  assert.equal(twoTries([letter]), null);
  assert.equal(twoTries([letter, letter]), null);
  assert.equal(twoTries([letter, {on: '2026-11-10', means: 'letter'}]), null, 'by one means');
  assert.equal(twoTries([letter, {on: '2026-11-03', means: 'phone'}]), null, 'on one day');
  const call: Try = {on: '2026-11-10', means: 'phone'};
  assert.deepEqual(twoTries([call, letter]), [letter, call], 'in the order of their days');
  assert.deepEqual(twoTries([letter, {on: '2026-11-05', means: 'letter'}, call]), [letter, call]);
});
