import {html} from 'lit';
import {PlanCopies} from '../elements/copies/copies.ts';
import type {PlanHost} from '../elements/plan/plan-host.ts';
import {PlanScreen} from '../elements/screen/screen.ts';
import {giveTag} from './give-tag.ts';

giveTag('goldthread-screen', PlanScreen);
giveTag('goldthread-copies', PlanCopies);

/** Words of a private note, on their way to where more people read. */
export function open(plan: PlanHost): void {
  const {source} = plan;
  if (source === null) return;
  plan.screens.show(() => html`<goldthread-copies .source=${source}></goldthread-copies>`);
}
