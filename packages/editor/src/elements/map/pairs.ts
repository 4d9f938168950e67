import type {CompartmentId, ItemTypeName, RootName} from '@goldthread/schema';
import {isCheckOver} from '@goldthread/schema/safety';
import type {FactValue, ItemLink} from '../../prosemirror/item-facts-event.ts';
import type {ScalePlace} from '../../records/ratings.ts';

/** An item of the map as one reader has it. */
export interface MapEntry {
  readonly id: string;
  readonly type: ItemTypeName;
  readonly root: RootName;
  /** The withheld document in which it stands; null for what everybody receives. */
  readonly compartmentId: CompartmentId | null;
  readonly words: string;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly links: readonly ItemLink[];
}

/** What is still missing at an item. Never more than a question: nothing waits for it (ruling 10). */
export type MapCheck =
  | 'noGoal'
  | 'noScale'
  | 'noDanger'
  | 'tooMany'
  | 'noOwner'
  | 'noDay'
  | 'noCheckDay'
  | 'checkOverdue'
  | 'noNextDay'
  | 'noEvidence'
  | 'noAuthority'
  | 'notTold'
  | 'gone';

/** More danger statements than these hide each other (domain 4.4). */
const MOST_DANGERS = 3;

/** What is known beside the items. */
export interface MapAround {
  /** The scales that this reader has, with null for the document that everybody receives; null while that isn't known. */
  readonly scales: readonly ScalePlace[] | null;
  /** Today, as the plan writes a day. */
  readonly today: string;
}

/** The goals that are tied to a danger statement, from whichever side. */
export function goalsOf(items: readonly MapEntry[], {id, links}: MapEntry): readonly MapEntry[] {
  return items.filter(
    one =>
      one.type === 'goal' &&
      (links.some(({rel, to}) => rel === 'goal' && to === one.id) || leads(one, 'danger', id)),
  );
}

/** The danger statement that an item is about, from whichever side the link was made. */
export function worryOf(items: readonly MapEntry[], item: MapEntry): MapEntry | undefined {
  return items.find(
    one =>
      one.type === 'danger' &&
      (leads(item, 'danger', one.id) || (item.type === 'goal' && leads(one, 'goal', item.id))),
  );
}

/** What one thread ties together: the first danger statement with a goal, what kept the child safe from it, and that goal. */
export function threadOf(items: readonly MapEntry[]): readonly MapEntry[] {
  const danger = items.find(one => one.type === 'danger' && goalsOf(items, one).length > 0);
  if (danger === undefined) return [];
  const safety = items.find(one => one.type === 'existingSafety' && leads(one, 'danger', danger.id));
  const [goal] = goalsOf(items, danger);
  return [danger, safety, goal].filter(one => one !== undefined);
}

/** What people do not agree with about an item. */
export function disputesOf(items: readonly MapEntry[], id: string): readonly MapEntry[] {
  return items.filter(one => one.type === 'dispute' && leads(one, 'disputes', id));
}

/** What a dispute is about; undefined where that is there no more, or not for this reader. */
export function disputed(items: readonly MapEntry[], dispute: MapEntry): MapEntry | undefined {
  return items.find(({id}) => leads(dispute, 'disputes', id));
}

/** What an item still lacks, by the tool's own rules (domain 4.2). */
export function checksOf(
  items: readonly MapEntry[],
  item: MapEntry,
  {scales, today}: MapAround,
): readonly MapCheck[] {
  const {facts} = item;
  const checks: readonly (readonly [MapCheck, boolean])[] = [
    ['noGoal', item.type === 'danger' && goalsOf(items, item).length === 0],
    ['noScale', item.type === 'danger' && scales !== null && !hasScale(items, scales, item)],
    ['noDanger', item.type === 'goal' && worryOf(items, item) === undefined],
    ['tooMany', item.type === 'danger' && placeOf(items, item) >= MOST_DANGERS],
    ['noOwner', item.type === 'safetyRule' && isBlank(facts['who'])],
    ['noOwner', (item.type === 'step' || item.type === 'trajectory') && isBlank(facts['owner'])],
    ['noDay', item.type === 'step' && isBlank(facts['by']) && facts['status'] !== 'done'],
    ['noDay', item.type === 'trajectory' && isBlank(facts['on'])],
    ['noCheckDay', item.type === 'safetyRule' && isBlank(facts['checkOn'])],
    ['checkOverdue', item.type === 'safetyRule' && isCheckOver(facts, today)],
    [
      'noNextDay',
      item.type === 'safetyRule' && isBefore(facts['checkOn'], today) && !isCheckOver(facts, today),
    ],
    ['noEvidence', item.type === 'safetyRule' && !isBlank(facts['testedOn']) && isBlank(facts['evidence'])],
    ['noAuthority', item.type === 'bottomLine' && isBlank(facts['setBy']) && isBlank(facts['authority'])],
    ['notTold', item.type === 'networkMember' && facts['knowsDanger'] !== true],
    ['gone', item.type === 'dispute' && item.links.length > 0 && disputed(items, item) === undefined],
  ];
  return checks.flatMap(([check, holds]) => (holds ? [check] : []));
}

/**
 * A danger statement has a scale of its own (domain 4.2). Where it is the only one, numbers for the child's safety as a whole are
 * its numbers too: whoever reads it reads those of its own document, and those that are for everybody.
 */
function hasScale(items: readonly MapEntry[], scales: readonly ScalePlace[], item: MapEntry): boolean {
  if (scales.some(({about}) => about === item.id)) return true;
  const isOnly = items.every(one => one.type !== 'danger' || one === item);
  return (
    isOnly &&
    scales.some(({about, compartmentId: at}) => about === null && (at === null || at === item.compartmentId))
  );
}

/** How many of the same type stand before an item. */
function placeOf(items: readonly MapEntry[], {id, type}: MapEntry): number {
  return items.filter(one => one.type === type).findIndex(one => one.id === id);
}

function leads({links}: MapEntry, rel: ItemLink['rel'], id: string): boolean {
  return links.some(link => link.rel === rel && link.to === id);
}

function isBlank(value: FactValue | undefined): boolean {
  return typeof value !== 'string' || value.trim() === '';
}

function isBefore(value: FactValue | undefined, today: string): boolean {
  return typeof value === 'string' && value < today;
}
