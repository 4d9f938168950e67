import {addDays, addWorkingDays, type Day} from '../base/day.ts';
import {choiceOf, classOf, type Decider, type WithholdingDecision} from './decision.ts';
import {REASON_RULES} from './reason-rules.ts';

/** The longest that anything stays sealed without a review, in days. */
export const SEALED_DAYS = 28;
/** The same while an enquiry is active, in working days. */
export const ENQUIRY_WORKING_DAYS = 5;
/** The longest for what is marked and for a child's own choice, in days: half a year. */
export const MARKED_DAYS = 182;
/** Working days within which somebody must have approved what needs it. */
export const APPROVAL_WORKING_DAYS = 1;

type Dated = Pick<WithholdingDecision, 'items' | 'personId' | 'hiddenFrom' | 'reasonCode' | 'proposedBy'>;

/**
 * The last day on which a decision that is taken or reviewed today may be looked at again (domain 6.4). No law sets
 * these periods, so they are ours; an active enquiry has the shortest whatever the class.
 */
export function longestReview(decision: Dated, people: readonly Decider[], today: Day): Day {
  if (choiceOf(decision, people) === 'child') return addDays(today, MARKED_DAYS);
  if (REASON_RULES[decision.reasonCode].isEnquiry) return addWorkingDays(today, ENQUIRY_WORKING_DAYS);
  return addDays(today, classOf(decision) === 'sealed' ? SEALED_DAYS : MARKED_DAYS);
}

/**
 * The review date of a decision for which nobody named one, or of an imported one: the day that its file wants, brought
 * forward to the longest period, so that it is looked at early and never late.
 */
export function defaultReview(
  decision: Dated,
  people: readonly Decider[],
  today: Day,
  wanted?: Day | null,
): Day {
  const longest = longestReview(decision, people, today);
  return wanted && wanted < longest ? wanted : longest;
}
