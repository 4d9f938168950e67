import type {ItemRecord} from '../records.ts';
import {flag, integer, text, textOrNull, type Row} from './row.ts';

/** Reads a row of the table `item`, joined with its compartment. */
export function readItem(row: Row): ItemRecord {
  return {
    id: text(row, 'id'),
    planId: text(row, 'plan_id'),
    compartmentId: text(row, 'compartment_id'),
    root: text(row, 'root'),
    anchorRoot: textOrNull(row, 'anchor_root'),
    type: text(row, 'type'),
    owner: textOrNull(row, 'owner'),
    typedBy: textOrNull(row, 'typed_by'),
    sessionId: textOrNull(row, 'session_id'),
    verbatim: flag(row, 'verbatim'),
    readBack: flag(row, 'read_back'),
    createdAt: integer(row, 'created_at'),
  };
}
