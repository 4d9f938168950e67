import assert from 'node:assert/strict';
import test from 'node:test';
import type {CompartmentId, ItemId, ItemTypeName, LinkRel} from '@goldthread/schema';
import {checksOf, disputed, disputesOf, goalsOf, type MapEntry} from './pairs.ts';

const FEW = 'few' as CompartmentId;
/** Numbers for the child's safety as a whole, for everybody. */
const WHOLE = {compartmentId: null, about: null};

function entry(
  id: string,
  type: ItemTypeName,
  links: readonly (readonly [LinkRel, string])[] = [],
  more: Partial<MapEntry> = {},
): MapEntry {
  const made = links.map(([rel, to]) => ({rel, to: to as ItemId}));
  return {
    ...{id, type, root: 'sos:worries', compartmentId: null, words: id, facts: {}, links: made},
    ...more,
  };
}

const around = {scales: [], today: '2026-11-28'};
const danger = entry('danger', 'danger');

test('a goal belongs to a danger statement from whichever side the link was made', () => {
  const goal = entry('goal', 'goal');
  assert.deepEqual(goalsOf([danger, goal], danger), []);
  const leading = entry('danger', 'danger', [['goal', 'goal']]);
  assert.deepEqual(goalsOf([leading, goal], leading), [goal]);
  const led = entry('goal', 'goal', [['danger', 'danger']]);
  assert.deepEqual(goalsOf([danger, led], danger), [led]);
});

test('a danger statement asks for its goal and its scale until both are there', () => {
  assert.deepEqual(checksOf([danger], danger, around), ['noGoal', 'noScale']);
  const led = entry('goal', 'goal', [['danger', 'danger']]);
  assert.deepEqual(checksOf([danger, led], danger, {...around, scales: [WHOLE]}), []);
});

test('the fourth danger statement says that there are too many, and the first three do not', () => {
  const all = ['a', 'b', 'c', 'd'].map(id => entry(id, 'danger', [['goal', 'goal']]));
  const items = [...all, entry('goal', 'goal')];
  const scales = all.map(({id}) => ({compartmentId: null, about: id as ItemId}));
  const checks = all.map(one => checksOf(items, one, {...around, scales}));
  assert.deepEqual(checks, [[], [], [], ['tooMany']]);
});

test('of several danger statements each asks for a scale of its own', () => {
  const [one, other] = ['one', 'other'].map(id => entry(id, 'danger', [['goal', 'goal']]));
  assert.ok(one && other);
  const items = [one, other, entry('goal', 'goal')];
  const scales = [WHOLE, {compartmentId: null, about: 'one' as ItemId}];
  const checks = [one, other].map(item => checksOf(items, item, {...around, scales}));
  assert.deepEqual(checks, [[], ['noScale']]);
});

test('the scale of a private statement may be private to the same people, and is no other private one', () => {
  const kept = entry('danger', 'danger', [['goal', 'goal']], {compartmentId: FEW});
  const goal = entry('goal', 'goal', [], {compartmentId: FEW});
  const check = (...scales: (CompartmentId | null)[]) =>
    checksOf([kept, goal], kept, {
      ...around,
      scales: scales.map(compartmentId => ({compartmentId, about: null})),
    });
  assert.deepEqual(check('others' as CompartmentId), ['noScale']);
  assert.deepEqual(check(FEW), []);
  assert.deepEqual(check(null), []);
});

test('a rule of the safety plan asks who does it and when it is checked, says when that day is over, and asks for the next', () => {
  const rule = (facts: MapEntry['facts']) => entry('rule', 'safetyRule', [], {facts});
  const check = (facts: MapEntry['facts']) => checksOf([], rule(facts), around);
  assert.deepEqual(check({}), ['noOwner', 'noCheckDay']);
  assert.deepEqual(check({who: 'Gran', checkOn: '2026-11-28'}), []);
  const late = {who: 'Gran', checkOn: '2026-11-27'};
  assert.deepEqual(check(late), ['checkOverdue']);
  const tried = {...late, evidence: 'He was there each week.'};
  assert.deepEqual(check({...tried, testedOn: '2026-11-26'}), ['checkOverdue']);
  assert.deepEqual(check({...tried, testedOn: '2026-11-27'}), ['noNextDay']);
  assert.deepEqual(check({...late, testedOn: '2026-11-27'}), ['noNextDay', 'noEvidence']);
});

test('a goal asks for its danger statement, and a bottom line for who set it', () => {
  const goal = entry('goal', 'goal');
  assert.deepEqual(checksOf([danger, goal], goal, around), ['noDanger']);
  const led = entry('goal', 'goal', [['danger', 'danger']]);
  assert.deepEqual(checksOf([danger, led], led, around), []);
  const line = (facts: MapEntry['facts']) => entry('line', 'bottomLine', [], {facts});
  assert.deepEqual(checksOf([], line({}), around), ['noAuthority']);
  for (const facts of [{setBy: 'Court'}, {authority: 'Court order'}])
    assert.deepEqual(checksOf([], line(facts), around), []);
});

test('a next step and a date on the way ask who and when, and a step that is done no longer when', () => {
  const check = (type: ItemTypeName, facts: MapEntry['facts']) =>
    checksOf([], entry('one', type, [], {facts}), around);
  assert.deepEqual(check('step', {}), ['noOwner', 'noDay']);
  assert.deepEqual(check('step', {owner: 'Gran', by: '2026-12-01'}), []);
  assert.deepEqual(check('step', {owner: 'Gran', status: 'done'}), []);
  assert.deepEqual(check('trajectory', {}), ['noOwner', 'noDay']);
  assert.deepEqual(check('trajectory', {owner: 'Esme', on: '2027-01-06'}), []);
});

test('someone of the network is asked after until they know the worries', () => {
  const gran = (knowsDanger: boolean) => entry('gran', 'networkMember', [], {facts: {knowsDanger}});
  assert.deepEqual(checksOf([], gran(false), around), ['notTold']);
  assert.deepEqual(checksOf([], gran(true), around), []);
});

test('a dispute belongs to what it is about, and stays when that is gone', () => {
  const dispute = entry('no', 'dispute', [['disputes', 'danger']]);
  assert.deepEqual(disputesOf([danger, dispute], 'danger'), [dispute]);
  assert.equal(disputed([danger, dispute], dispute), danger);
  assert.deepEqual(checksOf([danger, dispute], dispute, around), []);
  assert.deepEqual(checksOf([dispute], dispute, around), ['gone']);
});
