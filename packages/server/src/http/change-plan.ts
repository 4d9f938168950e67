import type {PlanId} from '@goldthread/schema';
import {RequestProblem} from '../errors.ts';
import type {PlanChange, PlanRecord, PlanStorage, RecordChange} from '../storage/index.ts';

const ATTEMPTS = 5;

/** The plan, or the answer that there is none. */
export async function requirePlan(storage: PlanStorage, id: PlanId): Promise<PlanRecord> {
  const plan = await storage.plan(id);
  if (plan === null) throw new RequestProblem('NOT_FOUND');
  return plan;
}

/**
 * Changes a plan's record by what `decide` makes of its newest version, so that two commands at once both count.
 * `decide` may run more than once and may refuse by throwing. What `note` makes of that version is written with it.
 */
export async function changePlan(
  storage: PlanStorage,
  id: PlanId,
  decide: (plan: PlanRecord) => PlanChange,
  note: (plan: PlanRecord) => readonly RecordChange[] = () => [],
): Promise<PlanRecord> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const plan = await requirePlan(storage, id);
    const changed = await storage.updatePlan(id, plan.version, decide(plan), note(plan));
    if (changed !== null) return changed;
  }
  throw new RequestProblem('ALREADY_CHANGED');
}
