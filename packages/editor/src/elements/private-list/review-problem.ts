import {isPlainDate, longestReview, type Day, type Decider, type ParticipantId} from '@goldthread/schema';
import type {Withholding} from '../../records/withholding.ts';
import {plainDay} from '../../words/clock-time.ts';
import {privateList} from '../../words/en/private-list.ts';

/** Whoever decided and isn't told of: a choice of one's own is only ever somebody's whom its readers know. */
const NOBODY = '' as ParticipantId;

/** The last day until which it may be kept private without anybody looking at it again. */
export function latestReview(decision: Withholding, people: readonly Decider[], today: Day): Day {
  // Only a child's or a parent's own choice asks whose the items are, and those are always their own.
  const proposedBy = decision.proposedBy ?? NOBODY;
  const items = decision.itemIds.map(id => ({id, owner: proposedBy, verbatim: false}));
  return longestReview({...decision, proposedBy, items}, people, today);
}

/** What is wrong with a day; empty where it may be. */
export function reviewProblem(
  decision: Withholding,
  people: readonly Decider[],
  today: Day,
  day: Day,
): string {
  if (!isPlainDate(day) || day <= today) return privateList.notYet;
  const latest = latestReview(decision, people, today);
  return day > latest ? privateList.tooLate(plainDay(latest)) : '';
}
