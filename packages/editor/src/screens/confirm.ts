import {html} from 'lit';
import {passkeysOf} from '../device/passkeys.ts';
import {PlanConfirm} from '../elements/confirm/confirm.ts';
import type {PlanHost} from '../elements/plan/plan-host.ts';
import {GoldthreadPlan} from '../elements/plan/plan.ts';
import {originOf} from '../elements/plan/where-from.ts';
import {PlanScreen} from '../elements/screen/screen.ts';
import {giveTag} from './give-tag.ts';

giveTag('goldthread-screen', PlanScreen);
giveTag('goldthread-confirm', PlanConfirm);

/** Showing that it is really oneself, and keeping a passkey for the next time. */
export function open(plan: PlanHost): void {
  const {source} = plan;
  if (source === null) return;
  const origin = plan instanceof GoldthreadPlan ? originOf(plan.src, location) : null;
  const device = passkeysOf(origin ?? '');
  plan.screens.show(
    () => html`<goldthread-confirm .source=${source} .device=${device}></goldthread-confirm>`,
  );
}
