import {PlanIsland} from '../elements/island/island.ts';
import {Islands} from '../elements/island/islands.ts';
import type {PlanHost} from '../elements/plan/plan-host.ts';
import {giveTag} from './give-tag.ts';

giveTag('goldthread-island', PlanIsland);

/** What draws the withheld items of a plan in their places. */
export function islandsOf(plan: PlanHost): Islands {
  return new Islands(plan);
}

export {mountItem} from '../prosemirror/islands/mount-item.ts';
