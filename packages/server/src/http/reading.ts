import {
  EHCP,
  PLAN_TYPES,
  accessFor,
  rootsOf,
  writableRoots,
  type Access,
  type PlanType,
} from '@goldthread/schema';
import type {SignedIn} from '../auth/index.ts';
import {compartmentFactsOf, type CompartmentRecord, type PlanRecord} from '../storage/index.ts';

/** The kind of a stored plan, as data. */
export function planTypeOf(plan: PlanRecord): PlanType {
  return PLAN_TYPES[plan.planType] ?? EHCP;
}

/** The compartments that a signed-in person receives now. */
export function received(
  reader: SignedIn,
  plan: PlanRecord,
  compartments: readonly CompartmentRecord[],
): readonly CompartmentRecord[] {
  return compartments.filter(one => accessToCompartment(reader, plan, one) !== 'none');
}

/**
 * What a signed-in person may do with a compartment as a whole. A session that nobody confirmed receives only what
 * everyone on the plan receives, because whoever issued its link could have used it.
 */
export function accessToCompartment(
  reader: SignedIn,
  plan: PlanRecord,
  compartment: CompartmentRecord,
): Access {
  if (compartment.kind === 'withheld' && !reader.session.confirmed) return 'none';
  const facts = compartmentFactsOf(plan, compartment);
  const planType = planTypeOf(plan);
  const roots = rootsOf(planType, compartment.kind);
  const readable = roots.some(root => accessFor(reader.participant, plan.stage, facts, root) !== 'none');
  if (!readable) return 'none';
  return writableRoots(reader.participant, plan.stage, facts, planType).length > 0 ? 'write' : 'read';
}
