import type {CopyReason, ParticipantId} from '@goldthread/schema';
import type {PlanHttp} from '../sync/plan-http.ts';
import {askPlan, type RecordAnswer} from './ask-records.ts';
import {fieldsOf, idOf, listOf, momentOf, oneOf, textOf, textOrNull} from './read.ts';

/** One thing that somebody said beside an item. */
export interface Comment {
  readonly id: string;
  readonly kind: 'comment' | 'answer';
  readonly by: ParticipantId | null;
  readonly byName: string;
  readonly relationship: string;
  readonly at: Date | null;
  readonly text: string;
  /** When its author took the words back; null for never. */
  readonly takenBackAt: Date | null;
  /** Fewer people can read it than can read its item. */
  readonly isForFewer: boolean;
}

/** Words to which comments belong. */
export interface CommentedWords {
  readonly quote: string;
  readonly state: 'there' | 'changed' | 'gone';
  /** Where they begin and end, as places of their item's document; null where it has none. */
  readonly start: string | null;
  readonly end: string | null;
}

/** Comments that belong together. */
export interface CommentThread {
  readonly id: string;
  readonly item: string;
  /** The words of the item to which it belongs; null for the whole item. */
  readonly anchor: CommentedWords | null;
  readonly comments: readonly Comment[];
  readonly resolved: {readonly byName: string; readonly at: Date | null} | null;
}

/** What is about to be said. */
export interface NewComment {
  readonly itemId: string;
  readonly text: string;
  readonly anchor?: {readonly start: string; readonly end: string};
  readonly replyTo?: string;
  readonly copyReason?: CopyReason;
}

/** Asks what was said beside the items of a plan. */
export function listComments(http: PlanHttp): Promise<RecordAnswer<readonly CommentThread[]>> {
  return askPlan(http, ['GET', '/records?kinds=comments'], body => {
    const {comments} = fieldsOf(body);
    return Array.isArray(comments) ? listOf(comments).flatMap(one => readThread(one) ?? []) : null;
  });
}

/** Says something beside an item. */
export function sayComment(http: PlanHttp, comment: NewComment): Promise<RecordAnswer<CommentThread>> {
  return askPlan(http, ['POST', '/comments'], readThread, comment);
}

/** Says that a thread is dealt with or isn't, or takes one's own words back. */
export function actOnComment(
  http: PlanHttp,
  id: string,
  act: 'resolve' | 'reopen' | 'take-back',
): Promise<RecordAnswer<CommentThread>> {
  return askPlan(http, ['POST', `/comments/${encodeURIComponent(id)}/${act}`], readThread, {});
}

function readThread(body: unknown): CommentThread | null {
  const fields = fieldsOf(body);
  const {id, item, resolved} = fields;
  const {quote, state, start, end} = fieldsOf(fields['anchor']);
  const known = oneOf(['there', 'changed', 'gone'], state);
  const settled = fieldsOf(resolved);
  if (textOf(id) === '' || textOf(item) === '') return null;
  return {
    id: textOf(id),
    item: textOf(item),
    anchor:
      known === null
        ? null
        : {quote: textOf(quote), state: known, start: textOrNull(start), end: textOrNull(end)},
    comments: listOf(fields['comments']).flatMap(one => readComment(one) ?? []),
    resolved: resolved === null ? null : {byName: textOf(settled['byName']), at: momentOf(settled['at'])},
  };
}

function readComment(body: unknown): Comment | null {
  const fields = fieldsOf(body);
  const kind = oneOf(['comment', 'answer'], fields['kind']);
  if (kind === null) return null;
  return {
    id: textOf(fields['id']),
    kind,
    by: idOf(fields['by']),
    byName: textOf(fields['byName']),
    relationship: textOf(fields['relationship']),
    at: momentOf(fields['at']),
    text: textOf(fields['text']),
    takenBackAt: momentOf(fields['takenBackAt']),
    isForFewer: fields['isForFewer'] === true,
  };
}
