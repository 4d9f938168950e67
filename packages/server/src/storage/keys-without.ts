import {receives, type ParticipantId, type PlanId} from '@goldthread/schema';
import {compartmentFactsOf} from './access-facts.ts';
import type {PlanStorage} from './plan-storage.ts';

/**
 * Seals what somebody could read until now under new keys, because their access is over. The audience of a document stays as it
 * is, for the day on which they may come back.
 */
export async function renewKeysWithout(
  storage: Pick<PlanStorage, 'plan' | 'compartments' | 'rotateKey'>,
  planId: PlanId,
  person: ParticipantId,
): Promise<void> {
  const plan = await storage.plan(planId);
  if (plan === null) return;
  for (const one of await storage.compartments(planId))
    if (receives(person, compartmentFactsOf(plan, one))) await storage.rotateKey(one.id);
}
