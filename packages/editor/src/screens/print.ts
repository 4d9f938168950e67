import type {PlanHost} from '../elements/plan/plan-host.ts';
import {PlanPrint} from '../elements/print/print.ts';
import {giveTag} from './give-tag.ts';

giveTag('goldthread-print', PlanPrint);

/** The plan on paper, in place of the plan, which stays open behind it. */
export function open(plan: PlanHost): void {
  const {source} = plan;
  if (source === null) return;
  const paper = new PlanPrint();
  Object.assign(paper, {plan, source});
  paper.addEventListener('plan-screen-close', () => plan.screens.standAside(null));
  plan.screens.standAside(paper);
}
