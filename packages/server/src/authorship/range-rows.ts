import type {IdRange} from '../gate/index.ts';

interface Stretch {
  readonly clock: number;
  readonly end: number;
  readonly row: number;
}

/**
 * Which of many rows name an id, found without going through all of them: a plan of many years has fifty thousand, and an item a
 * thousand passages. No id is named by two rows.
 */
export class RangeRows {
  readonly #clients: ReadonlyMap<number, readonly Stretch[]>;

  constructor(rows: readonly (readonly IdRange[])[]) {
    const all = rows.flatMap((ranges, row) =>
      ranges.map(({client, clock, length}) => ({client, clock, end: clock + length, row})),
    );
    const byClient = Map.groupBy(all, one => one.client);
    for (const stretches of byClient.values()) stretches.sort((one, other) => one.clock - other.clock);
    this.#clients = byClient;
  }

  /** The last row that names any of these ids; -1 where none does. */
  lastOf(ranges: readonly IdRange[]): number {
    let last = -1;
    for (const {client, clock, length} of ranges) {
      const stretches = this.#clients.get(client) ?? [];
      for (let at = firstPast(stretches, clock); at < stretches.length; at++) {
        const one = stretches[at];
        if (one === undefined || one.clock >= clock + length) break;
        last = Math.max(last, one.row);
      }
    }
    return last;
  }

  /** Whether any row names any of these ids. */
  names(ranges: readonly IdRange[]): boolean {
    return this.lastOf(ranges) !== -1;
  }
}

/** Where the first stretch is that ends after a clock. */
function firstPast(stretches: readonly Stretch[], clock: number): number {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.end ?? 0) > clock) high = middle;
    else low = middle + 1;
  }
  return low;
}
