import type {PlanId, Reader} from '@goldthread/schema';
import {RequestProblem} from '../errors.ts';
import type {ParticipantRecord} from '../storage/index.ts';
import type {HttpPorts} from './http-ports.ts';
import {visiblePeople} from './visible-people.ts';

/**
 * A person on a plan of whom the asker may know; somebody hidden from the asker is as missing as an unknown id.
 * `asker` `null` is the administrator, who put everyone there.
 */
export async function knownPerson(
  ports: HttpPorts,
  planId: PlanId,
  id: string,
  asker: Reader | null,
): Promise<ParticipantRecord> {
  const everyone = await ports.storage.participants(planId);
  const known = asker === null ? everyone : visiblePeople(everyone, asker);
  const person = known.find(one => one.id === id);
  if (person === undefined) throw new RequestProblem('NOT_FOUND');
  return person;
}
