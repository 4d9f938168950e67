import {mayKnowOf, type Reader} from '@goldthread/schema';
import type {ParticipantRecord} from '../storage/index.ts';

/**
 * The people of a plan of whom a reader may know. Somebody hidden from the reader is left out, so that lists, counts
 * and names are what they would be had that person never been on the plan.
 */
export function visiblePeople(
  people: readonly ParticipantRecord[],
  reader: Reader,
): readonly ParticipantRecord[] {
  return people.filter(person => mayKnowOf(reader, person));
}
