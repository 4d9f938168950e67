import assert from 'node:assert/strict';
import {test} from 'node:test';
import {factChanges} from './fact-changes.ts';

const WAS = {'frequency.n': 1, 'frequency.per': 'week', minutes: 45, 'who.name': 'Wren Castellan'};

test('what belongs together is one fact, said in words, and what stays is not said', () => {
  const changes = factChanges('provision', WAS, {...WAS, 'frequency.n': 2});
  assert.deepEqual(changes, [{label: 'How often', before: 'every week', after: '2 times a week'}]);
});

test('a fact that was not there, and one that goes, say so', () => {
  const {minutes: _, ...rest} = WAS;
  assert.deepEqual(factChanges('provision', WAS, {...rest, groupSize: 4}), [
    {label: 'How long', before: '45 minutes', after: null},
    {label: 'Group', before: null, after: '4 children'},
  ]);
});

test('what is no fact of such an item is left out', () => {
  assert.deepEqual(factChanges('need', {}, {minutes: 5, howOften: null}), []);
});
