import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fitsAttribute, isAttributeValue, isPlainDate} from './attribute.ts';

test('an attribute holds a scalar of at most 500 characters and nothing else', () => {
  for (const value of ['', 'a'.repeat(500), 0, -1.5, true, false]) assert.ok(isAttributeValue(value));
  for (const value of ['a'.repeat(501), NaN, Infinity, 1n, null, undefined, [], {}]) {
    assert.ok(!isAttributeValue(value));
  }
});

test('a date is a day that the calendar has', () => {
  for (const day of ['2026-11-22', '2024-02-29', '2000-02-29']) assert.ok(isPlainDate(day), day);
  for (const day of [
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-11-22T00:00',
    'July 2027',
  ]) {
    assert.ok(!isPlainDate(day), day);
  }
});

test('a value fits the kind of its field', () => {
  const minutes = {kind: 'number', label: '', min: 0, max: 60} as const;
  assert.ok(fitsAttribute(minutes, 60));
  assert.ok(!fitsAttribute(minutes, 61));
  assert.ok(!fitsAttribute(minutes, -1));
  assert.ok(!fitsAttribute(minutes, '45'));
  const per = {kind: 'choice', label: '', options: ['day', 'week']} as const;
  assert.ok(fitsAttribute(per, 'week'));
  assert.ok(!fitsAttribute(per, 'weekly'));
  assert.ok(!fitsAttribute({kind: 'flag', label: ''}, 'yes'));
  assert.ok(!fitsAttribute({kind: 'date', label: ''}, 'soon'));
});
