import {
  HOUSES,
  isItemTypeName,
  SAFETY_COLUMNS,
  SECTION_LETTERS,
  STANCES,
  type House,
  type ParticipantId,
  type RootName,
  type Stance,
} from '@goldthread/schema';
import type {PmJson} from '@goldthread/schema/prosemirror';
import type {PlanHttp} from '../sync/plan-http.ts';
import {askPlan, type RecordAnswer} from './ask-records.ts';
import {fieldsOf, listOf, oneOf, textOf, type Fields} from './read.ts';
import {seenNode} from './seen-node.ts';

/** One item of somebody's view, as it would stand in a document. */
export interface SeenItem {
  readonly node: PmJson;
  /** It stands beside the plan for some people only. */
  readonly isPrivate: boolean;
}

/** What a party says of an item. */
export interface SeenPosition {
  /** The person's name, or the agency's. */
  readonly name: string;
  readonly stance: Stance;
  readonly words: string;
}

/** How safe each party finds it, from 0 to 10. */
export interface SeenScale {
  readonly zero: string;
  readonly ten: string;
  readonly ratings: readonly {readonly name: string; readonly value: number; readonly words: string}[];
}

/** A plan as somebody receives it, at one moment. */
export interface SeenPlan {
  readonly planType: string;
  readonly items: ReadonlyMap<RootName, readonly SeenItem[]>;
  /** By item. */
  readonly positions: ReadonlyMap<string, readonly SeenPosition[]>;
  readonly scales: readonly SeenScale[];
}

/** How much of their view reaches somebody by now: `nothing` before they first signed in, `shared` until they show who they are. */
export type Opens = 'nothing' | 'shared' | 'all';

const HOUSE_NAMES: Readonly<Record<House, string>> = {
  good: 'goodThings',
  worries: 'worries',
  dreams: 'dreams',
};

/** The plan as somebody else receives it, less what this person doesn't receive. */
export function viewAs(http: PlanHttp, person: ParticipantId): Promise<RecordAnswer<SeenPlan>> {
  return askPlan(http, ['GET', `/as/${encodeURIComponent(person)}`], readSeenPlan);
}

/** How much of that view reaches the person by now. */
export function opensFor(http: PlanHttp, person: ParticipantId): Promise<RecordAnswer<Opens>> {
  const read = (body: unknown) => oneOf(['nothing', 'shared', 'all'] as const, fieldsOf(body)['opens']);
  return askPlan(http, ['GET', `/as/${encodeURIComponent(person)}/opens`], read);
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
  const nameOf = namesIn(plan['participants']);
  return {
    planType: textOf(plan['planType']) || 'ehcp',
    items,
    positions: Map.groupBy(readPositions(plan['positions'], nameOf), ({item}) => item),
    scales: listOf(safety['scales']).map(one => readScale(fieldsOf(one), nameOf)),
  };
}

/** In a file a party is a person's key, or the name of an agency. */
function namesIn(participants: unknown): (party: unknown) => string {
  const people = listOf(participants).map(fieldsOf);
  const names = new Map(people.map(({key, name}) => [textOf(key), textOf(name)]));
  return party => names.get(textOf(party)) ?? textOf(party);
}

function readPositions(
  list: unknown,
  nameOf: (party: unknown) => string,
): readonly (SeenPosition & {readonly item: string})[] {
  return listOf(list).flatMap(one => {
    const fields = fieldsOf(one);
    const stance = oneOf(STANCES, fields['stance']);
    const said = {name: nameOf(fields['party']), words: textOf(fields['words'])};
    return stance === null ? [] : [{item: textOf(fields['item']), stance, ...said}];
  });
}

function readScale({zero, ten, ratings}: Fields, nameOf: (party: unknown) => string): SeenScale {
  const read = listOf(ratings).flatMap(one => {
    const {party, value, words} = fieldsOf(one);
    return typeof value === 'number' ? [{name: nameOf(party), value, words: textOf(words)}] : [];
  });
  return {zero: textOf(zero), ten: textOf(ten), ratings: read};
}

function readItems(list: unknown): readonly SeenItem[] {
  return listOf(list).flatMap(one => readItem(fieldsOf(one)) ?? []);
}

function readItem(fields: Fields): SeenItem | null {
  const {id, type, audience} = fields;
  if (typeof id !== 'string' || typeof type !== 'string' || !isItemTypeName(type)) return null;
  return {node: seenNode(type, id, fields), isPrivate: Array.isArray(audience)};
}
