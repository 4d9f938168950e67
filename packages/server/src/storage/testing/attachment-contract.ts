import assert from 'node:assert/strict';
import {it} from 'node:test';
import {newId, type AttachmentId, type RandomBytes, type SessionId} from '@goldthread/schema';
import type {AttachmentRecord} from '../attachment-record.ts';
import type {NewPlan} from '../plan-storage.ts';
import {idOf, NOW, personOf, withPlan, type StoragePlace} from './contract-world.ts';

/** The bytes of every recording of these tests. */
export const RECORDED = Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3, 1, 2, 3);

/** A recording that belongs to the first compartment. */
export function attachment(random: RandomBytes, made: NewPlan): AttachmentRecord {
  return {
    id: newId<AttachmentId>(random),
    planId: made.plan.id,
    compartmentId: idOf(made),
    owner: personOf(made),
    sessionId: newId<SessionId>(random),
    at: NOW,
    type: 'audio/webm',
    size: RECORDED.length,
    itemId: null,
    alt: 'what the bell is like',
  };
}

/** What the contract says of attachments. */
export function attachments(place: () => StoragePlace): void {
  void it('[32] keeps attachments, takes them along to another document, and takes them out', async () => {
    const {storage, made, random} = await withPlan(place());
    const {attachments: stored} = storage;
    const planId = made.plan.id;
    const record = attachment(random, made);
    const other = made.compartments.find(({id}) => id !== record.compartmentId);
    assert.ok(other !== undefined);
    await storage.record([{kind: 'attachment', put: record, bytes: RECORDED}]);
    assert.deepEqual(await stored.bytes(record), RECORDED);
    const known = {...record, alt: 'the bell'};
    await storage.record([{kind: 'attachment', put: known}]);
    assert.deepEqual([await stored.of(planId), await stored.bytes(known)], [[known], RECORDED]);
    const to = {planId, compartmentId: other.id};
    await storage.record([{kind: 'attachmentMoved', id: record.id, to}]);
    const moved = {...known, compartmentId: other.id};
    assert.deepEqual([await stored.of(planId), await stored.bytes(moved)], [[moved], RECORDED]);
    await storage.record([{kind: 'attachmentGone', id: record.id}]);
    assert.deepEqual([await stored.of(planId), await stored.bytes(moved)], [[], null]);
    await assert.rejects(storage.record([{kind: 'attachment', put: record}]), {code: 'NOT_FOUND'});
    await storage.close();
  });
}
