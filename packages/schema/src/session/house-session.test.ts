import assert from 'node:assert/strict';
import test from 'node:test';
import {missingBefore, type BeforeWriting} from './house-session.ts';

const SAID: BeforeWriting = {
  place: 'The blue room',
  present: ['Jory'],
  limitsTold: 'If someone might get hurt I tell a safe grown-up.',
  parentAnswer: 'told',
  parentTold: '',
  manager: '',
};

test('nothing is missing once it is said who is there, where, what the child was told, and that a parent knows', () => {
  assert.deepEqual(missingBefore(SAID), []);
});

test('where no parent was told it takes a reason, and a manager too where asking could put the child at risk', () => {
  const unsafe = {...SAID, parentAnswer: 'unsafe'} as const;
  assert.deepEqual(missingBefore(unsafe), ['parentTold', 'manager']);
  assert.deepEqual(missingBefore({...unsafe, parentTold: 'He may punish him.', manager: ' '}), ['manager']);
  assert.deepEqual(missingBefore({...unsafe, parentTold: 'He may punish him.', manager: 'Priya Shah'}), []);
  assert.deepEqual(missingBefore({...SAID, parentAnswer: 'notTheirs'}), ['parentTold']);
});

test('all of it is missing at first, in the order in which it is asked', () => {
  const nothing: BeforeWriting = {
    ...SAID,
    ...{place: ' ', present: [], limitsTold: '', parentAnswer: '', parentTold: ' '},
  };
  assert.deepEqual(missingBefore(nothing), ['parentAnswer', 'parentTold', 'place', 'present', 'limitsTold']);
});
