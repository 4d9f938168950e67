import assert from 'node:assert/strict';
import test from 'node:test';
import type {OpenDoc, PlanSource} from '../../context/plan-source.ts';
import type {PlanFacts} from '../../sync/plan-facts.ts';
import {receivedSections} from './view-model.ts';

test('a house is called what the child calls it, says which it is, and is the same one until it gets another name', () => {
  const titles = (houses: Record<string, string>) =>
    receivedSections(sourceWith(houses)).flatMap(({group, plainTitle}) =>
      group === 'house' ? [plainTitle] : [],
    );
  assert.deepEqual(titles({}), ['Good things', 'Worries', 'Dreams']);
  assert.deepEqual(titles({'house:good': 'Train station'}), [
    'Train station (Good things)',
    'Worries',
    'Dreams',
  ]);
  const [one, other] = [1, 2].map(() => receivedSections(sourceWith({'house:good': 'Train station'})));
  assert.equal(one?.length, other?.length);
  assert.ok(one?.every((section, at) => section === other?.[at]));
});

/** A plan of which everything is received, and of which nothing but this is asked. */
function sourceWith(houses: Record<string, string>): PlanSource {
  const facts: Partial<PlanFacts> = {planType: 'ehcp', safety: null, houses};
  const source: Partial<PlanSource> = {
    facts: facts as PlanFacts,
    docs: new Map(),
    docFor: () => ({}) as OpenDoc,
  };
  return source as PlanSource;
}
