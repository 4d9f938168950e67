import {access} from './en/access.ts';
import {family} from './en/family.ts';
import {item} from './en/item.ts';
import {people} from './en/people.ts';
import {plan} from './en/plan.ts';
import {save} from './en/save.ts';
import {tools} from './en/tools.ts';

/**
 * Every word that the interface shows, by screen. Plan text and the names of sections and facts come from the plan
 * type, not from here; the words of the pages around the plan are in `page-words.ts`, those of what opens over it come
 * with it. A second language or an easier English is a second object of this shape.
 */
export const words = {
  access,
  family,
  item,
  people,
  plan,
  save,
  tools,
} as const;
