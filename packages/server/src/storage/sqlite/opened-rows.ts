/**
 * What sealed rows of one kind say. A row that is as it was isn't opened again: each sealing gives other bytes, so the same bytes
 * say the same, and whoever wrote a row anew, in whatever process, is read anew.
 */
export class OpenedRows<T> {
  readonly #most: number;
  readonly #known = new Map<string, {readonly bytes: Uint8Array; readonly said: T}>();

  constructor(most = 20_000) {
    this.#most = most;
  }

  /** What a row says, opened by `open` unless it was before. Whoever gets it must not change it. */
  read(id: string, bytes: Uint8Array, open: () => T): T {
    const known = this.#known.get(id);
    if (known !== undefined && Buffer.compare(known.bytes, bytes) === 0) return known.said;
    const said = open();
    if (this.#known.size >= this.#most) this.#known.clear();
    this.#known.set(id, {bytes, said});
    return said;
  }
}
