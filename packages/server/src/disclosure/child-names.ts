import type {PlanRecord} from '../storage/index.ts';

/** The names that the child of a plan goes by. They may stand in any text, since the whole plan is about the child. */
export function childNames(plan: PlanRecord): readonly string[] {
  // Only this package ever writes the facts of a plan.
  const {child} = JSON.parse(plan.facts) as {child?: {name?: string; calledName?: string}};
  return [child?.name ?? '', child?.calledName ?? ''].filter(name => name !== '');
}
