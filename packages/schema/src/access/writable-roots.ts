import type {Participant} from '../plan/participant.ts';
import {rootsOf, type PlanType} from '../plan/plan-type.ts';
import type {RootName} from '../plan/root.ts';
import type {Stage} from '../plan/stage.ts';
import {accessFor} from './access-for.ts';
import type {CompartmentFacts} from './facts.ts';

/**
 * The roots of one compartment in which a person may write something, in the order of the plan, then proposals.
 * A root in the list doesn't mean every item of it: the rights to single items come with the records.
 */
export function writableRoots(
  participant: Participant,
  stage: Stage,
  compartment: CompartmentFacts,
  planType: PlanType,
): RootName[] {
  return rootsIn(compartment, planType).filter(
    root => accessFor(participant, stage, compartment, root) === 'write',
  );
}

function rootsIn(compartment: CompartmentFacts, planType: PlanType): readonly RootName[] {
  // Object.keys forgets that every key of this record is a root name.
  const proposals = Object.keys(compartment.proposals ?? {}) as RootName[];
  return [...rootsOf(planType, compartment.kind), ...proposals];
}
