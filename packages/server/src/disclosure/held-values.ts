import {mayReadContact, type ParticipantId, type Reader} from '@goldthread/schema';
import {ProtectedValues} from '@goldthread/schema/disclosure';
import type {ContactRecord} from '../storage/index.ts';

/** What some words say that is kept out of the plan. */
export interface HeldValues {
  /** Whether the writer may read one of them and somebody who would read these words may not. */
  readonly mustStop: boolean;
  /** Tokens of those that the writer may not read: words like any other, of which those who keep them are told. */
  readonly sighted: readonly string[];
}

/**
 * Holds words against every value of the contact store, whoever writes them, so that not even the time that it takes tells
 * whether somebody guessed one (ruling 3).
 */
export function heldValues(
  contacts: readonly ContactRecord[],
  writer: Reader,
  words: string,
  readers: readonly ParticipantId[],
): HeldValues {
  const tokens = new Set(new ProtectedValues(contacts).in(words).map(({token}) => token));
  const found = contacts.filter(({token}) => tokens.has(token));
  const own = found.filter(one => mayReadContact(writer, one));
  return {
    mustStop: own.some(({audience}) => readers.some(id => !audience.includes(id))),
    sighted: found.flatMap(one => (own.includes(one) ? [] : [one.token])),
  };
}
