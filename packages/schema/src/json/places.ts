import {SECTION_LETTERS, type RootName} from '../plan/root.ts';
import type {PlanItem} from './item-schema.ts';
import type {Plan} from './plan-file.ts';

/** One list of items of a file: where it stands in the file, and under which root its items live. */
export interface Place {
  readonly path: string;
  readonly root: RootName;
  readonly items: readonly PlanItem[];
}

/**
 * Every list of items of a plan, in the order in which items are written into documents. The network stands in a list
 * of its own in a file and shares the column of what is working well.
 */
export function placesOf(plan: Plan): Place[] {
  const safety = plan.signsOfSafety ?? {};
  const houses = plan.threeHouses ?? {};
  const places: {path: string; root: RootName; items: readonly PlanItem[] | undefined}[] = [
    ...SECTION_LETTERS.map(letter => ({
      path: `sections.${letter}`,
      root: `section:${letter}` as const,
      items: plan.sections[letter],
    })),
    {path: 'signsOfSafety.worries', root: 'sos:worries', items: safety.worries},
    {path: 'signsOfSafety.working', root: 'sos:working', items: safety.working},
    {path: 'signsOfSafety.network', root: 'sos:working', items: safety.network},
    {path: 'signsOfSafety.next', root: 'sos:next', items: safety.next},
    {path: 'threeHouses.goodThings', root: 'house:good', items: houses.goodThings},
    {path: 'threeHouses.worries', root: 'house:worries', items: houses.worries},
    {path: 'threeHouses.dreams', root: 'house:dreams', items: houses.dreams},
  ];
  return places.flatMap(({path, root, items}) => (items === undefined ? [] : [{path, root, items}]));
}

/** Whether a type of item may stand in a list of a file: helpers in `network`, and nobody else there. */
export function belongsIn(path: string, type: PlanItem['type']): boolean {
  return (type === 'networkMember') === (path === 'signsOfSafety.network');
}
