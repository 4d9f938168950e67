import assert from 'node:assert/strict';
import {it} from 'node:test';
import {newId, type RandomBytes, type RatingId, type ScaleId} from '@goldthread/schema';
import type {NewPlan} from '../plan-storage.ts';
import type {Rating, ScaleRecord} from '../scale-record.ts';
import {idOf, NOW, personOf, withPlan, type StoragePlace} from './contract-world.ts';

/** A scale of the first compartment with one number of the first person. */
export function scale(random: RandomBytes, made: NewPlan): ScaleRecord {
  const rating: Rating = {
    id: newId<RatingId>(random),
    rater: `person:${personOf(made)}`,
    sessionId: null,
    at: NOW,
    value: 6,
    words: 'The red train.',
    whyNotLower: '',
    oneHigher: '',
  };
  return {
    id: newId<ScaleId>(random),
    planId: made.plan.id,
    compartmentId: idOf(made),
    zero: 'Not safe.',
    ten: 'Safe enough to close.',
    madeAt: NOW,
    ratings: [rating],
    reveals: [],
  };
}

/** What the contract says of scales. */
export function scales(place: () => StoragePlace): void {
  void it('[27] keeps scales with all that was placed on them', async () => {
    const {storage, made, random} = await withPlan(place());
    const [first, second] = [scale(random, made), scale(random, made)];
    await storage.record([
      {kind: 'scale', put: first},
      {kind: 'scale', put: second},
    ]);
    assert.deepEqual(await storage.scales.of(made.plan.id), [first, second]);
    const reveals = [{by: personOf(made), at: NOW, ratings: first.ratings.map(({id}) => id)}];
    await storage.record([{kind: 'scale', put: {...first, reveals}}]);
    assert.deepEqual(await storage.scales.of(made.plan.id), [{...first, reveals}, second]);
    await storage.close();
  });
}
