import type {PlanId} from '@goldthread/schema';
import {readCompartments, readFacts, type CompartmentEntry} from './answers.ts';
import type {PlanFacts} from './plan-facts.ts';

/** What an own device needs to open a plan without a connection, besides the documents. */
export interface KeptPlan {
  readonly facts: PlanFacts;
  readonly compartments: readonly CompartmentEntry[];
}

/** The plan as it is kept: in the shape of the server's answers, so that one reader reads both. */
export function writeKeptPlan({facts, compartments}: KeptPlan): unknown {
  const {people, childName: calledName, houses, stage, planType, safety, ownItems} = facts;
  return {
    people: {people, stage, planType, safety, child: {calledName, houses}},
    myItems: {items: ownItems},
    // What is withheld from somebody is never on a device, not even that it exists.
    compartments: compartments.filter(({kind}) => kind !== 'withheld'),
  };
}

/** Reads what was kept; null if it can't be used. */
export function readKeptPlan(planId: PlanId, kept: unknown): KeptPlan | null {
  if (typeof kept !== 'object' || kept === null || !('people' in kept) || !('compartments' in kept))
    return null;
  const facts = readFacts(planId, kept.people, 'myItems' in kept ? kept.myItems : null);
  return facts === null ? null : {facts, compartments: readCompartments(kept.compartments)};
}
