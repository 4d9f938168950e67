import {newId, type DisagreementId, type ItemId, type RandomBytes, type SessionId} from '@goldthread/schema';
import type {DisagreementRecord} from '../disagreement-record.ts';
import type {NewPlan} from '../plan-storage.ts';
import {idOf, NOW, personOf} from './contract-world.ts';

/** That the first person doesn't agree with some item of the first compartment. */
export function disagreement(random: RandomBytes, made: NewPlan): DisagreementRecord {
  return {
    id: newId<DisagreementId>(random),
    planId: made.plan.id,
    compartmentId: idOf(made),
    itemId: newId<ItemId>(random),
    matter: 'a matter',
    by: personOf(made),
    party: 'child',
    sessionId: newId<SessionId>(random),
    at: NOW,
    entry: {act: 'opened', words: 'Not so.', wish: 'Twice.', why: '', quote: 'Once a week.', saw: 'a hash'},
  };
}
