import type {AuditAction} from '@goldthread/schema';
import type {GlassRecord, RecordChange} from '../storage/index.ts';
import type {Actor} from '../withholding/index.ts';

/**
 * What the audit keeps of an opening: one entry in each document that opened, for its readers, and one in none, which is there
 * also if nothing opened and which only whoever acted sees.
 */
export function glassNotes(
  {planId, reason, compartmentIds}: GlassRecord,
  at: number,
  actor: Actor | null,
  action: AuditAction,
  more: Readonly<Record<string, string>> = {},
): RecordChange[] {
  return [null, ...compartmentIds].map(compartmentId => ({
    kind: 'audit',
    append: {
      ...{planId, at, actor: actor?.id ?? null, sessionId: actor?.sessionId ?? null},
      ...{action, compartmentId, itemIds: [], subject: null, detail: {emergency: reason, ...more}},
    },
  }));
}
