import assert from 'node:assert/strict';
import {test} from 'node:test';
import {newId, type CompartmentId, type ParticipantId} from '@goldthread/schema';
import {seededRandom} from '@goldthread/schema/testing';
import {SYNC_LIMITS} from './limits.ts';
import {Lockout} from './lockout.ts';

test('too many refusals lock one person out of one document for a while', () => {
  const random = seededRandom(3);
  const [temi, callum] = [newId<ParticipantId>(random), newId<ParticipantId>(random)];
  const [shared, voice] = [newId<CompartmentId>(random), newId<CompartmentId>(random)];
  const lockout = new Lockout({...SYNC_LIMITS, refusals: 2, refusalWindowMs: 1000});
  lockout.note(temi, shared, 0);
  assert.ok(!lockout.isOut(temi, shared, 0));
  lockout.note(temi, shared, 10);
  assert.ok(lockout.isOut(temi, shared, 999));
  assert.ok(!lockout.isOut(temi, voice, 999));
  assert.ok(!lockout.isOut(callum, shared, 999));
  assert.ok(!lockout.isOut(temi, shared, 1000));
});
