import {mayKnowOf, type Reader} from '@goldthread/schema';
import type {CommentRecord, ParticipantRecord} from '../storage/index.ts';
import type {PlanFacts} from '../withholding/index.ts';
import type {AnchorState} from './comment-anchor.ts';

/** One comment as a reader sees it. Times are ISO strings. */
export interface CommentView {
  readonly id: string;
  readonly kind: 'comment' | 'answer';
  readonly by: string;
  readonly byName: string;
  readonly relationship: string;
  readonly at: string;
  /** Empty where its author took it back. */
  readonly text: string;
  readonly takenBackAt: string | null;
  /** Fewer people can read it than can read its item. */
  readonly isForFewer: boolean;
}

/** Who said last that a thread is dealt with. */
interface Resolved {
  readonly by: string;
  readonly byName: string;
  readonly at: string;
}

/** Comments that belong together, as a reader sees them. */
export interface ThreadView {
  /** The first comment of it that this reader may know. */
  readonly id: string;
  readonly item: string;
  /** The words of the item to which it belongs, as they were, and what became of them; `null` for the whole item. */
  readonly anchor: {
    readonly quote: string;
    readonly state: AnchorState;
    /** Where they are, as places of the item's document; `null` where it has none, as after the item moved. */
    readonly start: string | null;
    readonly end: string | null;
  } | null;
  readonly comments: readonly CommentView[];
  readonly resolved: Resolved | null;
}

/** What of a thread is computed from the document of its item. */
export type StateOf = (record: CommentRecord) => AnchorState;

/** A thread as a reader sees it; `null` where that reader may know of nothing that was said in it. */
export function threadView(
  records: readonly CommentRecord[],
  facts: PlanFacts,
  reader: Reader,
  stateOf: StateOf,
): ThreadView | null {
  const known = records.flatMap(record => {
    const author = facts.everyone.find(one => one.id === record.by);
    return author === undefined || !mayKnowOf(reader, author) ? [] : [{record, author}];
  });
  const [first] = known.filter(({record}) => isComment(record));
  if (first === undefined) return null;
  const {id, itemId, anchor} = first.record;
  const isAnchored = anchor !== null && anchor.quote !== '';
  return {
    id,
    item: itemId,
    anchor: isAnchored ? {...anchor, state: stateOf(first.record)} : null,
    comments: known.flatMap(({record, author}) => commentView(record, author, facts) ?? []),
    resolved: resolvedOf(known),
  };
}

function isComment({act}: CommentRecord): boolean {
  return act === 'comment' || act === 'answer';
}

function commentView(
  {id, act, by, at, text, takenBackAt, ...where}: CommentRecord,
  {name, relationship}: ParticipantRecord,
  {items}: PlanFacts,
): CommentView | null {
  if (act !== 'comment' && act !== 'answer') return null;
  const home = items.find(one => one.id === where.itemId)?.compartmentId;
  return {
    id,
    kind: act,
    by,
    byName: name,
    relationship,
    at: isoOf(at),
    text,
    takenBackAt: takenBackAt === null ? null : isoOf(takenBackAt),
    isForFewer: home !== where.compartmentId,
  };
}

function resolvedOf(
  known: readonly {readonly record: CommentRecord; readonly author: ParticipantRecord}[],
): Resolved | null {
  const last = known.findLast(({record}) => !isComment(record));
  if (last?.record.act !== 'resolved') return null;
  return {by: last.record.by, byName: last.author.name, at: isoOf(last.record.at)};
}

function isoOf(at: number): string {
  return new Date(at).toISOString();
}
