import type {Day, ParticipantId} from '@goldthread/schema';
import type {PlanHttp} from '../sync/plan-http.ts';
import {askPlan, type RecordAnswer} from './ask-records.ts';
import {fieldsOf, idOf, listOf, momentOf, oneOf, textOf, textOrNull} from './read.ts';

export const GLASS_REASONS = ['missing', 'danger', 'medical', 'court'] as const;
export type GlassReason = (typeof GLASS_REASONS)[number];
export const GLASS_OUTCOMES = ['justified', 'notJustified', 'action'] as const;
export type GlassOutcome = (typeof GLASS_OUTCOMES)[number];

/** Once that somebody read in an emergency, as far as the reader may know of it. */
export interface Opening {
  readonly id: string;
  readonly by: ParticipantId | null;
  readonly at: Date;
  readonly until: Date;
  readonly reason: GlassReason;
  /** Why; null for whoever need not know. */
  readonly words: string | null;
  readonly review: {
    readonly by: ParticipantId | null;
    readonly at: Date;
    readonly outcome: GlassOutcome;
    readonly words: string | null;
  } | null;
  readonly reviewBy: Day;
  readonly isOverdue: boolean;
  readonly mayReview: boolean;
}

/** What this person did, and what they were told of. */
export function listOpenings(http: PlanHttp): Promise<RecordAnswer<readonly Opening[]>> {
  return askPlan(http, ['GET', '/break-glass'], body => {
    const {openings} = fieldsOf(body);
    return Array.isArray(openings) ? listOf(openings).flatMap(one => readOpening(one) ?? []) : null;
  });
}

/** Opens for an hour what may be needed; answers until when. */
export function breakGlass(http: PlanHttp, reason: GlassReason, words: string): Promise<RecordAnswer<Date>> {
  return askPlan(http, ['POST', '/break-glass'], said => momentOf(fieldsOf(said)['until']), {reason, words});
}

/** Says afterwards whether it was right. */
export function reviewGlass(
  http: PlanHttp,
  id: string,
  outcome: GlassOutcome,
  words: string,
): Promise<RecordAnswer<GlassOutcome>> {
  const path = `/break-glass/${encodeURIComponent(id)}/review`;
  return askPlan(http, ['POST', path], said => oneOf(GLASS_OUTCOMES, fieldsOf(said)['outcome']), {
    outcome,
    words,
  });
}

function readOpening(body: unknown): Opening | null {
  const fields = fieldsOf(body);
  const [at, until] = [momentOf(fields['at']), momentOf(fields['until'])];
  const reason = oneOf(GLASS_REASONS, fields['reason']);
  if (at === null || until === null || reason === null) return null;
  return {
    id: textOf(fields['id']),
    by: idOf(fields['by']),
    at,
    until,
    reason,
    words: textOrNull(fields['words']),
    review: readReview(fields['review']),
    reviewBy: textOf(fields['reviewBy']),
    isOverdue: fields['isOverdue'] === true,
    mayReview: fields['mayReview'] === true,
  };
}

function readReview(body: unknown): Opening['review'] {
  const fields = fieldsOf(body);
  const at = momentOf(fields['at']);
  const outcome = oneOf(GLASS_OUTCOMES, fields['outcome']);
  return at === null || outcome === null
    ? null
    : {by: idOf(fields['by']), at, outcome, words: textOrNull(fields['words'])};
}
