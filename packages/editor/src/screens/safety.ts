import {html} from 'lit';
import type {PlanHost} from '../elements/plan/plan-host.ts';
import {SafetyLevels} from '../elements/safety/safety-levels.ts';
import {PlanScreen} from '../elements/screen/screen.ts';
import {giveTag} from './give-tag.ts';

giveTag('goldthread-screen', PlanScreen);
giveTag('goldthread-safety-levels', SafetyLevels);

/** Where the child is on the continuum of help. */
export function open(plan: PlanHost): void {
  const {source} = plan;
  if (source === null) return;
  plan.screens.show(() => html`<goldthread-safety-levels .source=${source}></goldthread-safety-levels>`);
}
