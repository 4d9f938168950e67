import {html} from 'lit';
import {mayHidePerson} from '../elements/plan/more-screens.ts';
import type {PlanHost} from '../elements/plan/plan-host.ts';
import {HelpEntry} from '../elements/private-list/help-entry.ts';
import {ChildOverrides} from '../elements/private-list/overrides.ts';
import {PrivateEntryCard} from '../elements/private-list/private-entry.ts';
import {PrivateList} from '../elements/private-list/private-list.ts';
import {PlanScreen} from '../elements/screen/screen.ts';
import {giveTag} from './give-tag.ts';

giveTag('goldthread-screen', PlanScreen);
giveTag('goldthread-private-entry', PrivateEntryCard);
giveTag('goldthread-help-entry', HelpEntry);
giveTag('goldthread-child-overrides', ChildOverrides);
giveTag('goldthread-private-list', PrivateList);

/** What is kept private. */
export function open(plan: PlanHost): void {
  const {source} = plan;
  if (source === null) return;
  const mayHide = mayHidePerson(plan);
  plan.screens.show(
    () => html`<goldthread-private-list .source=${source} .mayHide=${mayHide}></goldthread-private-list>`,
  );
}
