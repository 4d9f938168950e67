import {html} from 'lit';
import type {PlanHost} from '../elements/plan/plan-host.ts';
import {PlanScreen} from '../elements/screen/screen.ts';
import {PlanAuthors} from '../elements/talk/authors.ts';
import type {PlanScreenOpen} from '../events/screen-open.ts';
import {giveTag} from './give-tag.ts';

giveTag('goldthread-screen', PlanScreen);
giveTag('goldthread-authors', PlanAuthors);

/** Who wrote one item. */
export function open(plan: PlanHost, {item}: PlanScreenOpen): void {
  if (plan.source === null || item === null) return;
  plan.screens.show(() => html`<goldthread-authors .plan=${plan} .itemId=${item}></goldthread-authors>`);
}
