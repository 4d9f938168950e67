import type {AttachmentId, CompartmentId, PlanId} from '@goldthread/schema';
import type {CommentRecord} from './comment-record.ts';
import type {DisagreementFileRecord} from './disagreement-file-record.ts';
import type {DisagreementRecord} from './disagreement-record.ts';
import type {TraceRecord} from './trace-record.ts';

/** Where records of one kind are read, in the order in which they were made. They are written as record changes. */
export interface StoredRecords<Item> {
  of(planId: PlanId): Promise<readonly Item[]>;
}

/** Where files of one kind are read, with their bytes. They are written as record changes. [32] */
export interface StoredFiles<Item> extends StoredRecords<Item> {
  bytes(record: {
    readonly id: AttachmentId;
    readonly compartmentId: CompartmentId;
  }): Promise<Uint8Array | null>;
}

/** What people said beside the plan. [29] */
export interface StoredTalk {
  readonly comments: StoredRecords<CommentRecord>;
  readonly disagreements: StoredRecords<DisagreementRecord>;
  /** What goes with what they said there. [35] */
  readonly files: StoredFiles<DisagreementFileRecord>;
  /** What came of what the child said. */
  readonly traces: StoredRecords<TraceRecord>;
}
