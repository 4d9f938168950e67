import {html} from 'lit';
import {PlanLooked} from '../elements/looked/looked.ts';
import type {PlanHost} from '../elements/plan/plan-host.ts';
import {PlanScreen} from '../elements/screen/screen.ts';
import {giveTag} from './give-tag.ts';

giveTag('goldthread-screen', PlanScreen);
giveTag('goldthread-looked', PlanLooked);

/** Who has looked at what this person can see. */
export function open(plan: PlanHost): void {
  const {source} = plan;
  if (source === null) return;
  plan.screens.show(
    () => html`<goldthread-looked .source=${source} .index=${plan.index}></goldthread-looked>`,
  );
}
