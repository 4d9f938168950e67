import {mayBeSeenIn, mayBring} from '../access/access-for.ts';
import type {CompartmentFacts} from '../access/facts.ts';
import {accessThrough, type Reader} from '../access/reader.ts';
import type {Participant, Role} from '../plan/participant.ts';
import {rootsOf, type PlanType} from '../plan/plan-type.ts';
import type {Stage} from '../plan/stage.ts';

/** Who shows everybody the numbers, besides the lead: whoever leads the conversation about danger. */
const REVEALERS: ReadonlySet<Role> = new Set(['conferenceChair', 'socialWorker', 'safeguardingLead']);

/** A plan, as far as scales go. */
export interface ScalePlan {
  readonly stage: Stage;
  readonly planType: PlanType;
}

/**
 * Whether somebody may place their own number on a scale of a compartment: whoever receives it, where everybody there may know of
 * them. A plan without a safety map has no scales.
 */
export function mayRate(
  reader: Reader,
  {stage, planType}: ScalePlan,
  compartment: CompartmentFacts,
): boolean {
  if (stage === 'ceased' || !hasSafetyMap(planType) || !mayBeSeenIn(reader.participant, compartment))
    return false;
  const [root] = rootsOf(planType, compartment.kind);
  return root !== undefined && accessThrough(reader, stage, compartment, root) !== 'none';
}

/** Whether somebody may show everybody the numbers. */
export function mayReveal(reader: Reader, plan: ScalePlan, compartment: CompartmentFacts): boolean {
  return mayRate(reader, plan, compartment) && revealsScales(reader.participant);
}

/** Whether somebody's office is to show everybody the numbers. */
export function revealsScales({role, lead}: Pick<Participant, 'role' | 'lead'>): boolean {
  return lead || REVEALERS.has(role);
}

/** Whether somebody may make a scale: whoever may write what there is to worry about, in the same compartment. */
export function mayMakeScale(reader: Reader, plan: ScalePlan, compartment: CompartmentFacts): boolean {
  if (compartment.kind === 'voice' || !mayRate(reader, plan, compartment)) return false;
  return mayBring(reader.participant, plan.stage, compartment, 'sos:worries', 'danger');
}

function hasSafetyMap({sections}: PlanType): boolean {
  return sections.some(({group}) => group === 'safety');
}
