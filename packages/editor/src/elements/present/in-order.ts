import type {RootName} from '@goldthread/schema';
import type {HouseWords} from '../houses/house-words.ts';

/** Good things first: what people hear first, they hear best (domain 5.2, step 10). */
const ORDER: readonly RootName[] = ['house:good', 'house:worries', 'house:dreams'];

/** What is shown, house by house, in each the newest day first. */
export function inOrder(words: readonly HouseWords[]): readonly HouseWords[] {
  return ORDER.flatMap(root =>
    words.filter(one => one.root === root).toSorted((one, other) => other.date.localeCompare(one.date)),
  );
}
