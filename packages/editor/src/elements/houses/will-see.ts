import {houses as say} from '../../words/en/houses.ts';
import {whoHelps} from './call-page.ts';
import type {ChildHost} from './child-host.ts';
import type {How} from './child-view.ts';
import type {House, HousesView} from './read-houses.ts';

/** Who will see something new, before it is kept. */
export function willSee(host: ChildHost, houses: HousesView, how: How, house: House): string {
  const lead = houses.people.filter(one => one.lead).map(({name}) => name);
  const isCall = house === 'worries' && how !== 'draw' && host.kept.drafts.in(house).asksForHelp;
  if (isCall) return whoHelps(houses);
  return lead.length === 0 ? say.onlyYou : say.newSeen(say.and([say.you, ...lead]));
}
