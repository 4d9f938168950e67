import assert from 'node:assert/strict';
import test from 'node:test';
import {ageBand} from './age-band.ts';

test('a child is met by age from the birthday on, and as most are where nobody knows it', () => {
  assert.equal(ageBand('2018-11-29', '2026-11-28'), 'young');
  assert.equal(ageBand('2018-11-28', '2026-11-28'), 'middle');
  assert.equal(ageBand('2013-12-01', '2026-11-28'), 'middle');
  assert.equal(ageBand('2010-03-04', '2026-11-28'), 'teen');
  assert.equal(ageBand(undefined, '2026-11-28'), 'middle');
});
