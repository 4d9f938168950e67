import assert from 'node:assert/strict';
import {it} from 'node:test';
import {newId, type CommentId, type ItemId, type RandomBytes, type SessionId} from '@goldthread/schema';
import type {CommentRecord} from '../comment-record.ts';
import type {NewPlan} from '../plan-storage.ts';
import {idOf, NOW, personOf, withPlan, type StoragePlace} from './contract-world.ts';

/** What the first person says beside some item of the first compartment. */
export function comment(random: RandomBytes, made: NewPlan): CommentRecord {
  return {
    id: newId<CommentId>(random),
    planId: made.plan.id,
    compartmentId: idOf(made),
    itemId: newId<ItemId>(random),
    thread: 'a thread',
    act: 'comment',
    by: personOf(made),
    sessionId: newId<SessionId>(random),
    at: NOW,
    anchor: {start: 'AA', end: 'AB', quote: 'the bell'},
    text: 'Only the loud one.',
    takenBackAt: null,
  };
}

/** What the contract says of records that have the readers of a compartment. */
export function talk(place: () => StoragePlace): void {
  void it('[29] gives records of one kind in their order, wherever each has moved since', async () => {
    const {storage, made, random} = await withPlan(place());
    const [first, second] = [comment(random, made), comment(random, made)];
    await storage.record([
      {kind: 'comment', put: first},
      {kind: 'comment', put: second},
    ]);
    const other = made.compartments.find(({id}) => id !== idOf(made));
    assert.ok(other);
    const moved = {...first, compartmentId: other.id, text: '', takenBackAt: NOW};
    await storage.record([{kind: 'comment', put: moved}]);
    await storage.rotateKey(other.id);
    assert.deepEqual(await storage.talk.comments.of(made.plan.id), [moved, second]);
    await storage.close();
  });
}
