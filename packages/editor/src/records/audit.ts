import {AUDIT_ACTIONS, type AuditAction, type ItemId, type ParticipantId} from '@goldthread/schema';
import type {PlanHttp} from '../sync/plan-http.ts';
import {askPlan, type RecordAnswer} from './ask-records.ts';
import {fieldsOf, idOf, idsOf, listOf, momentOf, oneOf, textOf} from './read.ts';

/** A person as the audit names them. */
export interface NamedPerson {
  readonly id: ParticipantId;
  readonly name: string;
}

/** Something that somebody did, as far as the reader may know. */
export interface AuditEntry {
  readonly at: Date;
  /** Null is the administrator or the server itself. */
  readonly actor: NamedPerson | null;
  readonly action: AuditAction;
  /** Whom it was done to. */
  readonly subject: NamedPerson | null;
  readonly itemIds: readonly ItemId[];
  readonly detail: Readonly<Record<string, string>>;
}

/** The newest entries, or the newest before a moment. */
export function readAudit(
  http: PlanHttp,
  {before, limit = 50}: {readonly before?: Date; readonly limit?: number} = {},
): Promise<RecordAnswer<readonly AuditEntry[]>> {
  const query = new URLSearchParams({limit: String(limit), ...(before && {before: before.toISOString()})});
  return askPlan(http, ['GET', `/audit?${query.toString()}`], readEntries);
}

function readEntries(body: unknown): readonly AuditEntry[] | null {
  const {entries} = fieldsOf(body);
  return Array.isArray(entries) ? listOf(entries).flatMap(entry => readEntry(entry) ?? []) : null;
}

/** An entry of a kind that this page doesn't know has no words here, so it is left out. */
function readEntry(value: unknown): AuditEntry | null {
  const fields = fieldsOf(value);
  const at = momentOf(fields['at']);
  const action = oneOf(AUDIT_ACTIONS, fields['action']);
  if (at === null || action === null) return null;
  const detail = Object.entries(fieldsOf(fields['detail'])).flatMap(([name, text]) =>
    typeof text === 'string' ? [[name, text] as const] : [],
  );
  return {
    at,
    action,
    actor: readPerson(fields['actor']),
    subject: readPerson(fields['subject']),
    itemIds: idsOf<ItemId>(fields['itemIds']),
    detail: Object.fromEntries(detail),
  };
}

function readPerson(value: unknown): NamedPerson | null {
  const fields = fieldsOf(value);
  const id = idOf<ParticipantId>(fields['id']);
  return id === null ? null : {id, name: textOf(fields['name'])};
}
