import type {ItemTypeName} from './item-type.ts';
import {SECTION_LETTERS, type RootName, type SectionLetter} from './root.ts';

/**
 * To which sections of the plan an item of the safety map may lead (domain 4.6), always from the map to the plan and never back.
 * What isn't named here may lead wherever its links do.
 */
const FEEDS: Readonly<Partial<Record<ItemTypeName, readonly SectionLetter[]>>> = {
  harm: ['B', 'C', 'D'],
  danger: ['D'],
  complicating: ['D'],
  existingSafety: ['A', 'E'],
  goal: ['E'],
  step: ['F', 'H1', 'H2'],
  safetyRule: ['F', 'H1', 'H2'],
};

/** Whether a link may be offered from an item of one type to an item in one root. */
export function mayFeed(type: ItemTypeName, root: RootName): boolean {
  const letter = SECTION_LETTERS.find(one => root === `section:${one}`);
  return letter === undefined || (FEEDS[type]?.includes(letter) ?? true);
}
