import assert from 'node:assert/strict';
import {it} from 'node:test';
import {newId, type AttachmentId, type RandomBytes, type SessionId} from '@goldthread/schema';
import type {DisagreementFileRecord} from '../disagreement-file-record.ts';
import type {NewPlan} from '../plan-storage.ts';
import {idOf, NOW, personOf, withPlan, type StoragePlace} from './contract-world.ts';
import {disagreement} from './disagreement-contract.ts';

/** The bytes of every file of these tests. */
export const FILED = Uint8Array.of(0xff, 0xd8, 0xff, 0xd9);

/** A picture that goes with an entry of the first compartment, or isn't sent yet. */
export function disagreementFile(
  random: RandomBytes,
  made: NewPlan,
  entryId: DisagreementFileRecord['entryId'] = null,
): DisagreementFileRecord {
  return {
    id: newId<AttachmentId>(random),
    planId: made.plan.id,
    compartmentId: idOf(made),
    owner: personOf(made),
    sessionId: newId<SessionId>(random),
    at: NOW,
    type: 'image/jpeg',
    size: FILED.length,
    entryId,
    place: 'words',
  };
}

/** What the contract says of files that go with a disagreement. */
export function disagreementFiles(place: () => StoragePlace): void {
  void it('[35] takes the files of a disagreement wherever its entry goes, and out when they are taken back', async () => {
    const {storage, made, random} = await withPlan(place());
    const {files} = storage.talk;
    const planId = made.plan.id;
    const entry = disagreement(random, made);
    const [sent, waiting] = [entry.id, null].map(to => disagreementFile(random, made, to));
    const other = made.compartments.find(({id}) => id !== entry.compartmentId);
    assert.ok(other !== undefined && sent !== undefined && waiting !== undefined);
    await storage.record([
      {kind: 'disagreement', put: entry},
      {kind: 'disagreementFile', put: sent, bytes: FILED},
      {kind: 'disagreementFile', put: waiting, bytes: FILED},
    ]);
    assert.deepEqual([await files.of(planId), await files.bytes(sent)], [[sent, waiting], FILED]);
    await storage.record([{kind: 'disagreement', put: {...entry, compartmentId: other.id}}]);
    const moved = {...sent, compartmentId: other.id};
    assert.deepEqual([await files.of(planId), await files.bytes(moved)], [[moved, waiting], FILED]);
    await storage.record([{kind: 'disagreementFileGone', id: sent.id}]);
    assert.deepEqual([await files.of(planId), await files.bytes(moved)], [[waiting], null]);
    await assert.rejects(storage.record([{kind: 'disagreementFile', put: sent}]), {code: 'NOT_FOUND'});
    await storage.close();
  });
}
