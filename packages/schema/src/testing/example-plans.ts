import joryFile from '../../examples/jory.json' with {type: 'json'};
import kezFile from '../../examples/kez.json' with {type: 'json'};
import {newId} from '../base/ids.ts';
import {EHCP} from '../plan/plan-types.ts';
import {seededRandom} from './seeded-random.ts';
import {docsFromPlan, type ImportedPlan} from '../json/docs-from-plan.ts';
import {fromPlanJson} from '../json/from-plan-json.ts';
import type {PlanItem} from '../json/item-schema.ts';
import {placesOf} from '../json/places.ts';
import type {Plan} from '../json/plan-file.ts';

export type ExampleName = 'jory' | 'kez';

/** The file of an example plan as it stands on disk. */
export function exampleFile(name: ExampleName): unknown {
  return name === 'jory' ? joryFile : kezFile;
}

/** An example plan, read. */
export function examplePlan(name: ExampleName): Plan {
  const result = fromPlanJson(exampleFile(name));
  if (result.ok) return result.value;
  throw new RangeError(`The example "${name}" has problems: ${JSON.stringify(result.error)}`);
}

/** What importing an example puts into the open compartments and records, with repeatable ids. */
export function importedExample(name: ExampleName): ImportedPlan {
  const random = seededRandom(1);
  return docsFromPlan(examplePlan(name), EHCP, () => newId(random));
}

/** Every item of a plan file with the path of the list in which it stands. */
export function allItems(plan: Plan): {readonly path: string; readonly item: PlanItem}[] {
  return placesOf(plan).flatMap(({path, items}) => items.map(item => ({path, item})));
}

/** Which items a person is to receive by the file's own audiences, in the order of the file. */
export function receivedBy(plan: Plan, key: string): string[] {
  return allItems(plan)
    .filter(({path, item}) => {
      if (item.audience === undefined) return path.startsWith('sections.');
      return item.audience === 'everyone' || item.audience.some(reader => reader === key);
    })
    .map(({item}) => item.id);
}

/** The words of an item as one string. */
export function wordsOf(item: PlanItem): string {
  return typeof item.text === 'string' ? item.text : JSON.stringify(item.text);
}
