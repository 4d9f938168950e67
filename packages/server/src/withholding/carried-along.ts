import type {CompartmentId, ItemId, ParticipantId, PlanId, RootName} from '@goldthread/schema';
import type {RecordKind} from '@goldthread/schema/wire';
import type {
  CommentRecord,
  DisagreementRecord,
  PlanStorage,
  RecordChange,
  ScaleRecord,
  TraceRecord,
} from '../storage/index.ts';
import type {SyncServer} from '../sync/index.ts';
import {isReader, type PlanFacts} from './plan-facts.ts';

/** Where an item is. */
interface ItemPlace {
  readonly itemId: ItemId;
  readonly compartmentId: CompartmentId;
}

/** An item that goes into a withheld compartment or comes out of one, where it has another id. */
export interface ItemMove {
  readonly from: ItemPlace;
  readonly to: ItemPlace;
  /** The part of the plan where everybody reads it, before or after. */
  readonly root: RootName;
}

/** What was said of an item that moves. */
export interface Carried {
  readonly change: Extract<
    RecordChange,
    {readonly kind: 'position' | 'comment' | 'disagreement' | 'trace' | 'scale'}
  >;
  /** The part of the plan where everybody reads the item, before or after; `null` where those who read this stay the same. */
  readonly root: RootName | null;
}

/**
 * What was said of items moves along with them: who may not read an item may not read what was said of it either. Comments that
 * were written since `before` were written for those who could read the item then, and stay with them.
 */
export async function carriedAlong(
  storage: Pick<PlanStorage, 'positions' | 'talk' | 'scales'>,
  planId: PlanId,
  moves: readonly ItemMove[],
  before = Infinity,
): Promise<readonly Carried[]> {
  const positions = (await storage.positions(planId)).flatMap((one): Carried[] => {
    const move = moves.find(({from}) => isAt(one, from));
    return move === undefined
      ? []
      : [{change: {kind: 'position', put: {...one, ...move.to}}, root: move.root}];
  });
  return [...positions, ...(await carriedTalk(storage, planId, moves, before))];
}

/**
 * The same where items get other readers without being opened. Where somebody gains, what was said stays with those for whom it
 * was said, as far as they can still read the item.
 */
export async function carriedWith(
  storage: Pick<PlanStorage, 'positions' | 'talk' | 'scales'>,
  planId: PlanId,
  moves: readonly ItemMove[],
  somebodyGains: boolean,
): Promise<readonly Carried[]> {
  return somebodyGains
    ? carriedTalk(storage, planId, moves, -Infinity)
    : carriedAlong(storage, planId, moves);
}

/** Talk, which is not changed by who else may read the item: what was said since `before` stays with those for whom it was said. */
async function carriedTalk(
  {talk, scales}: Pick<PlanStorage, 'talk' | 'scales'>,
  planId: PlanId,
  moves: readonly ItemMove[],
  before: number,
): Promise<readonly Carried[]> {
  const comments = (await talk.comments.of(planId)).flatMap((one): Carried[] => {
    // Places of one document are none in another; the words are looked for there.
    const anchor = one.anchor === null ? null : {...one.anchor, start: null, end: null};
    const [put, root] = carriedOne({...one, anchor}, moves, before) ?? [];
    return put === undefined ? [] : [{change: {kind: 'comment', put}, root: root ?? null}];
  });
  const disagreements = (await talk.disagreements.of(planId)).flatMap((one): Carried[] => {
    const [put, root] = carriedOne(one, moves, before) ?? [];
    return put === undefined ? [] : [{change: {kind: 'disagreement', put}, root: root ?? null}];
  });
  const traces = (await talk.traces.of(planId)).flatMap((one): Carried[] => {
    const [put, root] = carriedOne(one, moves, before) ?? [];
    return put === undefined ? [] : [{change: {kind: 'trace', put}, root: root ?? null}];
  });
  const numbers = (await scales.of(planId)).flatMap(one => carriedScale(one, moves, before) ?? []);
  return [...comments, ...disagreements, ...traces, ...numbers];
}

/** The scale of a danger statement goes with it, and whoever placed a number that isn't shown yet keeps it to themselves. */
function carriedScale(one: ScaleRecord, moves: readonly ItemMove[], before: number): Carried | null {
  const move = moves.find(({from}) => from.itemId === one.about);
  if (move === undefined) return null;
  const isAlong = one.compartmentId === move.from.compartmentId && one.madeAt < before;
  const place = isAlong ? {compartmentId: move.to.compartmentId} : {};
  return {
    change: {kind: 'scale', put: {...one, about: move.to.itemId, ...place}},
    root: isAlong ? move.root : null,
  };
}

function carriedOne<Said extends CommentRecord | DisagreementRecord | TraceRecord>(
  one: Said,
  moves: readonly ItemMove[],
  before: number,
): [Said, RootName | null] | null {
  const move = moves.find(({from}) => from.itemId === one.itemId);
  if (move === undefined) return null;
  const isAlong = isAt(one, move.from) && one.at < before;
  return [{...one, ...(isAlong ? move.to : {itemId: move.to.itemId})}, isAlong ? move.root : null];
}

/** The words that more people read, or fewer, with the part of the plan in which everybody reads them. */
export function wordsCarried(
  carried: readonly Carried[],
): {readonly root: RootName; readonly text: string}[] {
  return carried.flatMap(({change, root}) => (root === null ? [] : [{root, text: textOf(change)}]));
}

/**
 * Tells the people who can read now what was said of items that moved. Who can't any more is told nothing: of an item that somebody
 * deletes nothing is told either.
 */
export async function tellCarried(
  sync: Pick<SyncServer, 'tellRecords'>,
  facts: PlanFacts,
  carried: readonly Carried[],
): Promise<void> {
  const kinds = {
    position: 'positions',
    comment: 'comments',
    disagreement: 'disagreements',
    trace: 'traces',
    scale: 'ratings',
  } as const satisfies Record<Carried['change']['kind'], RecordKind>;
  for (const kind of ['position', 'comment', 'disagreement', 'trace', 'scale'] as const) {
    const puts = carried.flatMap(({change}) => (change.kind === kind ? [change.put] : []));
    await sync.tellRecords(facts.plan.id, readersOf(facts, puts), [kinds[kind]]);
  }
}

function isAt(
  {itemId, compartmentId}: {readonly itemId: ItemId | null; readonly compartmentId: CompartmentId},
  place: ItemPlace,
): boolean {
  return itemId === place.itemId && compartmentId === place.compartmentId;
}

function textOf(change: Carried['change']): string {
  switch (change.kind) {
    case 'position':
      return change.put.words;
    case 'comment':
      return change.put.text;
    case 'trace':
      return change.put.entry.act === 'linked' ? '' : change.put.entry.words;
    case 'scale':
      return wordsOfScale(change.put);
    default:
      return wordsOfEntry(change.put.entry);
  }
}

/** What those who read a scale read of it: its ends, and what was said with the numbers that were shown. */
function wordsOfScale({zero, ten, ratings, reveals}: ScaleRecord): string {
  const shown = new Set(reveals.flatMap(reveal => reveal.ratings));
  const said = ratings.flatMap(one => (shown.has(one.id) ? [one.words, one.whyNotLower, one.oneHigher] : []));
  return [zero, ten, ...said].filter(text => text !== '').join('\n');
}

/** Everything that an entry says, on lines. */
export function wordsOfEntry(entry: DisagreementRecord['entry']): string {
  const more = entry.act === 'opened' ? [entry.wish, entry.why, entry.quote] : [];
  return [entry.words, ...more].filter(text => text !== '').join('\n');
}

function readersOf(facts: PlanFacts, puts: readonly Carried['change']['put'][]): ReadonlySet<ParticipantId> {
  const readers = puts.flatMap(put => {
    const itemId = 'itemId' in put ? put.itemId : put.about;
    const home = facts.items.find(({id}) => id === itemId)?.compartmentId;
    const both = facts.compartments.filter(({id}) => id === put.compartmentId || id === home);
    const by = 'by' in put ? facts.everyone.find(({id}) => id === put.by) : undefined;
    return facts.people.filter(
      ({id}) => both.every(one => isReader(one, id)) && !(by?.hiddenFrom.includes(id) ?? false),
    );
  });
  return new Set(readers.map(({id}) => id));
}
