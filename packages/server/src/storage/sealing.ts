import type {CompartmentId} from '@goldthread/schema';

/** What sealed bytes are, so that those of one kind can never be put in the place of another. */
export type SealedKind =
  | 'update'
  | 'snapshot'
  | 'facts'
  | 'person'
  | 'withholding'
  | 'position'
  | 'scale'
  | 'choice'
  | 'help'
  | 'houseSession'
  | 'comment'
  | 'proposal'
  | 'attachment'
  | 'recording'
  | 'disagreement'
  | 'disagreementFile'
  | 'disagreementFileBytes'
  | 'trace'
  | 'contact'
  | 'copy'
  | 'purge'
  | 'glass'
  | 'audit';

/** Where words pass on their way to disk and back, so that they are kept under keys per compartment. */
export interface Sealing {
  /** Says which keys these are; empty where nothing is sealed. */
  readonly name: string;
  /** Makes the keys of new compartments, all at once. A key that is missing when it is needed is made then. */
  prepare(ids: readonly CompartmentId[]): void;
  /** `bound` is kept elsewhere: what is sealed beside it opens only beside the same bytes. To be called in a transaction. */
  seal(id: CompartmentId, kind: SealedKind, bytes: Uint8Array, bound?: Uint8Array): Uint8Array;
  /** Throws a {@link SealError} where that can't be done. */
  open(id: CompartmentId, kind: SealedKind, bytes: Uint8Array, bound?: Uint8Array): Uint8Array;
  /** Makes a new key for what is sealed from now on. What was sealed before still opens. Not for the audit. */
  renew(id: CompartmentId): void;
  /**
   * Destroys every older key of a compartment: what is still sealed under one never opens again, in no copy of the database.
   * With `purgedAt` it is noted outside the data folder that no backup from before then may be restored.
   */
  retire(id: CompartmentId, purgedAt?: number): void;
  /** Compartments whose key was renewed and whose older keys are still there. */
  unfinished(): readonly CompartmentId[];
  /** To be called when another process may have renewed keys. */
  refresh(): void;
  /** Copies the keys to a folder, with every key under which something lies that `alsoCopy` copies. */
  copyTo(folder: string, alsoCopy: () => Promise<void>): Promise<void>;
  close(): void;
}

/** Something sealed, as it is stored. */
export interface SealedRow {
  readonly kind: SealedKind;
  /** Which row it is, by ids and numbers alone. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly bound?: Uint8Array;
  /** Stores other bytes in their place; absent where the row can't be written by itself. To be called in a transaction. */
  readonly put?: (bytes: Uint8Array) => void;
}

/** Tables with something sealed in them. */
export interface SealedTable {
  /** Everything of a compartment that is sealed here. */
  sealedRows(id: CompartmentId): Iterable<SealedRow>;
  /** Seals anew what can't be put row by row. To be called in a transaction. */
  reseal?(id: CompartmentId, from: Sealing, to: Sealing): void;
}

/** Why sealed bytes don't open: no seal on them, their key destroyed, or the bytes or their place not what was sealed. */
export type SealErrorCode = 'NOT_SEALED' | 'KEY_GONE' | 'CHANGED';

/** Bytes that don't open. Names their compartment, never what they are. */
export class SealError extends Error {
  readonly code: SealErrorCode;

  constructor(code: SealErrorCode, id: CompartmentId) {
    super(`${code}: ${id}`);
    this.name = 'SealError';
    this.code = code;
  }
}

const nothing = (): void => undefined;

/** Keeps bytes as they are. */
export const unsealed: Sealing = {
  name: '',
  prepare: nothing,
  seal: (_id, _kind, bytes) => bytes,
  open: (_id, _kind, bytes) => bytes,
  renew: nothing,
  retire: nothing,
  unfinished: () => [],
  refresh: nothing,
  copyTo: (_folder, alsoCopy) => alsoCopy(),
  close: nothing,
};
