import {html} from 'lit';
import type {PlanHost} from '../elements/plan/plan-host.ts';
import {PlanScreen} from '../elements/screen/screen.ts';
import {PlanSuggested} from '../elements/suggestions/suggested.ts';
import {giveTag} from './give-tag.ts';

giveTag('goldthread-screen', PlanScreen);
giveTag('goldthread-suggested', PlanSuggested);

/** What was suggested for the whole plan, and what was answered. */
export function open(plan: PlanHost): void {
  if (plan.source === null) return;
  plan.screens.show(() => html`<goldthread-suggested .plan=${plan}></goldthread-suggested>`);
}
