import {
  EHCP,
  PLAN_TYPES,
  accessThrough,
  rootsOf,
  writableRoots,
  type Access,
  type PlanType,
  type Reader,
} from '@goldthread/schema';
import {compartmentFactsOf, type CompartmentRecord, type PlanRecord} from '../storage/index.ts';

/** The kind of a stored plan, as data. */
export function planTypeOf(plan: PlanRecord): PlanType {
  return PLAN_TYPES[plan.planType] ?? EHCP;
}

/** The compartments that a session of a person receives now. */
export function received(
  reader: Reader,
  plan: PlanRecord,
  compartments: readonly CompartmentRecord[],
): readonly CompartmentRecord[] {
  return compartments.filter(one => accessToCompartment(reader, plan, one) !== 'none');
}

/** What a session of a person may do with a compartment as a whole. */
export function accessToCompartment(
  reader: Reader,
  plan: PlanRecord,
  compartment: CompartmentRecord,
): Access {
  const facts = compartmentFactsOf(plan, compartment);
  const planType = planTypeOf(plan);
  const roots = rootsOf(planType, compartment.kind);
  const readable = roots.some(root => accessThrough(reader, plan.stage, facts, root) !== 'none');
  if (!readable) return 'none';
  return writableRoots(reader.participant, plan.stage, facts, planType).length > 0 ? 'write' : 'read';
}
