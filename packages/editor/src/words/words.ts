import {access} from './en/access.ts';
import {family} from './en/family.ts';
import {item} from './en/item.ts';
import {join} from './en/join.ts';
import {people} from './en/people.ts';
import {plan} from './en/plan.ts';
import {save} from './en/save.ts';
import {helpWords, settings} from './en/settings.ts';
import {demo, start} from './en/start.ts';
import {tools} from './en/tools.ts';

/**
 * Every word that the interface shows, by screen. Plan text and the names of sections and facts come from the plan
 * type, not from here. A second language or an easier English is a second object of this shape.
 */
export const words = {
  access,
  demo,
  family,
  help: helpWords,
  item,
  join,
  people,
  plan,
  save,
  settings,
  start,
  tools,
} as const;
