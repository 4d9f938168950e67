import assert from 'node:assert/strict';
import {it} from 'node:test';
import {newId, type ChoiceId, type ItemId, type RandomBytes} from '@goldthread/schema';
import {NOTHING_DECIDED, type ChoiceRecord} from '../choice-record.ts';
import type {NewPlan} from '../plan-storage.ts';
import {idOf, personOf, withPlan, type StoragePlace} from './contract-world.ts';

/** What a child chose about an item of the first compartment. */
export function choice(random: RandomBytes, made: NewPlan): ChoiceRecord {
  return {
    ...{id: newId<ChoiceId>(random), planId: made.plan.id, compartmentId: idOf(made)},
    ...{itemId: newId<ItemId>(random), notWith: [personOf(made)], ...NOTHING_DECIDED},
  };
}

/** What the contract says of what children chose. */
export function choices(place: () => StoragePlace): void {
  void it('[34] keeps what children chose about items, also where the item moves to another document', async () => {
    const {storage, made, random} = await withPlan(place());
    const first = choice(random, made);
    await storage.record([{kind: 'choice', put: first}]);
    const other = made.compartments.find(({id}) => id !== first.compartmentId);
    assert.ok(other !== undefined);
    const moved = {...first, compartmentId: other.id, itemId: newId<ItemId>(random), notWith: []};
    await storage.record([{kind: 'choice', put: moved}]);
    assert.deepEqual(await storage.houses.choices.of(made.plan.id), [moved]);
    await storage.close();
  });
}
