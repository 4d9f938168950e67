import {html} from 'lit';
import {PlanDisagree} from '../elements/disagree/disagree.ts';
import type {PlanHost} from '../elements/plan/plan-host.ts';
import {PlanScreen} from '../elements/screen/screen.ts';
import type {PlanScreenOpen} from '../events/screen-open.ts';
import {giveTag} from './give-tag.ts';

giveTag('goldthread-screen', PlanScreen);
giveTag('goldthread-disagree', PlanDisagree);

// Every place for them stands already; with their tags they fill.
void import('./next-steps.ts').catch(() => undefined);
void import('./disagree-files.ts').catch(() => undefined);

/** The record of what sides don't agree on, or the questions to whoever doesn't agree with one item. */
export function open(plan: PlanHost, {item}: PlanScreenOpen): void {
  if (plan.source === null) return;
  plan.screens.show(
    () => html`<goldthread-disagree .plan=${plan} .itemId=${item ?? ''}></goldthread-disagree>`,
  );
}
