import {html} from 'lit';
import {PlanGlass} from '../elements/glass/glass.ts';
import type {PlanHost} from '../elements/plan/plan-host.ts';
import {PlanScreen} from '../elements/screen/screen.ts';
import {giveTag} from './give-tag.ts';

giveTag('goldthread-screen', PlanScreen);
giveTag('goldthread-glass', PlanGlass);

/** Reading in an emergency, and answering for it. */
export function open(plan: PlanHost): void {
  const {source} = plan;
  if (source === null) return;
  plan.screens.show(() => html`<goldthread-glass .source=${source}></goldthread-glass>`);
}
