import type {AuditAction, ParticipantId, PlanId} from '@goldthread/schema';
import type {FastifyRequest} from 'fastify';
import type {Deed} from '../audit/index.ts';
import type {SignedIn} from '../auth/index.ts';
import type {CompartmentRecord} from '../storage/index.ts';
import {byWhom} from './authorize.ts';

/** What is noted when somebody opens a compartment: once for each session, however often it is opened. */
export function readDeed({participant, session}: SignedIn, compartment: CompartmentRecord): Deed {
  return {
    planId: compartment.planId,
    actor: participant.id,
    sessionId: session.id,
    action: 'read',
    compartmentId: compartment.id,
    detail: {part: compartment.kind},
    once: true,
  };
}

/** What is noted when somebody takes a copy of a compartment along: each time. */
export function exportDeed(reader: SignedIn, compartment: CompartmentRecord, format: string): Deed {
  const read = readDeed(reader, compartment);
  return {...read, action: 'exported', detail: {...read.detail, format}, once: false};
}

/** What is noted when somebody looked at what words could tell and let them go on to more people all the same. */
export function clearedDeed(
  request: FastifyRequest,
  planId: PlanId,
  subject: ParticipantId | null,
  what: AuditAction,
  places: number,
): Deed {
  const detail = {for: what, places: String(places)};
  return {planId, ...byWhom(request), action: 'disclosureCleared', subject, detail};
}
