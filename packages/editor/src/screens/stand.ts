import {html} from 'lit';
import {PlanStand} from '../elements/agreement/stand.ts';
import type {PlanHost} from '../elements/plan/plan-host.ts';
import {PlanScreen} from '../elements/screen/screen.ts';
import {giveTag} from './give-tag.ts';

giveTag('goldthread-screen', PlanScreen);
giveTag('goldthread-stand', PlanStand);

/** Where everybody stands. */
export function open(plan: PlanHost): void {
  if (plan.source === null) return;
  plan.screens.show(() => html`<goldthread-stand .plan=${plan}></goldthread-stand>`);
}
