import {html} from 'lit';
import {PlanHelp} from '../elements/help/help.ts';
import type {PlanHost} from '../elements/plan/plan-host.ts';
import {giveTag} from './give-tag.ts';

giveTag('goldthread-help', PlanHelp);

/** The help line, what "saved" means, and the keys. */
export function open(plan: PlanHost): void {
  plan.screens.show(() => html`<goldthread-help .helpLine=${plan.helpLine}></goldthread-help>`);
}
