import {html} from 'lit';
import {PlanContacts} from '../elements/contacts/contacts.ts';
import type {PlanHost} from '../elements/plan/plan-host.ts';
import {PlanScreen} from '../elements/screen/screen.ts';
import {giveTag} from './give-tag.ts';

giveTag('goldthread-screen', PlanScreen);
giveTag('goldthread-contacts', PlanContacts);

/** Addresses and numbers, which stand in no plan. */
export function open(plan: PlanHost): void {
  const {source} = plan;
  if (source === null) return;
  plan.screens.show(() => html`<goldthread-contacts .source=${source}></goldthread-contacts>`);
}
