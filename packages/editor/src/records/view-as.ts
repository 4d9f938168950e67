import {
  HOUSES,
  isItemTypeName,
  SAFETY_COLUMNS,
  SECTION_LETTERS,
  type House,
  type ParticipantId,
  type RootName,
} from '@goldthread/schema';
import type {PmJson} from '@goldthread/schema/prosemirror';
import type {PlanHttp} from '../sync/plan-http.ts';
import {askPlan, type RecordAnswer} from './ask-records.ts';
import {fieldsOf, listOf, textOf, type Fields} from './read.ts';
import {seenNode} from './seen-node.ts';

/** One item of somebody's view, as it would stand in a document. */
export interface SeenItem {
  readonly node: PmJson;
  /** It stands beside the plan for some people only. */
  readonly isPrivate: boolean;
}

/** A plan as somebody receives it, at one moment. */
export interface SeenPlan {
  readonly planType: string;
  readonly items: ReadonlyMap<RootName, readonly SeenItem[]>;
}

const HOUSE_NAMES: Readonly<Record<House, string>> = {
  good: 'goodThings',
  worries: 'worries',
  dreams: 'dreams',
};

/** The plan as somebody else receives it, less what this person doesn't receive. */
export function viewAs(http: PlanHttp, person: ParticipantId): Promise<RecordAnswer<SeenPlan>> {
  return askPlan(http, ['GET', `/as/${encodeURIComponent(person)}`], readSeenPlan);
}

function readSeenPlan(body: unknown): SeenPlan | null {
  const plan = fieldsOf(body);
  if (plan['format'] !== 'goldthread-plan') return null;
  const letters = fieldsOf(plan['sections']);
  const safety = fieldsOf(plan['signsOfSafety']);
  const houses = fieldsOf(plan['threeHouses']);
  const items = new Map<RootName, readonly SeenItem[]>([
    ...SECTION_LETTERS.map(letter => [`section:${letter}` as const, readItems(letters[letter])] as const),
    ...SAFETY_COLUMNS.map(column => [`sos:${column}` as const, readItems(safety[column])] as const),
    ...HOUSES.map(house => [`house:${house}` as const, readItems(houses[HOUSE_NAMES[house]])] as const),
  ]);
  // Those who help stand in a list of their own in a file, and in this column in a plan.
  items.set('sos:working', [...(items.get('sos:working') ?? []), ...readItems(safety['network'])]);
  return {planType: textOf(plan['planType']) || 'ehcp', items};
}

function readItems(list: unknown): readonly SeenItem[] {
  return listOf(list).flatMap(one => readItem(fieldsOf(one)) ?? []);
}

function readItem(fields: Fields): SeenItem | null {
  const {id, type, audience} = fields;
  if (typeof id !== 'string' || typeof type !== 'string' || !isItemTypeName(type)) return null;
  return {node: seenNode(type, id, fields), isPrivate: Array.isArray(audience)};
}
