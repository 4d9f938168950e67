import {
  accessThrough,
  mayBeSeenIn,
  mayTakePosition,
  receives,
  rootsOf,
  type ItemId,
  type ParticipantId,
  type RootName,
} from '@goldthread/schema';
import {RequestProblem} from '../errors.ts';
import {
  compartmentFactsOf,
  itemFactsOf,
  type CommentRecord,
  type CompartmentRecord,
  type ItemRecord,
} from '../storage/index.ts';
import type {PlanFacts} from '../withholding/index.ts';
import type {Speaker} from './speaker.ts';

/** Beside what something is said, and whose readers read it. */
export interface Place {
  readonly item: ItemRecord;
  readonly home: CompartmentRecord;
  /** That of the item, or one that fewer people read. */
  readonly compartment: CompartmentRecord;
}

/** The same without an item. */
export type OpenPlace = Omit<Place, 'item'>;

/** A place where somebody may say something: they read it, and everybody who reads there may know of them. Ends the request where not. */
export function placeFor(
  facts: PlanFacts,
  speaker: Speaker,
  itemId: ItemId,
  narrower: CommentRecord['compartmentId'] | null,
): Place {
  const item = facts.items.find(({id}) => id === itemId);
  const home = facts.compartments.find(({id}) => id === item?.compartmentId);
  const compartment = facts.compartments.find(({id}) => id === (narrower ?? home?.id));
  if (item === undefined || home === undefined || compartment === undefined)
    throw new RequestProblem('NOT_FOUND');
  const may = (where: CompartmentRecord, root: ItemRecord['root']): boolean =>
    mayTakePosition(
      speaker,
      facts.plan.stage,
      compartmentFactsOf(facts.plan, where),
      root,
      itemFactsOf(item),
    );
  const [root = item.root] = rootsOf(facts.planType, compartment.kind);
  if (!may(home, item.root) || !may(compartment, compartment.id === home.id ? item.root : root))
    throw new RequestProblem('NOT_FOUND');
  return {item, home, compartment};
}

/** The same for a whole part of the plan that everybody reads; of what fewer people read none of it tells. */
export function placeForRoot(facts: PlanFacts, speaker: Speaker, root: RootName): OpenPlace {
  const place = openPlace(facts);
  const where = compartmentFactsOf(facts.plan, place.home);
  const may =
    rootsOf(facts.planType, place.home.kind).includes(root) &&
    facts.plan.stage !== 'ceased' &&
    mayBeSeenIn(speaker.participant, where) &&
    accessThrough(speaker, facts.plan.stage, where, root) !== 'none';
  if (!may) throw new RequestProblem('NOT_FOUND');
  return place;
}

/** What is about no item is said where everybody reads. */
export function openPlace({compartments}: PlanFacts): OpenPlace {
  const shared = compartments.find(({kind}) => kind === 'shared');
  if (shared === undefined) throw new RequestProblem('NOT_FOUND');
  return {compartment: shared, home: shared};
}

/** Who reads what is said there. */
export function readersOfPlace(
  {plan, people}: PlanFacts,
  {home, compartment}: OpenPlace,
): ReadonlySet<ParticipantId> {
  const [one, other] = [home, compartment].map(where => compartmentFactsOf(plan, where));
  return new Set(
    people.flatMap(({id}) =>
      one !== undefined && other !== undefined && receives(id, one) && receives(id, other) ? [id] : [],
    ),
  );
}
