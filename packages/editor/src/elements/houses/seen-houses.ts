import type {ReactiveControllerHost} from 'lit';
import type {PlanSource} from '../../context/plan-source.ts';
import {LoadingController, newsOf} from '../screen/loading.ts';
import {housesSeen, type HousesSeen} from './house-words.ts';

/** What stands in the houses, for a screen over the plan; asked for again when the child gives one another name. */
export function seenHouses(
  host: ReactiveControllerHost,
  source: () => PlanSource,
): LoadingController<HousesSeen> {
  return new LoadingController(host, () => housesSeen(source().http), newsOf('people', source));
}
