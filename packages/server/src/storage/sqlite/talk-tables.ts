import type {DatabaseSync} from 'node:sqlite';
import type {CommentRecord} from '../comment-record.ts';
import type {DisagreementFileRecord} from '../disagreement-file-record.ts';
import type {DisagreementRecord} from '../disagreement-record.ts';
import type {Sealing} from '../sealing.ts';
import type {StoredTalk} from '../stored-records.ts';
import type {TraceRecord} from '../trace-record.ts';
import {SealedFiles} from './sealed-files.ts';
import {SealedRecords} from './sealed-records.ts';

/** The tables of {@link StoredTalk}. */
export interface TalkTables extends StoredTalk {
  readonly comments: SealedRecords<CommentRecord>;
  readonly disagreements: SealedRecords<DisagreementRecord>;
  readonly files: SealedFiles<DisagreementFileRecord>;
  readonly traces: SealedRecords<TraceRecord>;
}

/** Makes them ready. */
export function talkTables(db: DatabaseSync, sealing: Sealing): TalkTables {
  return {
    comments: new SealedRecords(db, sealing, 'comment', 'comment'),
    disagreements: new SealedRecords(db, sealing, 'disagreement', 'disagreement'),
    files: new SealedFiles(db, sealing, {
      table: 'disagreement_file',
      body: 'disagreementFile',
      bytes: 'disagreementFileBytes',
    }),
    traces: new SealedRecords(db, sealing, 'trace', 'trace'),
  };
}

/** Writes an entry of a disagreement; what was sent with it goes where it goes. To be called inside a transaction. */
export function putDisagreement(
  {disagreements, files}: Pick<TalkTables, 'disagreements' | 'files'>,
  entry: DisagreementRecord,
): void {
  disagreements.put(entry);
  for (const {id, entryId} of files.inPlan(entry.planId)) if (entryId === entry.id) files.move(id, entry);
}
