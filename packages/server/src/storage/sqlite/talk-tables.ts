import type {DatabaseSync} from 'node:sqlite';
import type {CommentRecord} from '../comment-record.ts';
import type {DisagreementRecord} from '../disagreement-record.ts';
import type {Sealing} from '../sealing.ts';
import type {StoredTalk} from '../stored-records.ts';
import type {TraceRecord} from '../trace-record.ts';
import {SealedRecords} from './sealed-records.ts';

/** The tables of {@link StoredTalk}. */
export interface TalkTables extends StoredTalk {
  readonly comments: SealedRecords<CommentRecord>;
  readonly disagreements: SealedRecords<DisagreementRecord>;
  readonly traces: SealedRecords<TraceRecord>;
}

/** Makes them ready. */
export function talkTables(db: DatabaseSync, sealing: Sealing): TalkTables {
  return {
    comments: new SealedRecords(db, sealing, 'comment', 'comment'),
    disagreements: new SealedRecords(db, sealing, 'disagreement', 'disagreement'),
    traces: new SealedRecords(db, sealing, 'trace', 'trace'),
  };
}
