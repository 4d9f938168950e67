import {addWorkingDays, type Day} from '../base/day.ts';
import type {WithholdingDecision} from './decision.ts';
import {APPROVAL_WORKING_DAYS} from './review-date.ts';

/**
 * Where a withholding stands. `pending`: hidden, not yet approved. `approved`: hidden and in date. `overdue`: hidden, and
 * somebody is late. `escalated`: the same, and somebody above has been told. None of them opens it.
 */
export type WithholdingState = 'pending' | 'approved' | 'overdue' | 'escalated';

/** What the state depends on. */
export interface StateFacts extends Pick<WithholdingDecision, 'proposedOn' | 'reviewOn'> {
  /** Somebody approved it, or nobody need. */
  readonly isApproved: boolean;
  /** The last day on which it was escalated. */
  readonly escalatedOn: Day | null;
}

/** The last day on which the next thing that must happen isn't late: approval, then review. */
export function dueOn(facts: StateFacts): Day {
  if (facts.isApproved) return facts.reviewOn;
  const approval = addWorkingDays(facts.proposedOn, APPROVAL_WORKING_DAYS);
  return approval < facts.reviewOn ? approval : facts.reviewOn;
}

/** Where a withholding stands today. There is no state in which it has opened by itself. */
export function stateOf(facts: StateFacts, today: Day): WithholdingState {
  const due = dueOn(facts);
  if (today <= due) return facts.isApproved ? 'approved' : 'pending';
  return facts.escalatedOn !== null && facts.escalatedOn > due ? 'escalated' : 'overdue';
}
