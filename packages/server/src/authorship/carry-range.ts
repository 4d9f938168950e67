/**
 * Says that these ids repeat the wording of others, so that its author stays the first writer. The source is always
 * the first writing, never a repetition of it.
 */
export interface CarryRange {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
  readonly sourceClient: number;
  readonly sourceClock: number;
}

/** One character's id. */
export interface CharacterId {
  readonly client: number;
  readonly clock: number;
}

/** Carry ranges by the ids that they explain. */
export class CarryIndex {
  readonly #ranges = new Map<number, CarryRange[]>();

  add(range: CarryRange): void {
    const ranges = this.#ranges.get(range.client) ?? [];
    this.#ranges.set(range.client, ranges);
    const last = ranges.at(-1);
    ranges.push(range);
    // Clocks grow, so that new ranges come last but for those that are read back in another order.
    if (last !== undefined && last.clock > range.clock) ranges.sort((a, b) => a.clock - b.clock);
  }

  /** Where a character was first written, and how many characters from there on are explained alike. */
  sourceOf({client, clock}: CharacterId): {readonly id: CharacterId; readonly length: number} {
    const ranges = this.#ranges.get(client) ?? [];
    let low = 0;
    let high = ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const range = ranges[middle];
      if (range === undefined) break;
      if (range.clock + range.length <= clock) low = middle + 1;
      else high = middle;
    }
    const found = ranges[low];
    if (found === undefined) return {id: {client, clock}, length: Infinity};
    if (found.clock > clock) return {id: {client, clock}, length: found.clock - clock};
    const into = clock - found.clock;
    return {
      id: {client: found.sourceClient, clock: found.sourceClock + into},
      length: found.length - into,
    };
  }
}
