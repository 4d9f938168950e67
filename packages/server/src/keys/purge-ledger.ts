import {appendFileSync, existsSync, readFileSync} from 'node:fs';
import type {CompartmentId} from '@goldthread/schema';

/** A purge, as far as a restore has to know of it: not a word of what was purged. */
export interface PurgeNote {
  /** Which keys it was under, see `KeyRing.name`. */
  readonly keys: string;
  readonly compartmentId: CompartmentId;
  /** The key that the compartment got by the purge. A backup with an older one may hold the purged words. */
  readonly firstKey: number;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
}

/** Where the notes of purges lie: beside the master key, because the data folder is what a restore replaces. */
export function purgeLedgerFile(masterKeyFile: string): string {
  return `${masterKeyFile}.purges`;
}

/** Every purge of a server, one line of JSON each, in a file outside the data folder. */
export class PurgeLedger {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /** On disk when it returns. */
  note(note: PurgeNote): void {
    appendFileSync(this.#file, `${JSON.stringify(note)}\n`, {mode: 0o600, flush: true});
  }

  notes(): PurgeNote[] {
    if (!existsSync(this.#file)) return [];
    const lines = readFileSync(this.#file, 'utf8').split('\n');
    // Only `note` ever wrote here.
    return lines.filter(line => line !== '').map(line => JSON.parse(line) as PurgeNote);
  }
}
