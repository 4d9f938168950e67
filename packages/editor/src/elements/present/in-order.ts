import type {HousesSeen, HouseWords} from '../houses/house-words.ts';
import {inTheirOrder} from '../houses/in-their-order.ts';
import {HOUSE_ROOTS} from '../houses/said-item.ts';

/**
 * What is shown, house by house, in each the newest day first. What people hear first, they hear best, so good things come first (domain
 * 5.2, step 10), unless the child wants another house there.
 */
export function inOrder({words, first}: Pick<HousesSeen, 'words' | 'first'>): readonly HouseWords[] {
  return inTheirOrder(HOUSE_ROOTS, first).flatMap(root =>
    words.filter(one => one.root === root).toSorted((one, other) => other.date.localeCompare(one.date)),
  );
}
