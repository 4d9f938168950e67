import type {PlanId} from '@goldthread/schema';
import type {CommentRecord} from './comment-record.ts';
import type {DisagreementRecord} from './disagreement-record.ts';
import type {TraceRecord} from './trace-record.ts';

/** Where records of one kind are read, in the order in which they were made. They are written as record changes. */
export interface StoredRecords<Item> {
  of(planId: PlanId): Promise<readonly Item[]>;
}

/** What people said beside the plan. [29] */
export interface StoredTalk {
  readonly comments: StoredRecords<CommentRecord>;
  readonly disagreements: StoredRecords<DisagreementRecord>;
  /** What came of what the child said. */
  readonly traces: StoredRecords<TraceRecord>;
}
