import type {CopyReason} from '@goldthread/schema';
import type {PlanHttp} from '../sync/plan-http.ts';
import {askPlan, type RecordAnswer} from './ask-records.ts';
import {fieldsOf, listOf, momentOf, oneOf, textOf, textOrNull} from './read.ts';

/** What somebody said or did because of something that the child said. */
export interface Trace {
  readonly id: string;
  readonly item: string;
  readonly act: 'reason' | 'done' | 'linked';
  readonly words: string;
  /** The day on which something was done. */
  readonly on: string | null;
  readonly to: string | null;
  readonly by: string;
  readonly byName: string;
  readonly at: Date | null;
  readonly takenBackAt: Date | null;
}

/** What somebody writes down. */
export type NewTrace =
  | {readonly act: 'reason'; readonly words: string; readonly copyReason?: CopyReason}
  | {
      readonly act: 'done';
      readonly words: string;
      readonly on: string;
      readonly copyReason?: CopyReason;
    }
  | {readonly act: 'linked'; readonly to: string};

/** Asks what came of what the child said. */
export function listTraces(http: PlanHttp): Promise<RecordAnswer<readonly Trace[]>> {
  return askPlan(http, ['GET', '/records?kinds=traces'], body => {
    const {traces} = fieldsOf(body);
    return Array.isArray(traces) ? listOf(traces).flatMap(one => readTrace(one) ?? []) : null;
  });
}

/** Writes down what came of something that the child said. */
export function leaveTrace(http: PlanHttp, itemId: string, trace: NewTrace): Promise<RecordAnswer<Trace>> {
  return askPlan(http, ['POST', '/traces'], readTrace, {itemId, ...trace});
}

/** Takes back what one wrote down oneself. */
export function takeTraceBack(http: PlanHttp, id: string): Promise<RecordAnswer<Trace>> {
  return askPlan(http, ['POST', `/traces/${encodeURIComponent(id)}/take-back`], readTrace, {});
}

/** Puts what the child said into section A, word for word; `cleared` are places that somebody has looked at. */
export function quoteItem(
  http: PlanHttp,
  item: string,
  cleared: readonly string[],
): Promise<RecordAnswer<string>> {
  const read = (body: unknown): string | null => textOrNull(fieldsOf(body)['itemId']);
  return askPlan(http, ['POST', `/items/${encodeURIComponent(item)}/quote`], read, {cleared});
}

/** Takes it out of section A again. */
export function unquoteItem(http: PlanHttp, item: string): Promise<RecordAnswer<true>> {
  return askPlan(http, ['POST', `/items/${encodeURIComponent(item)}/unquote`], () => true as const, {});
}

function readTrace(body: unknown): Trace | null {
  const fields = fieldsOf(body);
  const act = oneOf(['reason', 'done', 'linked'], fields['act']);
  if (act === null) return null;
  return {
    act,
    id: textOf(fields['id']),
    item: textOf(fields['item']),
    words: textOf(fields['words']),
    on: textOrNull(fields['on']),
    to: textOrNull(fields['to']),
    by: textOf(fields['by']),
    byName: textOf(fields['byName']),
    at: momentOf(fields['at']),
    takenBackAt: momentOf(fields['takenBackAt']),
  };
}
