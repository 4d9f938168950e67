import assert from 'node:assert/strict';
import {it} from 'node:test';
import {newId, type PurgeId, type RandomBytes, type SessionId} from '@goldthread/schema';
import type {NewPlan} from '../plan-storage.ts';
import type {PurgeRecord} from '../purge-record.ts';
import {idOf, NOW, personOf, withPlan, type StoragePlace} from './contract-world.ts';

/** A purge that was asked for. */
export function purge(random: RandomBytes, made: NewPlan): PurgeRecord {
  return {
    id: newId<PurgeId>(random),
    planId: made.plan.id,
    compartmentId: idOf(made),
    by: personOf(made),
    sessionId: newId<SessionId>(random),
    at: NOW,
    state: 'asked',
    words: {pad: 'AAAA', masked: 'BBBB'},
    afresh: [],
    places: 0,
    deleted: [],
    found: null,
    finishedAt: null,
  };
}

/** What the contract says of purges. */
export function purges(place: () => StoragePlace): void {
  void it('[22] keeps purges as far as they have come', async () => {
    const {at, storage, made, random} = await withPlan(place());
    const [first, second] = [purge(random, made), purge(random, made)];
    await storage.record([
      {kind: 'purge', put: first},
      {kind: 'purge', put: second},
    ]);
    const deleted = [{client: 4_000_000_000, clock: 7, length: 2}];
    const done = {
      ...first,
      state: 'done' as const,
      words: null,
      places: 1,
      deleted,
      found: 0,
      finishedAt: NOW,
    };
    await storage.record([{kind: 'purge', put: done}]);
    await storage.close();
    const again = await at.open();
    assert.deepEqual(await again.purges(), [done, second]);
    await again.close();
  });

  void it('[22] finds bytes in its files, and still has everything after writing them anew', async () => {
    const {storage, made} = await withPlan(place());
    const [one, other] = [Buffer.from(made.plan.id), Buffer.from('nothing of the kind')];
    assert.ok((await storage.upkeep.occurrences([one])) > 0);
    assert.equal(await storage.upkeep.occurrences([other]), 0);
    assert.equal(await storage.upkeep.occurrences([]), 0);
    await storage.upkeep.rebuild();
    assert.deepEqual(await storage.plan(made.plan.id), made.plan);
    await storage.close();
  });
}
