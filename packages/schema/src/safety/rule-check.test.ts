import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {addDays, addWorkingDays} from '../base/day.ts';
import type {ParticipantId} from '../base/ids.ts';
import type {Role} from '../plan/participant.ts';
import {isCheckOver, whoseCheck} from './rule-check.ts';

const SEED = 20261128;

function person(name: string, relationship: string, role: Role, lead = false) {
  // Ids in tests are names.
  return {id: name as ParticipantId, name, relationship, role, lead};
}

const TEMI = person('Temi Adeyemi', 'Jory’s mum', 'parent');
const GRAN = person('Folasade Adeyemi', 'Jory’s gran', 'family');
const ESME = person('Esme Farrow', 'Jory’s teaching assistant and keyworker', 'keyworker', true);
const BRONAGH = person('Bronagh Kell', 'Jory’s social worker', 'socialWorker');
const WREN = person('Wren Castellan', 'speech and language therapist', 'therapist');
const JORY = person('Jory Penhale-Adeyemi', '', 'child');
const ALL = [JORY, TEMI, GRAN, WREN, BRONAGH, ESME];

/** A Thursday. */
const CHECK_ON = '2026-12-03';
const FRIDAY = '2026-12-04';
const MONDAY = '2026-12-07';

const asked = (facts: Readonly<Record<string, unknown>>, readers = ALL, today = FRIDAY): string[] =>
  whoseCheck({checkOn: CHECK_ON, ...facts}, readers, today).map(({name}) => name);

test('a check is over on the day after, until the rule was tried out on its day or since, or the day was moved', () => {
  assert.equal(isCheckOver({checkOn: CHECK_ON}, CHECK_ON), false);
  assert.equal(isCheckOver({checkOn: CHECK_ON}, FRIDAY), true);
  assert.equal(isCheckOver({checkOn: CHECK_ON, testedOn: '2026-12-02'}, FRIDAY), true);
  assert.equal(isCheckOver({checkOn: CHECK_ON, testedOn: CHECK_ON}, FRIDAY), false);
  assert.equal(isCheckOver({checkOn: CHECK_ON, testedOn: FRIDAY}, MONDAY), false);
  assert.equal(isCheckOver({checkOn: MONDAY}, FRIDAY), false);
});

for (const checkOn of [undefined, '', 'soon', '2026-13-45', 3, true])
  test(`a day to check of ${String(checkOn)} is never over`, () => {
    assert.deepEqual(whoseCheck({checkOn}, ALL, FRIDAY), []);
  });

test('whoever is named as checking it is asked, then whoever is named as doing it', () => {
  assert.deepEqual(asked({who: 'Gran', checkedBy: 'Miss Farrow'}), ['Esme Farrow']);
  assert.deepEqual(asked({who: 'Mum, then Gran'}), ['Temi Adeyemi', 'Folasade Adeyemi']);
  assert.deepEqual(asked({who: 'Bronagh Kell', checkedBy: 'Uncle Joe'}), ['Bronagh Kell']);
});

test('a whole name is that person alone, whoever else bears a part of it', () => {
  assert.deepEqual(asked({who: 'Temi Adeyemi'}), ['Temi Adeyemi']);
});

test('where nobody who reads it is named, who leads is asked; else social workers and keyworkers; else who reads it', () => {
  assert.deepEqual(asked({who: 'the neighbour'}), ['Esme Farrow']);
  assert.deepEqual(asked({who: 'Gran'}, [BRONAGH, ESME]), ['Esme Farrow']);
  assert.deepEqual(asked({}, [TEMI, WREN, BRONAGH]), ['Bronagh Kell']);
  assert.deepEqual(asked({}, [TEMI, WREN]), ['Wren Castellan']);
  assert.deepEqual(asked({}, [JORY, TEMI, GRAN]), ['Temi Adeyemi', 'Folasade Adeyemi']);
});

test('a child is never asked, named or alone', () => {
  assert.deepEqual(asked({who: 'Jory Penhale-Adeyemi'}), ['Esme Farrow']);
  assert.deepEqual(asked({who: 'Jory'}, [JORY]), []);
});

test('when a working day has gone by, the next in turn is asked too, and a weekend is none', () => {
  const named = {who: 'Gran'};
  assert.deepEqual(asked(named, ALL, FRIDAY), ['Folasade Adeyemi']);
  assert.deepEqual(asked(named, ALL, '2026-12-05'), ['Folasade Adeyemi', 'Esme Farrow']);
  const onFriday = (today: string) => asked({...named, checkOn: FRIDAY}, ALL, today);
  for (const today of ['2026-12-05', '2026-12-06', MONDAY])
    assert.deepEqual(onFriday(today), ['Folasade Adeyemi'], today);
  assert.deepEqual(onFriday('2026-12-08'), ['Folasade Adeyemi', 'Esme Farrow']);
});

test('whatever the day, weekend or bank holiday, somebody who reads the rule is asked within a working day, and nobody before', () => {
  const days = fc.integer({min: 0, max: 3 * 366}).map(days => addDays('2026-01-01', days));
  const text = fc.constantFrom(undefined, '', 'Gran', 'Mum', 'Dad', 'Miss Farrow', 'Bronagh Kell', 'Jory');
  const readers = fc.subarray(ALL, {minLength: 1}).filter(some => some.some(({role}) => role !== 'child'));
  fc.assert(
    fc.property(days, fc.nat(40), text, text, readers, (checkOn, later, who, checkedBy, some) => {
      const rule = {checkOn, who, checkedBy};
      const on = (today: string) => whoseCheck(rule, some, today);
      assert.deepEqual(on(checkOn), []);
      const first = on(addDays(checkOn, 1));
      assert.ok(first.length > 0 && first.every(one => some.includes(one) && one.role !== 'child'));
      assert.deepEqual(on(addWorkingDays(checkOn, 1)), first);
      const then = on(addDays(addWorkingDays(checkOn, 1), 1 + later));
      assert.ok(first.every(one => then.includes(one)) && new Set(then).size === then.length);
      assert.deepEqual(
        whoseCheck({...rule, testedOn: addDays(checkOn, later)}, some, addDays(checkOn, 99)),
        [],
      );
    }),
    {seed: SEED, numRuns: 500},
  );
});
