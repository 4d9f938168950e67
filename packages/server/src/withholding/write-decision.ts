import type {AuditAction, ParticipantId, PlanId} from '@goldthread/schema';
import {isInForce, type RecordChange, type WithholdingRecord} from '../storage/index.ts';
import {tellCarried} from './carried-along.ts';
import type {Actor} from './held-copies.ts';
import {afterHiding, hidingOf} from './hide-person.ts';
import type {Opening} from './opening.ts';
import {planFacts} from './plan-facts.ts';
import {listFor} from './withholding-view.ts';
import {tellMoved} from './tell-moved.ts';
import type {WithholdingPorts} from './withholding-ports.ts';

/** What a decision writes that neither moves nor shows anything. */
export const NOTHING_OPENED: Opening = {changes: [], carried: [], moves: [], cleared: 0};

/** Writes a decision with its documents and its audit in one commit, and tells whoever may know that something changed. */
export async function writeDecision(
  ports: WithholdingPorts,
  actor: Actor | null,
  record: WithholdingRecord,
  action: AuditAction,
  {changes, carried, proposals, cleared, notes = [], subject}: Opening = NOTHING_OPENED,
): Promise<void> {
  const {sync, storage, clock} = ports;
  const facts = await planFacts(ports, record.planId);
  const hiding = hidingOf(record, facts);
  const before = await lists(ports, record.planId);
  const {planId, compartmentId, itemIds} = record;
  const isOpened = record.personId === null && !isInForce(record);
  const by = {actor: actor?.id ?? null, sessionId: actor?.sessionId ?? null, at: clock.now()};
  const note = (what: AuditAction, detail: Readonly<Record<string, string>>): RecordChange => ({
    kind: 'audit',
    append: {
      planId,
      ...by,
      action: what,
      compartmentId,
      itemIds,
      subject: subject ?? record.personId,
      detail,
    },
  });
  const {reasonCode: reason, status, reviewOn} = record;
  const records: RecordChange[] = [
    {kind: 'withholding', put: record},
    ...(hiding === null ? [] : [{kind: 'hiding', hide: hiding} as const]),
    // Its words stand open now, so nothing has to be known about them.
    ...(isOpened ? [{kind: 'copiesGone', of: compartmentId} as const] : []),
    note(action, {reason, status, reviewOn}),
    ...carried.map(({change}) => change),
    ...(proposals?.records ?? []),
    ...notes,
    ...(cleared === 0 ? [] : [note('disclosureCleared', {for: action, places: String(cleared)})]),
  ];
  if (changes.length === 0) await storage.record(records);
  else await sync.writeAsServer(changes, records);
  if (isOpened) await sync.copies.forget(planId, compartmentId);
  if (hiding !== null) await afterHiding(ports, planId, hiding, facts);
  const after = await lists(ports, record.planId);
  const changed = [...after].flatMap(([id, list]) => (before.get(id) === list ? [] : [id]));
  await sync.tellRecords(record.planId, new Set(changed), ['withholdings']);
  await tellCarried(sync, await planFacts(ports, planId), carried);
  if (proposals !== undefined) await tellMoved(ports, planId, proposals);
}

/** What everybody may know, as text: only those whose own list changed are told that something did. */
async function lists(ports: WithholdingPorts, planId: PlanId): Promise<Map<ParticipantId, string>> {
  const facts = await planFacts(ports, planId);
  const records = await ports.storage.withholdings(planId);
  const now = ports.clock.now();
  return new Map(facts.people.map(({id}) => [id, JSON.stringify(listFor(records, facts, id, now))]));
}
