import assert from 'node:assert/strict';
import {it} from 'node:test';
import {newId, type CompartmentId, type ItemId, type PositionId, type RandomBytes} from '@goldthread/schema';
import type {NewPlan} from '../plan-storage.ts';
import type {PositionRecord} from '../position-record.ts';
import {idOf, NOW, personOf, withPlan, type StoragePlace} from './contract-world.ts';

/** What the first person says of some item of a compartment. */
export function position(
  random: RandomBytes,
  made: NewPlan,
  compartmentId: CompartmentId = idOf(made),
): PositionRecord {
  return {
    id: newId<PositionId>(random),
    planId: made.plan.id,
    compartmentId,
    itemId: newId<ItemId>(random),
    party: 'child',
    by: personOf(made),
    sessionId: null,
    at: NOW,
    stance: 'partly',
    words: 'The bell, yes.',
    saw: 'a hash',
  };
}

/** What the contract says of positions. */
export function positions(place: () => StoragePlace): void {
  void it('[24] gives what was said of items in its order, wherever each has moved since', async () => {
    const {storage, made, random} = await withPlan(place());
    const [first, second] = [position(random, made), position(random, made)];
    await storage.record([
      {kind: 'position', put: first},
      {kind: 'position', put: second},
    ]);
    assert.deepEqual(await storage.positions(made.plan.id), [first, second]);
    const compartment = made.compartments.find(({id}) => id !== idOf(made));
    assert.ok(compartment);
    const moved = {...first, compartmentId: compartment.id, itemId: newId<ItemId>(random)};
    await storage.record([{kind: 'position', put: moved}]);
    assert.deepEqual(await storage.positions(made.plan.id), [moved, second]);
    await storage.rotateKey(compartment.id);
    assert.deepEqual(await storage.positions(made.plan.id), [moved, second]);
    await storage.close();
  });
}
