import type {SessionId} from '@goldthread/schema';
import type {ItemRecord, UpdateKind, UpdateRow} from '../records.ts';
import {decodeRanges} from './id-ranges.ts';
import {blob, flag, integer, text, textOrNull, type Row} from './row.ts';

/** Kinds of update, in the order of their numbers in the table; only add at the end. */
export const UPDATE_KINDS: readonly UpdateKind[] = ['edit', 'cleanup', 'import'];

/** Reads a row of the table `update_log`, joined with its author. */
export function readLogRow(row: Row): Omit<UpdateRow, 'bytes'> {
  const kind = UPDATE_KINDS[integer(row, 'kind')];
  if (kind === undefined) throw new RangeError(`Unknown kind of update: ${integer(row, 'kind')}`);
  const session = textOrNull<SessionId>(row, 'session_id');
  return {
    seq: integer(row, 'seq'),
    epoch: integer(row, 'epoch'),
    at: integer(row, 'at'),
    participantId: textOrNull(row, 'participant_id'),
    sessionId: session === '' ? null : session,
    kind,
    inserted: decodeRanges(blob(row, 'inserted')),
    deleted: decodeRanges(blob(row, 'deleted')),
  };
}

/** Reads a row of the table `item`, joined with its compartment. */
export function readItem(row: Row): ItemRecord {
  return {
    id: text(row, 'id'),
    planId: text(row, 'plan_id'),
    compartmentId: text(row, 'compartment_id'),
    root: text(row, 'root'),
    type: text(row, 'type'),
    owner: textOrNull(row, 'owner'),
    typedBy: textOrNull(row, 'typed_by'),
    sessionId: textOrNull(row, 'session_id'),
    verbatim: flag(row, 'verbatim'),
    readBack: flag(row, 'read_back'),
    createdAt: integer(row, 'created_at'),
  };
}
