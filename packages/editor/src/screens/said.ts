import {html} from 'lit';
import type {PlanHost} from '../elements/plan/plan-host.ts';
import {PlanSaid} from '../elements/said/said.ts';
import {PlanScreen} from '../elements/screen/screen.ts';
import {giveTag} from './give-tag.ts';

giveTag('goldthread-screen', PlanScreen);
giveTag('goldthread-said', PlanSaid);

/** What became of what the child said. */
export function open(plan: PlanHost): void {
  if (plan.source === null) return;
  plan.screens.show(() => html`<goldthread-said .plan=${plan}></goldthread-said>`);
}
