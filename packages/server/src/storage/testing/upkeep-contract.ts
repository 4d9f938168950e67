import assert from 'node:assert/strict';
import {it} from 'node:test';
import {idOf, NOW, row, withPlan, type StoragePlace} from './contract-world.ts';

/** What the contract says of the work of a night. */
export function upkeep(place: () => StoragePlace): void {
  void it('[20] names the documents with rows that no snapshot holds, and no others', async () => {
    const {at, storage, made, append, token} = await withPlan(place());
    const {planId} = append({});
    const shared = {planId, compartmentId: idOf(made)};
    assert.deepEqual(await storage.upkeep.tails(), []);
    await storage.commit([append({updates: [row(1), row(2)]})]);
    assert.deepEqual(await storage.upkeep.tails(), [shared]);
    const snapshot = {upToSeq: 1, epoch: 1, stateVector: Uint8Array.of(0), bytes: Uint8Array.of(9)};
    await storage.saveSnapshot(made.plan.id, token, idOf(made), snapshot);
    assert.deepEqual(await storage.upkeep.tails(), [shared]);
    await storage.saveSnapshot(made.plan.id, token, idOf(made), {...snapshot, upToSeq: 2});
    assert.deepEqual(await storage.upkeep.tails(), []);
    await storage.commit([append({updates: [row(3)]})]);
    await storage.close();
    const again = await at.open();
    assert.deepEqual(await again.upkeep.tails(), [shared]);
    await again.close();
  });

  void it('[20] remembers when the work of a night was done, and goes on writing after it', async () => {
    const {at, storage, append} = await withPlan(place());
    assert.equal(await storage.upkeep.nightDoneAt(), null);
    await storage.upkeep.noteNight(NOW);
    await storage.upkeep.noteNight(NOW + 1);
    assert.equal(await storage.upkeep.scrub(), true);
    await storage.commit([append({updates: [row(1)]})]);
    await storage.close();
    const again = await at.open();
    assert.equal(await again.upkeep.nightDoneAt(), NOW + 1);
    assert.equal((await again.updateLog(append({}).compartmentId, 0, 9)).length, 1);
    await again.close();
  });
}
