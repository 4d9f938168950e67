import {CHILD_TOLD, type ChildTold} from '@goldthread/schema';
import {fieldsOf, oneOf, textOf} from './read.ts';

/** What was written down of telling the child; `null` where nothing was. */
export function readTold(value: unknown): ChildTold | null {
  const {how, on, words} = fieldsOf(value);
  const known = oneOf(CHILD_TOLD, how);
  return known && {how: known, on: textOf(on), words: textOf(words)};
}
