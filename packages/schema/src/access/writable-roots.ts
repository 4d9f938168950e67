import type {Participant} from '../plan/participant.ts';
import type {PlanType} from '../plan/plan-type.ts';
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

function rootsIn(compartment: CompartmentFacts, planType: PlanType): RootName[] {
  const proposals = typedKeys(compartment.proposals ?? {});
  if (compartment.kind === 'withheld') return ['items', ...proposals];
  const sections = planType.sections.filter(section => section.compartment === compartment.kind);
  return [...sections.map(section => section.root), ...proposals];
}

function typedKeys(record: Readonly<Partial<Record<RootName, unknown>>>): RootName[] {
  // Object.keys forgets that every key of this record is a root name.
  return Object.keys(record) as RootName[];
}
