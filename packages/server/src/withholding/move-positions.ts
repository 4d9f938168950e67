import type {CompartmentId, ItemId, ParticipantId, RootName} from '@goldthread/schema';
import type {PositionRecord} from '../storage/index.ts';
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

/** What a party said of an item that moves, and the part of the plan where everybody reads that item. */
export interface MovedPosition {
  readonly moved: PositionRecord;
  readonly root: RootName;
}

/** What parties said of items moves along with them: who may not read an item may not read what was said of it either. */
export function movedPositions(
  positions: readonly PositionRecord[],
  moves: readonly ItemMove[],
): readonly MovedPosition[] {
  return positions.flatMap(one => {
    const {itemId, compartmentId} = one;
    const move = moves.find(({from}) => from.itemId === itemId && from.compartmentId === compartmentId);
    return move === undefined ? [] : [{moved: {...one, ...move.to}, root: move.root}];
  });
}

/**
 * The people who can read now what was said of the items that moved. Who can't any more is told nothing: of an item that somebody
 * deletes nothing is told either.
 */
export function readersOfMoved(
  facts: PlanFacts,
  positions: readonly MovedPosition[],
): ReadonlySet<ParticipantId> {
  const readers = positions.flatMap(({moved}) => {
    const compartment = facts.compartments.find(({id}) => id === moved.compartmentId);
    const by = facts.everyone.find(({id}) => id === moved.by);
    return facts.people.filter(
      ({id}) =>
        compartment !== undefined && isReader(compartment, id) && !(by?.hiddenFrom.includes(id) ?? false),
    );
  });
  return new Set(readers.map(({id}) => id));
}
