import {
  emergencyReviewOn,
  mayReviewEmergency,
  type CompartmentId,
  type Participant,
} from '@goldthread/schema';
import type {GlassOutcome, GlassReason, GlassRecord} from '../storage/index.ts';
import {dayOf, type PlanFacts} from '../withholding/index.ts';

/** One opening as somebody who may know of it sees it. Times are ISO strings. */
export interface GlassView {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  readonly until: string;
  readonly reason: GlassReason;
  /** For whoever did it and whoever may say whether it was right; `null` for others. */
  readonly words: string | null;
  /** What opened of that which this reader receives. */
  readonly compartmentIds: readonly string[];
  readonly review: {
    readonly by: string;
    readonly at: string;
    readonly outcome: GlassOutcome;
    readonly words: string | null;
  } | null;
  /** The last day on which looking at it isn't late. */
  readonly reviewBy: string;
  readonly isOverdue: boolean;
  readonly mayReview: boolean;
}

/** What is known of an opening beside its record. */
export interface GlassContext {
  readonly record: GlassRecord;
  /** Whoever did it, also when their access has ended. */
  readonly breaker: Participant;
  readonly facts: PlanFacts;
  readonly now: number;
}

/** Whether somebody may know of an opening: they did it, or were told and may know of the person who did. */
export function mayKnowOfGlass({record, breaker}: GlassContext, reader: Participant['id']): boolean {
  if (reader === breaker.id) return true;
  return record.told.includes(reader) && !breaker.hiddenFrom.includes(reader);
}

/** Whether somebody may say of an opening whether it was right. */
export function mayReviewGlass({record, breaker, facts}: GlassContext, reader: Participant['id']): boolean {
  const me = facts.people.find(({id}) => id === reader);
  return me !== undefined && mayReviewEmergency(me, breaker, record.told, facts.people);
}

/**
 * An opening as somebody sees it who may know of it; `received` are the withheld documents that are theirs. Who else was told isn't in
 * it, since that says who reads what.
 */
export function glassView(
  context: GlassContext,
  reader: Participant['id'],
  received: ReadonlySet<CompartmentId>,
): GlassView {
  const {record, facts, now} = context;
  const {id, participantId, at, until, reason, compartmentIds} = record;
  const isReviewer = mayReviewGlass(context, reader);
  const showsWords = isReviewer || reader === participantId;
  const reviewer = facts.everyone.find(person => person.id === record.review?.by);
  const review = reviewer?.hiddenFrom.includes(reader) ? null : record.review;
  const reviewBy = emergencyReviewOn(dayOf(at));
  return {
    id,
    by: participantId,
    at: isoOf(at),
    until: isoOf(until),
    reason,
    words: showsWords ? record.words : null,
    compartmentIds: compartmentIds.filter(one => received.has(one)),
    review: review && {...review, at: isoOf(review.at), words: showsWords ? review.words : null},
    reviewBy,
    isOverdue: record.review === null && dayOf(now) > reviewBy,
    mayReview: isReviewer && record.review === null,
  };
}

function isoOf(at: number): string {
  return new Date(at).toISOString();
}
