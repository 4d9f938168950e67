import assert from 'node:assert/strict';
import {test} from 'node:test';
import {STATUS_KINDS} from '../json/record-schemas.ts';
import {SAFETY_LEVELS, safetyLevel, safetyLevels, withSafetyLevels} from './safety-level.ts';

const TODAY = '2026-11-28';

const DAYS = {today: TODAY, yesterday: '2026-11-27'};

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

test('what holds from today on ends the others yesterday and begins today, and says nothing else anew', () => {
  const plan = {kind: 'childProtectionPlan', since: '2026-06-04', words: 'emotional abuse'};
  const other = {kind: 'courtOrder'};
  const next = withSafetyLevels([plan, other], ['childInNeed', 'lookedAfter'], DAYS);
  assert.deepEqual(next, [
    {...plan, until: '2026-11-27'},
    other,
    {kind: 'childInNeed', since: TODAY, audience: 'everyone'},
    {kind: 'lookedAfter', since: TODAY, audience: 'everyone'},
  ]);
  assert.deepEqual(safetyLevels(next, TODAY), ['lookedAfter', 'childInNeed']);
  assert.deepEqual(withSafetyLevels(next, ['childInNeed', 'lookedAfter'], DAYS), next);
});

test('what began today and is taken back leaves nothing', () => {
  const made = withSafetyLevels([], ['earlyHelp'], DAYS);
  assert.equal(safetyLevel(made, TODAY), 'earlyHelp');
  assert.deepEqual(withSafetyLevels(made, [], DAYS), []);
});
