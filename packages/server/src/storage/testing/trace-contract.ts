import {newId, type ItemId, type RandomBytes, type SessionId, type TraceId} from '@goldthread/schema';
import type {NewPlan} from '../plan-storage.ts';
import type {TraceRecord} from '../trace-record.ts';
import {idOf, NOW, personOf} from './contract-world.ts';

/** Why some item of the first compartment isn't in the plan. */
export function trace(random: RandomBytes, made: NewPlan): TraceRecord {
  return {
    id: newId<TraceId>(random),
    planId: made.plan.id,
    compartmentId: idOf(made),
    itemId: newId<ItemId>(random),
    by: personOf(made),
    sessionId: newId<SessionId>(random),
    at: NOW,
    entry: {act: 'reason', words: 'Gran looks after the dog.'},
    takenBackAt: null,
  };
}
