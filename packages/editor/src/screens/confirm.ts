import {html} from 'lit';
import {passkeysOf} from '../device/passkeys.ts';
import {PlanConfirm} from '../elements/confirm/confirm.ts';
import type {PlanHost} from '../elements/plan/plan-host.ts';
import {GoldthreadPlan} from '../elements/plan/plan.ts';
import {originOf} from '../elements/plan/where-from.ts';
import {PlanScreen} from '../elements/screen/screen.ts';
import {PlanScreenOpen} from '../events/screen-open.ts';
import {giveTag} from './give-tag.ts';

giveTag('goldthread-screen', PlanScreen);
giveTag('goldthread-confirm', PlanConfirm);

/**
 * Showing that it is really oneself, and keeping a passkey for the next time. As `prove` it is asked again before an
 * emergency, and leads back there.
 */
export function open(plan: PlanHost, asked: PlanScreenOpen): void {
  const {source} = plan;
  if (source === null) return;
  const origin = plan instanceof GoldthreadPlan ? originOf(plan.src, location) : null;
  const device = passkeysOf(origin ?? '');
  const again = asked.screen === 'prove';
  plan.screens.show(
    () =>
      html`<goldthread-confirm
        .source=${source}
        .device=${device}
        .again=${again}
        @proved=${() => again && plan.dispatchEvent(new PlanScreenOpen('glass'))}
      ></goldthread-confirm>`,
  );
}
