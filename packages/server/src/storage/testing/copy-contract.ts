import assert from 'node:assert/strict';
import {it} from 'node:test';
import {newId, type CompartmentId, type RandomBytes} from '@goldthread/schema';
import type {CopyId, CopyRecord} from '../copy-record.ts';
import type {NewPlan} from '../plan-storage.ts';
import {idOf, NOW, personOf, withPlan, type StoragePlace} from './contract-world.ts';

/** A decision of the first person about words of the first document in the second. */
export function copy(random: RandomBytes, made: NewPlan): CopyRecord {
  return {
    id: newId<CopyId>(random),
    planId: made.plan.id,
    from: idOf(made),
    to: made.compartments[1]?.id ?? idOf(made),
    by: personOf(made),
    at: NOW,
    prints: ['a-print', 'another'],
  };
}

/** What the contract says of decisions that words of one document may stand in another. */
export function copies(place: () => StoragePlace): void {
  void it('[26] keeps which words may stand where, until one of the two documents loses its own', async () => {
    const {at, storage, made, random} = await withPlan(place());
    const [first, second] = [copy(random, made), copy(random, made)];
    const back = {...copy(random, made), from: first.to, to: first.from};
    await storage.record([first, second].map(put => ({kind: 'copy', put})));
    assert.deepEqual(await storage.copies(made.plan.id), [first, second]);
    const unknown = {...copy(random, made), to: newId<CompartmentId>(random)};
    await assert.rejects(storage.record([{kind: 'copy', put: unknown}]), {code: 'NOT_FOUND'});
    await storage.record([{kind: 'copiesGone', of: newId<CompartmentId>(random)}]);
    await storage.close();
    const again = await at.open();
    assert.deepEqual(await again.copies(made.plan.id), [first, second]);
    await again.record([{kind: 'copiesGone', of: first.from}]);
    await again.record([{kind: 'copy', put: back}]);
    assert.deepEqual(await again.copies(made.plan.id), [back]);
    await again.record([{kind: 'copiesGone', of: back.to}]);
    assert.deepEqual(await again.copies(made.plan.id), []);
    await again.close();
  });
}
