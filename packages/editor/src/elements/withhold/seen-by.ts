import type {ParticipantId} from '@goldthread/schema';
import type {AuditEntry} from '../../records/audit.ts';
import type {PlanHttp} from '../../sync/plan-http.ts';
import {readAudit} from '../../records/audit.ts';

/** Somebody whose device may have shown what is to be hidden, and when they last had the plan open. */
export interface Seen {
  readonly id: ParticipantId;
  readonly at: Date;
}

const MOST_ENTRIES = 200;

/** Who of some people has had the plan open, last time first in the audit; null where that can't be known now. */
export async function seenBy(
  http: PlanHttp,
  people: readonly ParticipantId[],
  part: 'shared' | 'voice',
): Promise<readonly Seen[] | null> {
  const answer = await readAudit(http, {limit: MOST_ENTRIES});
  if (!answer.ok) return null;
  return people.flatMap(id => {
    const last = answer.value.entries.find(entry => isReading(entry, id, part));
    return last === undefined ? [] : [{id, at: last.at}];
  });
}

function isReading({action, actor, detail}: AuditEntry, id: ParticipantId, part: string): boolean {
  if (action !== 'read' && action !== 'exported') return false;
  return actor?.id === id && (detail['part'] === undefined || detail['part'] === part);
}
