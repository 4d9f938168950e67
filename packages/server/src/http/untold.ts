import type {CompartmentId, ParticipantId, PlanId, Reader} from '@goldthread/schema';
import {untoldReaders} from '../storage/index.ts';
import type {HttpPorts} from './http-ports.ts';

const NOBODY: ReadonlySet<ParticipantId> = new Set();

/**
 * Who reads a document without the child having been told, where it is the child who asks. A person tells the child, not a list of
 * readers: until then the child's lists show whom the child chose. Everybody else sees every reader.
 */
export async function untoldTo(
  {storage}: Pick<HttpPorts, 'storage'>,
  planId: PlanId,
  {participant}: Reader,
): Promise<(document: CompartmentId | null) => ReadonlySet<ParticipantId>> {
  if (participant.role !== 'child') return () => NOBODY;
  const choices = await storage.houses.choices.of(planId);
  return document => (document === null ? NOBODY : untoldReaders(choices, document));
}
