import type {HouseWords} from '../houses/house-words.ts';

/** The days on which something was said, oldest first; what has no day is on the day ''. */
export function daysOf(words: readonly HouseWords[]): readonly string[] {
  return [...new Set(words.map(({date}) => date))].toSorted();
}

/** Which two days stand side by side to begin with: the first and the last. */
export function firstAndLast(days: readonly string[]): readonly [then: string, now: string] | null {
  const [then, now] = [days.find(day => day !== '') ?? days[0], days.at(-1)];
  return then === undefined || now === undefined || then === now ? null : [then, now];
}
