import {mayKnowOf, type Reader} from '@goldthread/schema';
import type {TraceRecord} from '../storage/index.ts';
import type {PlanFacts} from '../withholding/index.ts';

/** What came of an item of the child's, as one of its readers sees it. Times are ISO strings. */
export interface TraceView {
  readonly id: string;
  readonly item: string;
  readonly act: TraceRecord['entry']['act'];
  /** Empty where it was taken back, or only ties two items. */
  readonly words: string;
  /** The day on which something was done. */
  readonly on: string | null;
  /** The item to which it is tied. */
  readonly to: string | null;
  readonly by: string;
  readonly byName: string;
  readonly at: string;
  readonly takenBackAt: string | null;
}

/** A trace as a reader sees it; `null` where that reader may not know who left it. */
export function traceView(
  {id, itemId, entry, by, at, takenBackAt}: TraceRecord,
  {everyone}: PlanFacts,
  reader: Reader,
): TraceView | null {
  const author = everyone.find(one => one.id === by);
  if (author === undefined || !mayKnowOf(reader, author)) return null;
  return {
    ...{id, item: itemId, act: entry.act, by, byName: author.name},
    words: entry.act === 'linked' ? '' : entry.words,
    on: entry.act === 'done' ? entry.on : null,
    to: entry.act === 'linked' ? entry.to : null,
    at: new Date(at).toISOString(),
    takenBackAt: takenBackAt === null ? null : new Date(takenBackAt).toISOString(),
  };
}
