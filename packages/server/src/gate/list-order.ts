import * as Y from 'yjs';
import {stepsTo} from './reachable.ts';
import {parentTypeOf, storedStruct, type AnyType} from './struct-store.ts';

/** How far a neighbour is looked for one by one; most stand next to each other. */
const NEAR = 32;

/**
 * Which items of a document's lists stand before which. A list is counted through once, however many of its items are asked
 * about, because somebody who typed for long without a connection names one far neighbour thousands of times. Holds as
 * long as the document isn't changed.
 */
export class ListOrder {
  readonly #doc: Y.Doc;
  readonly #ranks = new Map<AnyType, ReadonlyMap<Y.Item, number>>();

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** Whether what an id names stands in the list of `item` and to the right of it. */
  isBefore(item: Y.Item, id: Y.ID): boolean {
    if (stepsTo(item.right, id, NEAR) !== null) return true;
    const other = storedStruct(this.#doc, id);
    if (!(other instanceof Y.Item) || other.parent !== item.parent) return false;
    const ranks = this.#ranksOf(parentTypeOf(item));
    const rank = ranks.get(other);
    return rank !== undefined && rank > (ranks.get(item) ?? rank);
  }

  #ranksOf(list: AnyType): ReadonlyMap<Y.Item, number> {
    const known = this.#ranks.get(list);
    if (known !== undefined) return known;
    const ranks = new Map<Y.Item, number>();
    for (let item = list._start; item !== null; item = item.right) ranks.set(item, ranks.size);
    this.#ranks.set(list, ranks);
    return ranks;
  }
}
