import {offerOwnPictures} from '../elements/houses/own-pictures.ts';
import {ChildPlay} from '../elements/houses/play.ts';
import type {PlanHost} from '../elements/plan/plan-host.ts';
import {PlanThenNow} from '../elements/then-now/then-now.ts';
import {giveTag} from './give-tag.ts';

giveTag('goldthread-then-now', PlanThenNow);
giveTag('goldthread-play', ChildPlay);
offerOwnPictures(() => import('./own-pictures.ts'));

/** What the child said on two days, in place of the plan, which stays open behind it. */
export function open(plan: PlanHost): void {
  const {source} = plan;
  if (source === null) return;
  const view = new PlanThenNow();
  view.source = source;
  view.addEventListener('plan-screen-close', () => plan.screens.standAside(null));
  plan.screens.standAside(view);
}
