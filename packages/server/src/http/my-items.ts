import {accessThrough, type ItemId, type Reader} from '@goldthread/schema';
import {
  compartmentFactsOf,
  itemFactsOf,
  type CompartmentRecord,
  type ItemRecord,
  type PlanRecord,
} from '../storage/index.ts';
import {accessToCompartment} from './reading.ts';

/**
 * The items that a signed-in person may write now because they are theirs: with nobody as owner and nobody as typist
 * they could not. Whatever somebody else owns has no part in the answer.
 */
export function myItems(
  reader: Reader,
  plan: PlanRecord,
  compartments: readonly CompartmentRecord[],
  items: readonly ItemRecord[],
): readonly ItemId[] {
  const received = new Map(
    compartments
      .filter(one => accessToCompartment(reader, plan, one) !== 'none')
      .map(one => [one.id, compartmentFactsOf(plan, one)]),
  );
  return items.flatMap(item => {
    const compartment = received.get(item.compartmentId);
    if (compartment === undefined) return [];
    const facts = itemFactsOf(item);
    const accessTo = (one: typeof facts) => accessThrough(reader, plan.stage, compartment, item.root, one);
    const isThanksToMe =
      accessTo(facts) === 'write' && accessTo({...facts, owner: null, typedBy: null}) !== 'write';
    return isThanksToMe ? [item.id] : [];
  });
}
