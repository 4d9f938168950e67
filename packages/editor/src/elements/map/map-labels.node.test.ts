import assert from 'node:assert/strict';
import test from 'node:test';
import {ITEM_TYPES, type SafetyLevel} from '@goldthread/schema';
import {adderOf, labelOf, nounOf} from './map-labels.ts';

const called = (level: SafetyLevel | null) => [labelOf('danger', level), labelOf('goal', level)];

test('the map has the words of its place on the continuum of help', () => {
  assert.deepEqual(called('earlyHelp'), ['Worry statement', 'Wellbeing goal']);
  assert.deepEqual(called('childInNeed'), ['Danger statement', 'Safety goal']);
  assert.deepEqual(called('childProtectionPlan'), ['Danger statement', 'Safety goal']);
  assert.deepEqual(called('lookedAfter'), ['Danger statement', 'Success goal']);
  assert.deepEqual(called(null), ['Danger statement', 'Safety goal']);
  assert.equal(nounOf('goal', 'earlyHelp'), 'wellbeing goal');
  assert.equal(adderOf('danger', 'earlyHelp'), 'Add a worry statement');
  assert.equal(adderOf('step', 'earlyHelp'), 'Add a next step');
});

test('no word of an item outside the map belongs to one place on it', () => {
  const said = JSON.stringify(ITEM_TYPES);
  for (const word of ['Danger statement', 'danger statement', 'Safety goal', 'safety goal'])
    assert.ok(!said.includes(word), word);
});
