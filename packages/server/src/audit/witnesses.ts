import type {ParticipantId} from '@goldthread/schema';
import type {AuditEntry, IdRange, SessionRecord, UpdateRow} from '../storage/index.ts';

/** Somebody who could have seen something, and when for the first time. */
export interface Witness {
  readonly id: ParticipantId;
  readonly firstAt: number;
}

/** How much later than noted a session may still have been in use. */
const IN_USE_AFTER = 5 * 60_000;

/** When any of these ids was first written; 0 where no row says so. */
export function firstWritten(log: readonly UpdateRow[], ids: readonly IdRange[]): number {
  const times = log
    .filter(row => row.inserted.some(range => ids.some(id => overlap(range, id))))
    .map(row => row.at);
  return times.length === 0 ? 0 : Math.min(...times);
}

/**
 * Everybody whose session had the document open at some time since something stood there, or who took a copy of it along, with
 * everybody who looked at the same screen. Too many rather than too few: who had it open need not have looked.
 */
export function witnesses(
  entries: readonly AuditEntry[],
  sessions: readonly SessionRecord[],
  compartmentId: AuditEntry['compartmentId'],
  since: number,
): Witness[] {
  const bySession = new Map(sessions.map(session => [session.id, session]));
  const first = new Map<ParticipantId, number>();
  for (const entry of entries) {
    if (entry.compartmentId !== compartmentId || !OPENED.has(entry.action)) continue;
    const session = entry.sessionId === null ? undefined : bySession.get(entry.sessionId);
    if (lastUse(entry, session) < since) continue;
    const at = Math.max(entry.at, since);
    const eyes = [...(entry.actor === null ? [] : [entry.actor]), ...(session?.present ?? [])];
    for (const id of eyes) first.set(id, Math.min(first.get(id) ?? at, at));
  }
  return [...first].map(([id, firstAt]) => ({id, firstAt})).sort((a, b) => a.firstAt - b.firstAt);
}

const OPENED: ReadonlySet<AuditEntry['action']> = new Set(['read', 'wrote', 'exported']);

/** What was taken along was seen once; what was opened stayed open as long as the session was in use. */
function lastUse(entry: AuditEntry, session: SessionRecord | undefined): number {
  if (entry.action === 'exported' || session === undefined) return entry.at;
  return Math.max(entry.at, session.endedAt ?? session.lastSeenAt + IN_USE_AFTER);
}

function overlap(one: IdRange, other: IdRange): boolean {
  return (
    one.client === other.client &&
    one.clock < other.clock + other.length &&
    other.clock < one.clock + one.length
  );
}
