import {html} from 'lit';
import {PlanCodes} from '../elements/confirm/codes.ts';
import type {PlanHost} from '../elements/plan/plan-host.ts';
import {PlanScreen} from '../elements/screen/screen.ts';
import {giveTag} from './give-tag.ts';

giveTag('goldthread-screen', PlanScreen);
giveTag('goldthread-codes', PlanCodes);

/** A code for somebody else. */
export function open(plan: PlanHost): void {
  const {source} = plan;
  if (source === null) return;
  plan.screens.show(() => html`<goldthread-codes .source=${source}></goldthread-codes>`);
}
