import type {PlanHost} from '../elements/plan/plan-host.ts';
import {PlanViewAs} from '../elements/view-as/view-as.ts';
import {giveTag} from './give-tag.ts';

giveTag('goldthread-view-as', PlanViewAs);

/** The plan as somebody else gets it, in place of the own view, which stays open behind it. */
export function open(plan: PlanHost): void {
  const {source} = plan;
  if (source === null) return;
  const view = new PlanViewAs();
  view.source = source;
  view.addEventListener('plan-screen-close', () => plan.screens.standAside(null));
  view.addEventListener('plan-section-open', ({root, item}) => void plan.goTo(root, item));
  plan.screens.standAside(view);
}
