import {UNDO_MS} from './withholding-ports.ts';

/**
 * By decision, the places in its words that everybody could read before, for as long as it can be undone. Kept nowhere else: a key is
 * made of the words, and whoever has it could try addresses until one fits.
 */
export class StoodOpen {
  readonly #decisions = new Map<string, {readonly until: number; readonly keys: readonly string[]}>();

  remember(id: string, keys: readonly string[], now: number): void {
    for (const [old, {until}] of this.#decisions) if (until <= now) this.#decisions.delete(old);
    this.#decisions.set(id, {until: now + UNDO_MS, keys});
  }

  keysOf(id: string): readonly string[] {
    return this.#decisions.get(id)?.keys ?? [];
  }
}
