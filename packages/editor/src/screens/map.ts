import {MapColumn} from '../elements/map/map-column.ts';
import {MapHead} from '../elements/map/map-head.ts';
import {MapItem} from '../elements/map/map-item.ts';
import {MapThread} from '../elements/map/map-thread.ts';
import {SafetyMap} from '../elements/map/safety-map.ts';
import type {PlanHost} from '../elements/plan/plan-host.ts';
import type {PlanScreenOpen} from '../events/screen-open.ts';
import {PlanScales} from '../elements/scale/scales.ts';
import {giveTag} from './give-tag.ts';

giveTag('goldthread-map-head', MapHead);
giveTag('goldthread-map-column', MapColumn);
giveTag('goldthread-map-item', MapItem);
giveTag('goldthread-map-thread', MapThread);
giveTag('goldthread-scales', PlanScales);

/** The plan as one safety map, at the item that was asked for. One that is open already hears the asking itself. */
export function open(plan: PlanHost, {item}: PlanScreenOpen): void {
  if (plan.source !== null && !plan.hasAttribute('map')) new SafetyMap(plan, item);
}
