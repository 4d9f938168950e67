import {html} from 'lit';
import {nameOnMap} from '../elements/map/map-index.ts';
import type {PlanHost} from '../elements/plan/plan-host.ts';
import {PlanScales} from '../elements/scale/scales.ts';
import {PlanScreen} from '../elements/screen/screen.ts';
import {giveTag} from './give-tag.ts';

giveTag('goldthread-screen', PlanScreen);
giveTag('goldthread-scales', PlanScales);

/** Everybody's numbers, from 0 to 10. */
export function open(plan: PlanHost): void {
  const {source, screens} = plan;
  if (source === null) return;
  plan.screens.show(
    () =>
      html`<goldthread-scales
        .source=${source}
        .isPlain=${screens.isPlain}
        .nameOf=${(id: string) => nameOnMap(source, id)}
      ></goldthread-scales>`,
  );
}
