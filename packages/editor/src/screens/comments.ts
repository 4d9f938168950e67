import {html} from 'lit';
import type {PlanHost} from '../elements/plan/plan-host.ts';
import {PlanScreen} from '../elements/screen/screen.ts';
import {PlanComments} from '../elements/talk/comments.ts';
import type {PlanScreenOpen} from '../events/screen-open.ts';
import {giveTag} from './give-tag.ts';

giveTag('goldthread-screen', PlanScreen);
giveTag('goldthread-comments', PlanComments);

/** What was said beside one item. */
export function open(plan: PlanHost, {item}: PlanScreenOpen): void {
  if (plan.source === null || item === null) return;
  const selected = getSelection()?.toString() ?? '';
  plan.screens.show(
    () =>
      html`<goldthread-comments .plan=${plan} .itemId=${item} .selected=${selected}></goldthread-comments>`,
  );
}
