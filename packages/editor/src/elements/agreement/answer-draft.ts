import {
  fail,
  ok,
  type CopyReason,
  type ItemId,
  type ParticipantId,
  type Result,
  type Stance,
} from '@goldthread/schema';
import {giveAnswer, readOther, type PartyAnswer, type Position} from '../../records/positions.ts';
import type {HttpRefusal, PlanHttp} from '../../sync/plan-http.ts';

/** Why an answer was not taken. */
export type NotTaken =
  | {readonly kind: 'other'; readonly answer: PartyAnswer | null; readonly version: number}
  | {readonly kind: 'copied'}
  | {
      readonly kind: 'refused';
      readonly problem: HttpRefusal;
    };

/** What somebody is about to answer. */
export interface AnswerDraft {
  readonly stance: Stance;
  readonly words: string;
  readonly version: number;
  readonly copyReason: CopyReason | null;
}

/** Gives an answer for one's own side, or says why it was not taken. */
export async function sendAnswer(
  http: PlanHttp,
  item: ItemId,
  me: ParticipantId,
  {stance, words, version, copyReason}: AnswerDraft,
): Promise<Result<Position, NotTaken>> {
  const answer = await giveAnswer(http, item, {
    party: me,
    stance,
    words,
    expectedVersion: version,
    ...(copyReason !== null && {copyReason}),
  });
  if (answer.ok) return ok(answer.value);
  const {code, position} = answer.error;
  if (code === 'POSITION_CHANGED') {
    const other = readOther(position);
    return fail({kind: 'other', answer: other, version: other?.version ?? 0});
  }
  if (code === 'COPIED_WORDS') return fail({kind: 'copied'});
  return fail({kind: 'refused', problem: answer.error});
}
