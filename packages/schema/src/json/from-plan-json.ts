import {fail, ok, type Result} from '../base/result.ts';
import type {PlanType} from '../plan/plan-type.ts';
import {EHCP, PLAN_TYPES} from '../plan/plan-types.ts';
import {checkQuotations} from './check-quotations.ts';
import {checkItems} from './check-references.ts';
import {checkPeople} from './check-people.ts';
import {planFileSchema, type Plan} from './plan-file.ts';
import {problemsOf, type PlanProblem} from './plan-problem.ts';

/**
 * Reads a Plan JSON file that came from outside. All that is wrong with it is told at once, each with its place; a
 * file with any problem gives no plan. `planTypes` are the kinds of plan that are known, by id.
 */
export function fromPlanJson(
  file: unknown,
  planTypes: Readonly<Record<string, PlanType>> = PLAN_TYPES,
): Result<Plan, PlanProblem[]> {
  const parsed = planFileSchema.safeParse(file);
  if (!parsed.success) return fail(problemsOf(parsed.error.issues, file));
  const plan = parsed.data;
  const planType = planTypeOf(plan, planTypes);
  if (!planType) {
    return fail([{path: 'planType', message: `planType: there is no plan type "${plan.planType ?? ''}".`}]);
  }
  const problems = [...checkItems(plan, planType), ...checkQuotations(plan), ...checkPeople(plan)];
  return problems.length > 0 ? fail(problems) : ok(plan);
}

/** The kind of a plan, if it is known. */
export function planTypeOf(
  plan: Pick<Plan, 'planType'>,
  planTypes: Readonly<Record<string, PlanType>> = PLAN_TYPES,
): PlanType | undefined {
  const id = plan.planType ?? EHCP.id;
  return Object.hasOwn(planTypes, id) ? planTypes[id] : undefined;
}
