import assert from 'node:assert/strict';
import {test} from 'node:test';
import {factChanges} from './fact-changes.ts';

const OFTEN = {'frequency.n': 1, 'frequency.per': 'week', 'who.name': 'Wren Castellan'};
const WAS = {...OFTEN, minutes: 45};

test('what belongs together is one fact, said in words, and what stays is not said', () => {
  const changes = factChanges('provision', WAS, {...WAS, 'frequency.n': 2});
  assert.deepEqual(changes, [{label: 'How often', before: 'every week', after: '2 times a week'}]);
});

test('a fact that was not there, and one that goes, say so', () => {
  assert.deepEqual(factChanges('provision', WAS, {...OFTEN, groupSize: 4}), [
    {label: 'How long', before: '45 minutes', after: null},
    {label: 'Group', before: null, after: '4 children'},
  ]);
});

test('what is no fact of such an item is left out', () => {
  assert.deepEqual(factChanges('need', {}, {minutes: 5, howOften: null}), []);
});
