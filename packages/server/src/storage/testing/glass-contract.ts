import assert from 'node:assert/strict';
import {it} from 'node:test';
import {newId, type ParticipantId, type RandomBytes, type SessionId} from '@goldthread/schema';
import type {GlassId, GlassRecord} from '../glass-record.ts';
import type {NewPlan} from '../plan-storage.ts';
import {idOf, NOW, personOf, withPlan, type StoragePlace} from './contract-world.ts';

/** An opening by the first person that ends a second after it was made. */
export function opening(random: RandomBytes, made: NewPlan): GlassRecord {
  return {
    id: newId<GlassId>(random),
    planId: made.plan.id,
    sharedId: idOf(made),
    participantId: personOf(made),
    sessionId: newId<SessionId>(random),
    compartmentIds: [idOf(made)],
    closed: [],
    at: NOW,
    until: NOW + 1000,
    reason: 'missing',
    words: 'He has not been seen since school.',
    told: [newId<ParticipantId>(random)],
    review: null,
    escalatedAt: null,
  };
}

/** What the contract says of openings in an emergency. */
export function glass(place: () => StoragePlace): void {
  void it('[23] gives the openings of a plan that end after a moment, and keeps how each was judged', async () => {
    const {storage, made, random} = await withPlan(place());
    const [first, second] = [opening(random, made), {...opening(random, made), until: NOW + 5000}];
    await storage.record([
      {kind: 'glass', put: first},
      {kind: 'glass', put: second},
    ]);
    assert.deepEqual(await storage.glass(made.plan.id, 0), [first, second]);
    assert.deepEqual(await storage.glass(made.plan.id, NOW + 1000), [second]);
    const review = {by: personOf(made), at: NOW, outcome: 'justified', words: 'Yes.'} as const;
    await storage.record([{kind: 'glass', put: {...first, review}}]);
    assert.deepEqual(await storage.glass(made.plan.id, 0), [{...first, review}, second]);
    await storage.close();
  });
}
