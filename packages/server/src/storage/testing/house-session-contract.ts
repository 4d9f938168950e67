import assert from 'node:assert/strict';
import {it} from 'node:test';
import {newId, type HouseSessionId, type RandomBytes, type SessionId} from '@goldthread/schema';
import {
  HOUSE_SESSION_MS,
  NEW_HOUSE_SESSION,
  isGoingOn,
  isWriting,
  type HouseSessionRecord,
} from '../house-session-record.ts';
import type {NewPlan} from '../plan-storage.ts';
import {idOf, NOW, personOf, withPlan, type StoragePlace} from './contract-world.ts';

/** A session that belongs to the first compartment. */
export function houseSession(random: RandomBytes, made: NewPlan): HouseSessionRecord {
  return {
    ...NEW_HOUSE_SESSION,
    ...{id: newId<HouseSessionId>(random), planId: made.plan.id, compartmentId: idOf(made)},
    ...{speaker: personOf(made), scribe: personOf(made), sessionId: newId<SessionId>(random)},
    ...{madeAt: NOW, beganAt: NOW},
    ...{place: 'The blue room', present: ['Esme Farrow'], prompts: ['What is good?'], limitsTold: 'Told.'},
  };
}

/** What the contract says of sessions with the child. */
export function houseSessions(place: () => StoragePlace): void {
  void it('[33] keeps sessions with the child, and what becomes of them', async () => {
    const {storage, made, random} = await withPlan(place());
    const first = houseSession(random, made);
    await storage.record([{kind: 'houseSession', put: first}]);
    const over = {...first, readBack: 'Read back.', readBackAt: NOW + 1};
    await storage.record([{kind: 'houseSession', put: over}]);
    assert.deepEqual(await storage.houses.sessions.of(made.plan.id), [over]);
    assert.equal(isWriting(over, NOW + 2), false);
    assert.equal(isWriting({...first, endedAt: NOW + 1}, NOW + 2), false);
    assert.equal(isWriting(first, NOW + HOUSE_SESSION_MS - 1), true);
    assert.equal(isWriting(first, NOW + HOUSE_SESSION_MS), false);
    assert.equal(isWriting({...first, beganAt: null}, NOW), false);
    assert.equal(isGoingOn(over, NOW + 2), true);
    await storage.close();
  });
  void it('[33] fills in what a session that was stored before has not', async () => {
    const {storage, made, random} = await withPlan(place());
    const whole = houseSession(random, made);
    const {drafts, presentations, ...before} = whole;
    await storage.record([{kind: 'houseSession', put: before as HouseSessionRecord}]);
    assert.deepEqual(await storage.houses.sessions.of(made.plan.id), [{...before, drafts, presentations}]);
    await storage.close();
  });
}
