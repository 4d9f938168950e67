import assert from 'node:assert/strict';
import test from 'node:test';
import {choiceText, factLine} from './fact-line.ts';

test('who, how long and how often are said as people say them', () => {
  const line = factLine('provision', {
    'who.name': 'Wren Castellan',
    'who.role': 'speech and language therapist',
    minutes: 45,
    'frequency.n': 1,
    'frequency.per': 'week',
    groupSize: 1,
    start: '2027-01-25',
  });
  assert.deepEqual(
    line.map(fact => `${fact.label}: ${fact.text}`),
    [
      'Who: Wren Castellan, speech and language therapist',
      'How long: 45 minutes',
      'How often: every week',
      'Group: one to one',
      'From: 25 January 2027',
    ],
  );
});

test('three times a fortnight is said so, and a number alone is still said', () => {
  const often = (facts: Record<string, string | number>) => factLine('provision', facts)[0]?.text;
  assert.equal(often({'frequency.n': 3, 'frequency.per': 'fortnight'}), '3 times a fortnight');
  assert.equal(often({'frequency.n': 3}), '3 times');
  assert.equal(often({'frequency.per': 'halfTerm'}), 'every half term');
});

test('facts without a value are left out', () => {
  assert.deepEqual(factLine('need', {impact: '', howOften: null}), []);
});

test('a code without words of its own is still readable', () => {
  assert.equal(choiceText('someNewCode'), 'some new code');
});
