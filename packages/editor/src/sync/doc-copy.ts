import type {RootName} from '@goldthread/schema';
import type {Ticket} from './ticket.ts';

/** A client id of this person, and the clock below which what stands under it is known to be stored. */
export interface OwnCid {
  readonly cid: number;
  readonly storedUpTo: number;
}

/** What a device keeps about one document besides its content. */
export interface CopyFacts {
  readonly epoch: number;
  readonly schemaVersion: number;
  readonly writableRoots: readonly RootName[];
  /** Client ids of this person under which unsent words may stand in the copy. */
  readonly own: readonly OwnCid[];
  /** The copy holds edits that aren't known to be on the server's disk. */
  readonly dirty: boolean;
}

/** One document as a device kept it. */
export interface KeptDoc {
  readonly facts: CopyFacts;
  readonly updates: readonly Uint8Array[];
}

/**
 * The encrypted copy of one document on a person's own device. The session that uses it knows nothing of keys or
 * storage; where nothing may be kept it has none.
 */
export interface DocCopy {
  load(): Promise<KeptDoc | null>;
  /** Keeps an update as it is typed; resolves when it is on disk or, with `isHealthy` false, never will be. */
  append(update: Uint8Array): Promise<void>;
  keepFacts(facts: CopyFacts): void;
  /** Forgets the content and the facts, not the spare ticket. */
  clear(): Promise<void>;
  /** Takes the spare ticket away for good: no second document may ever use its client id. */
  takeSpare(): Promise<Ticket | null>;
  keepSpare(ticket: Ticket): Promise<void>;
  readonly isHealthy: boolean;
}
