import assert from 'node:assert/strict';
import {test} from 'node:test';
import {addDays, addWorkingDays, daysBetween} from './day.ts';

test('days are counted as the calendar counts them, through leap years and the turn of centuries', () => {
  for (let year = 1896; year < 2108; year += 1) {
    for (const offset of [0, 31, 58, 59, 60, 304, 364, 365]) {
      const start = new Date(Date.UTC(year, 0, 1 + offset));
      for (const days of [-400, -1, 0, 1, 28, 182, 731]) {
        const end = new Date(start.getTime() + days * 86_400_000);
        const [from, to] = [start.toISOString().slice(0, 10), end.toISOString().slice(0, 10)];
        assert.equal(addDays(from, days), to);
        assert.equal(daysBetween(from, to), days);
      }
    }
  }
});

test('five working days from any weekday are a week, and from a weekend end on its next Friday', () => {
  const week = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'];
  for (const day of week) assert.equal(addWorkingDays(day, 5), addDays(day, 7));
  assert.equal(addWorkingDays('2026-11-21', 5), '2026-11-27');
  assert.equal(addWorkingDays('2026-11-22', 5), '2026-11-27');
  assert.equal(addWorkingDays('2026-11-20', 1), '2026-11-23');
  assert.equal(addWorkingDays('2026-11-20', 0), '2026-11-20');
});

test('a bank holiday counts as a working day, so that a limit is never too long', () => {
  assert.equal(addWorkingDays('2026-12-24', 1), '2026-12-25');
});

test('what is no day is our own fault, and says so', () => {
  assert.throws(() => addDays('soon', 1), RangeError);
  assert.throws(() => addDays('2026-13-01', 1), RangeError);
});
