import {partyOf, type ItemId, type Party} from '@goldthread/schema';
import type {ProposalFacts, ProposalPlace} from '@goldthread/schema/proposals';
import {
  compartmentFactsOf,
  itemFactsOf,
  type CompartmentRecord,
  type ItemRecord,
  type ProposalRecord,
} from '../storage/index.ts';
import type {PlanFacts} from '../withholding/index.ts';

/** An item with everything that deciding about its wording takes. */
export interface Place {
  readonly item: ItemRecord;
  readonly compartment: CompartmentRecord;
  readonly facts: ProposalPlace;
}

/** Where an item is; `null` for one of which nothing is recorded. */
export function placeOf({plan, items, compartments}: PlanFacts, id: ItemId): Place | null {
  const item = items.find(one => one.id === id);
  const compartment = compartments.find(one => one.id === item?.compartmentId);
  if (item === undefined || compartment === undefined) return null;
  const where = compartmentFactsOf(plan, compartment);
  const facts = {stage: plan.stage, compartment: where, root: item.root, item: itemFactsOf(item)};
  return {item, compartment, facts};
}

/** What deciding who may answer a proposal takes. */
export function proposalFactsOf(
  {state, party, by, answersTo}: ProposalRecord,
  {people}: PlanFacts,
  records: readonly ProposalRecord[],
): ProposalFacts {
  const answered: Party | undefined = records.find(one => one.id === answersTo)?.party;
  const author = people.find(one => one.id === by && partyOf(one) === party) ?? null;
  return {state, party, author, answersTo: answered ?? null};
}
