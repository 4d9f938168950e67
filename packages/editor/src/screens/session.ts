import type {ItemId} from '@goldthread/schema';
import {html} from 'lit';
import type {PlanHost} from '../elements/plan/plan-host.ts';
import {PlanScreen} from '../elements/screen/screen.ts';
import {SessionGuide} from '../elements/session/guide.ts';
import {PlanScreenOpen} from '../events/screen-open.ts';
import {giveTag} from './give-tag.ts';

giveTag('goldthread-screen', PlanScreen);
giveTag('goldthread-session', SessionGuide);

/** A session with the child, step by step; the one that is named, or else the list. */
export function open(plan: PlanHost, {item}: PlanScreenOpen): void {
  const {source} = plan;
  if (!source?.facts) return;
  // The id of a session goes where ids of items go.
  const present = async (session: string): Promise<void> =>
    (await import('./room.ts')).open(plan, new PlanScreenOpen('room', null, session as ItemId));
  const compare = async (): Promise<void> => (await import('./then-now.ts')).open(plan);
  plan.screens.show(
    () =>
      html`<goldthread-session
        .plan=${plan}
        .source=${source}
        .startWith=${item ?? ''}
        .onPresent=${present}
        .onCompare=${compare}
      ></goldthread-session>`,
  );
}
