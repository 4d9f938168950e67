import {rootsOf, type Reader} from '@goldthread/schema';
import {demandCleared, lookFor, textsOfDocument, type PlacedText} from '../disclosure/index.ts';
import type {CompartmentRecord, ParticipantRecord, PlanRecord} from '../storage/index.ts';
import type {HttpPorts} from './http-ports.ts';
import {planTypeOf, received} from './reading.ts';

/** Somebody as they are and as they are to be; `null` is somebody who has never read a word. */
export interface Gain {
  readonly before: ParticipantRecord | null;
  readonly after: ParticipantRecord;
}

/**
 * Demands that whatever somebody comes to read is looked at first, as far as whoever gives it reads it too (E06). Gives how many
 * places were cleared. The administrator reads no plan, so there is nothing that one could show or ask: `asker` `null`.
 */
export async function demandGainCleared(
  ports: HttpPorts,
  plan: PlanRecord,
  asker: Reader | null,
  {before, after}: Gain,
  cleared: readonly string[],
): Promise<number> {
  if (asker === null) return 0;
  const compartments = await ports.storage.compartments(plan.id);
  const had = new Set(before === null ? [] : receivedBy(ports, plan, before, compartments));
  const gained = receivedBy(ports, plan, after, received(asker, plan, compartments)).filter(
    one => !had.has(one),
  );
  if (gained.length === 0) return 0;
  const texts: PlacedText[] = [];
  for (const {id, kind} of gained) {
    const roots = rootsOf(planTypeOf(plan), kind);
    texts.push(...((await ports.sync.withDocument(id, doc => textsOfDocument(doc, roots))) ?? []));
  }
  const people = (await ports.storage.participants(plan.id)).filter(one => ports.sessions.hasAccess(one));
  const look = await lookFor(ports.storage, {plan, people: [...people, after]}, asker, [after.id]);
  return demandCleared(await look.findInMany(texts), cleared);
}

function receivedBy(
  ports: HttpPorts,
  plan: PlanRecord,
  participant: ParticipantRecord,
  compartments: readonly CompartmentRecord[],
): readonly CompartmentRecord[] {
  if (!ports.sessions.hasAccess(participant)) return [];
  return received({participant, isConfirmed: true, onlookers: null}, plan, compartments);
}
