import type {ParticipantId} from '@goldthread/schema';
import type {ParticipantRecord} from '../storage/index.ts';

/**
 * The people of a plan of whom a reader may know. Somebody hidden from the reader is left out, so that lists, counts
 * and names are what they would be had that person never been on the plan.
 */
export function visiblePeople(
  people: readonly ParticipantRecord[],
  reader: ParticipantId,
): readonly ParticipantRecord[] {
  return people.filter(person => person.id === reader || !person.hiddenFrom.includes(reader));
}
