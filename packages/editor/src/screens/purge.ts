import {html} from 'lit';
import type {PlanHost} from '../elements/plan/plan-host.ts';
import {PlanPurge} from '../elements/purge/purge.ts';
import {PlanScreen} from '../elements/screen/screen.ts';
import {giveTag} from './give-tag.ts';

giveTag('goldthread-screen', PlanScreen);
giveTag('goldthread-purge', PlanPurge);

/** Words that must not be anywhere. */
export function open(plan: PlanHost): void {
  const {source} = plan;
  if (source === null) return;
  plan.screens.show(() => html`<goldthread-purge .source=${source}></goldthread-purge>`);
}
