import assert from 'node:assert/strict';
import {test} from 'node:test';
import {STATUS_KINDS} from '../json/record-schemas.ts';
import {SAFETY_LEVELS, safetyLevel} from './safety-level.ts';

const TODAY = '2026-11-28';

test('every step of the continuum is a status that a plan file can have', () => {
  const kinds: readonly string[] = STATUS_KINDS;
  for (const level of SAFETY_LEVELS) assert.ok(kinds.includes(level), level);
});

test('a plan of which nothing is said, or nothing that holds any more, is nowhere on it', () => {
  assert.equal(safetyLevel([], TODAY), null);
  assert.equal(safetyLevel([{kind: 'eotas'}, {kind: 'courtOrder'}], TODAY), null);
  assert.equal(safetyLevel([{kind: 'earlyHelp', until: '2026-11-27'}], TODAY), null);
  assert.equal(safetyLevel([{kind: 'earlyHelp', until: TODAY}], TODAY), 'earlyHelp');
});

test('where several hold, the one that asks for most gives the words', () => {
  const both = [{kind: 'earlyHelp'}, {kind: 'childProtectionPlan'}, {kind: 'lookedAfter'}];
  assert.equal(safetyLevel(both, TODAY), 'childProtectionPlan');
});
