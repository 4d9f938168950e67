import {houseNames as say} from '../../words/en/house-names.ts';
import {dreamHouse} from './dream-house.ts';
import {goodHouse} from './good-house.ts';
import type {Drawing} from './picture.ts';
import type {House} from './read-houses.ts';
import {worryHouse} from './worry-house.ts';

export const HOUSE_BOX = '12 2 276 316';

/** What each house looks like, and what it is called. */
export const LOOKS_LIKE: Readonly<
  Record<House, {drawing: Drawing; name: string; ask: string; teen: string}>
> = {
  good: {drawing: goodHouse, name: say.good, ask: say.goodAsk, teen: say.goodTeen},
  worries: {drawing: worryHouse, name: say.worries, ask: say.worriesAsk, teen: say.worriesTeen},
  dreams: {drawing: dreamHouse, name: say.dreams, ask: say.dreamsAsk, teen: say.dreamsTeen},
};
