import assert from 'node:assert/strict';
import {it} from 'node:test';
import {newId, type HelpCallId, type ItemId, type RandomBytes, type SessionId} from '@goldthread/schema';
import type {HelpRecord} from '../help-record.ts';
import type {NewPlan} from '../plan-storage.ts';
import {idOf, NOW, personOf, withPlan, type StoragePlace} from './contract-world.ts';

/** A call for help with an item of the first compartment. */
export function helpCall(random: RandomBytes, made: NewPlan): HelpRecord {
  return {
    id: newId<HelpCallId>(random),
    planId: made.plan.id,
    compartmentId: idOf(made),
    itemId: newId<ItemId>(random),
    by: personOf(made),
    sessionId: newId<SessionId>(random),
    at: NOW,
    how: 'asked',
    named: [],
    asked: [personOf(made)],
    decisions: [],
    escalatedAt: null,
  };
}

/** What the contract says of calls for help. */
export function helpCalls(place: () => StoragePlace): void {
  void it('[31] keeps calls for help, also where their item moves to another document', async () => {
    const {storage, made, random} = await withPlan(place());
    const [first, second] = [helpCall(random, made), helpCall(random, made)];
    await storage.record([
      {kind: 'help', put: first},
      {kind: 'help', put: second},
    ]);
    const other = made.compartments.find(({id}) => id !== first.compartmentId);
    assert.ok(other !== undefined);
    const moved = {...first, compartmentId: other.id, itemId: newId<ItemId>(random)};
    await storage.record([{kind: 'help', put: moved}]);
    assert.deepEqual(await storage.houses.help.of(made.plan.id), [moved, second]);
    await storage.close();
  });
}
