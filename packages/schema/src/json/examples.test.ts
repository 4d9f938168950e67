import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {SECTION_LETTERS} from '../plan/root.ts';
import {allItems, examplePlan, exampleFile, wordsOf} from '../testing/example-plans.ts';
import type {Plan} from './plan-file.ts';
import {toPlanJson} from './to-plan-json.ts';

/** How many items stand in each section, counted by hand from the tables of the two plans. */
const COUNTS = {
  jory: {A: 9, B: 12, C: 2, D: 5, E: 9, F: 15, G: 3, H1: 3, H2: 2, I: 1, J: 1, K: 7},
  kez: {A: 6, B: 8, C: 3, D: 3, E: 11, F: 15, G: 3, H1: 1, H2: 3, I: 2, J: 1, K: 10},
} as const;

const HOUSES = {
  jory: {goodThings: 5, worries: 6, dreams: 4},
  kez: {goodThings: 3, worries: 4, dreams: 3},
} as const;

const PEOPLE = {
  jory: 'jory temi callum folasade esme bronagh priya hollis wren oluchi marcus stan anita delphine',
  kez: 'kez michelle lorna dev ruth femi harriet jonah nia sam joy dell owen carys tom bea',
} as const;

const SAFETY = {
  jory: 'W1 W2 W3 DS1 DS1-F DS2 DS3 SG1 SG2 SG3 SP1 SP2 SP3 ES1 ES2',
  kez: 'W1 W2 W3 DS1 DS2 DS3 SG1 SG2 SG3 SP1 SP2 SP3 ES1 ES2',
} as const;

const WITHHOLDINGS = {
  jory: 'WH-2 WH-2-RW WH-3 WH-4 WH-5 WH-7 WH-8',
  kez: 'WH-B2 WH-B3 WH-B4 WH-B5 WH-B7 WH-B8',
} as const;

function item(plan: Plan, id: string) {
  const found = allItems(plan).find(entry => entry.item.id === id)?.item;
  assert.ok(found, id);
  return found;
}

for (const name of ['jory', 'kez'] as const) {
  describe(`examples/${name}.json`, () => {
    const plan = examplePlan(name);

    test('reads without a problem and comes back as it stands in the file', () => {
      assert.deepEqual(toPlanJson(plan), exampleFile(name));
    });

    test('has as many items in each section and house as the tables', () => {
      const sections = Object.fromEntries(SECTION_LETTERS.map(l => [l, plan.sections[l]?.length]));
      assert.deepEqual(sections, COUNTS[name]);
      const {goodThings, worries, dreams} = plan.threeHouses ?? {};
      const houses = {goodThings: goodThings?.length, worries: worries?.length, dreams: dreams?.length};
      assert.deepEqual(houses, HOUSES[name]);
    });

    test('has every row of the safety map', () => {
      const initial = name === 'jory' ? 'J' : 'K';
      for (const row of SAFETY[name].split(' ')) item(plan, `${initial}-${row}`);
    });

    test('names the people of the plan in order, and exactly one lead', () => {
      assert.equal(plan.participants.map(({key}) => key).join(' '), PEOPLE[name]);
      const leads = plan.participants.filter(({lead}) => lead === true).map(({key}) => key);
      assert.deepEqual(leads, [name === 'jory' ? 'esme' : 'ruth']);
    });

    test('has each decision to withhold, none from people who must act, none alone', () => {
      assert.equal(plan.withholdings?.map(({id}) => id).join(' '), WITHHOLDINGS[name]);
      const mustAct = plan.participants.filter(({role}) =>
        ['socialWorker', 'socialCareManager', 'conferenceChair'].includes(role),
      );
      for (const {hiddenFrom, items, proposedBy, approvedBy} of plan.withholdings ?? []) {
        const hidden = hiddenFrom.map(({key}) => key);
        for (const {key} of mustAct) assert.ok(!hidden.includes(key), key);
        assert.notEqual(proposedBy, approvedBy);
        for (const id of items) {
          const {audience} = item(plan, id);
          assert.ok(Array.isArray(audience), id);
          assert.deepEqual(
            audience.filter(key => hidden.includes(key)),
            [],
            id,
          );
        }
      }
    });

    test('gives the child every word of the child’s own', () => {
      for (const {item: one} of allItems(plan)) {
        if (one.ownedBy !== name || one.audience === undefined || one.audience === 'everyone') continue;
        assert.ok(
          one.audience.some(key => key === name),
          one.id,
        );
      }
    });

    test('has no reference from an open item to one that stays out', () => {
      for (const {path, item: one} of allItems(plan)) {
        if (!path.startsWith('sections.') && one.audience !== 'everyone') continue;
        for (const {to} of one.links ?? []) assert.equal(item(plan, to).audience, undefined, one.id);
      }
    });
  });
}

test('the speech therapy of the first plan has each of its fields taken out of its words', () => {
  const {who, minutes, frequency, weeksPerYear, groupSize, place, links} = item(examplePlan('jory'), 'J-F1');
  assert.deepEqual(who, {name: 'Wren Castellan', role: 'speech and language therapist'});
  assert.deepEqual(
    {minutes, frequency, weeksPerYear, groupSize, place},
    {minutes: 45, frequency: {n: 1, per: 'week'}, weeksPerYear: 38, groupSize: 1, place: 'the blue room'},
  );
  assert.deepEqual(
    links?.map(({to}) => to),
    ['J-B1', 'J-B2', 'J-E1', 'J-E2', 'K-h'],
  );
});

test('every quantity of a provision stands in its words too', () => {
  for (const name of ['jory', 'kez'] as const) {
    for (const {item: one} of allItems(examplePlan(name))) {
      if (one.type !== 'provision') continue;
      if (typeof one.weeksPerYear === 'number')
        assert.match(wordsOf(one), new RegExp(`${one.weeksPerYear} weeks`));
      if (typeof one.minutes === 'number') assert.match(wordsOf(one), /minutes|hour/, one.id);
      if (typeof one.place === 'string') assert.ok(wordsOf(one).includes(one.place), one.id);
    }
  }
});
