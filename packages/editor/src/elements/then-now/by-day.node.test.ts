import assert from 'node:assert/strict';
import test from 'node:test';
import type {HouseWords} from '../houses/house-words.ts';
import {daysOf, firstAndLast} from './by-day.ts';

const on = (...dates: string[]) => dates.map(date => ({date}) as unknown as HouseWords);

test('the days on which a child said something stand in their order, each once', () => {
  assert.deepEqual(daysOf(on('2026-11-05', '2026-05-01', '2026-11-05', '')), [
    '',
    '2026-05-01',
    '2026-11-05',
  ]);
});

test('the first day and the last stand side by side to begin with, and nothing does where there is one', () => {
  assert.deepEqual(firstAndLast(['', '2026-05-01', '2026-08-02', '2026-11-05']), [
    '2026-05-01',
    '2026-11-05',
  ]);
  assert.deepEqual(firstAndLast(['', '2026-11-05']), null);
  assert.equal(firstAndLast(['2026-11-05']), null);
  assert.equal(firstAndLast([]), null);
});
