import assert from 'node:assert/strict';
import {it} from 'node:test';
import {newId, type ItemId, type ProposalId, type RandomBytes, type SessionId} from '@goldthread/schema';
import type {NewPlan} from '../plan-storage.ts';
import type {ProposalRecord} from '../proposal-record.ts';
import {idOf, NOW, personOf, withPlan, type StoragePlace} from './contract-world.ts';

/** Other words that the first person suggests for some item of the first compartment. */
export function proposal(random: RandomBytes, made: NewPlan): ProposalRecord {
  return {
    id: newId<ProposalId>(random),
    planId: made.plan.id,
    compartmentId: idOf(made),
    itemId: newId<ItemId>(random),
    wordingId: newId<ItemId>(random),
    party: 'child',
    by: personOf(made),
    sessionId: newId<SessionId>(random),
    at: NOW,
    reason: 'The bell is too loud.',
    base: {type: 'provision', content: [{type: 'paragraph', content: [{type: 'text', text: 'A bell.'}]}]},
    answersTo: null,
    state: 'proposed',
    steps: [],
    hasMoved: false,
  };
}

/** What the contract says of proposals. */
export function proposals(place: () => StoragePlace): void {
  void it('[28] keeps what is suggested for items, and what was answered', async () => {
    const {storage, made, random} = await withPlan(place());
    const [first, second] = [proposal(random, made), proposal(random, made)];
    await storage.record([
      {kind: 'proposal', put: first},
      {kind: 'proposal', put: second},
    ]);
    assert.deepEqual(await storage.proposals.of(made.plan.id), [first, second]);
    const refused = {step: 'refuse', by: first.by, party: 'child', at: NOW, reason: 'No money.'} as const;
    const answered: ProposalRecord = {...first, state: 'different', steps: [refused]};
    await storage.record([{kind: 'proposal', put: answered}]);
    await storage.rotateKey(first.compartmentId);
    assert.deepEqual(await storage.proposals.of(made.plan.id), [answered, second]);
    await storage.close();
  });
}
