import {HOUSE_SECTIONS, SAFETY_SECTIONS} from './beside-the-plan.ts';
import {EHCP_STATUTORY} from './ehcp-statutory.ts';
import type {PlanType} from './plan-type.ts';

/** An Education, Health and Care Plan with a safety map and the child's Three Houses beside it. */
export const EHCP: PlanType = {
  id: 'ehcp',
  name: 'Education, Health and Care Plan',
  sections: [...EHCP_STATUTORY, ...SAFETY_SECTIONS, ...HOUSE_SECTIONS],
};

/** Every kind of plan by its id. */
export const PLAN_TYPES: Readonly<Record<string, PlanType>> = {[EHCP.id]: EHCP};
