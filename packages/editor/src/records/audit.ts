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

/** A page of the audit, newest first. */
export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  /** The moment before which there may be more; null at the end. */
  readonly earlier: Date | null;
}

/** The newest entries, or the newest before a moment. */
export function readAudit(
  http: PlanHttp,
  {before, limit = 50}: {readonly before?: Date; readonly limit?: number} = {},
): Promise<RecordAnswer<AuditPage>> {
  const query = new URLSearchParams({limit: String(limit), ...(before && {before: before.toISOString()})});
  return askPlan(http, ['GET', `/audit?${query.toString()}`], body => readPage(body, limit));
}

function readPage(body: unknown, limit: number): AuditPage | null {
  const {entries} = fieldsOf(body);
  if (!Array.isArray(entries)) return null;
  return {
    entries: listOf(entries).flatMap(entry => readEntry(entry) ?? []),
    // Also where the last of them is of a kind that this page has no words for.
    earlier: entries.length < limit ? null : momentOf(fieldsOf(entries.at(-1))['at']),
  };
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
