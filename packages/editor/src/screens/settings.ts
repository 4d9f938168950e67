import {html} from 'lit';
import type {PlanHost} from '../elements/plan/plan-host.ts';
import {PlanSettings} from '../elements/settings/settings.ts';
import {giveTag} from './give-tag.ts';

giveTag('goldthread-settings', PlanSettings);

/** A person's own choices for reading. */
export function open(plan: PlanHost): void {
  plan.screens.show(
    () =>
      html`<goldthread-settings
        .settings=${plan.settings}
        .canSignOut=${true}
        .canKeepPasskey=${plan.screens.offers('passkey') && plan.source?.isSure === true}
      ></goldthread-settings>`,
  );
}
