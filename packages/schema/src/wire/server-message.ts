import type {RootName} from '../plan/root.ts';

/** Kinds of records that a reader fetches over HTTP when told that something in them changed. */
export const RECORD_KINDS = [
  'positions',
  'proposals',
  'comments',
  'ratings',
  'people',
  'sessions',
  'withholdings',
  'contacts',
  'breakGlass',
  'help',
  'disagreements',
  'traces',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Why a document starts anew: its copies on the device, its undo history and the open document are dropped. */
export const RESET_REASONS = ['purge', 'migrate', 'revoked', 'restore'] as const;
export type ResetReason = (typeof RESET_REASONS)[number];

/** First frame of every connection. */
export interface HelloMessage {
  readonly kind: 'hello';
  /** Which lineage of the document this is. */
  readonly epoch: number;
  readonly schemaVersion: number;
  readonly writableRoots: readonly RootName[];
}

/** The first `upTo` sync step 2 and update frames of this connection are on disk. */
export interface DurableMessage {
  readonly kind: 'durable';
  readonly upTo: number;
}

/** Frame number `frame` (the first is 1) was refused; the connection closes with 4409. */
export interface RefusedMessage {
  readonly kind: 'refused';
  readonly frame: number;
  /** A key of `REFUSALS`; a newer server may know more. */
  readonly code: string;
  /** One sentence for the person. */
  readonly message: string;
}

/** The document starts anew; the connection closes with 4410. */
export interface ResetMessage {
  readonly kind: 'reset';
  /** One of {@link RESET_REASONS}; a newer server may know more. */
  readonly reason: string;
}

/** What the server's document holds at a point: a client at the same point with another hash has diverged. */
export interface CheckMessage {
  readonly kind: 'check';
  /** Base64 of an encoded Yjs state vector. */
  readonly stateVector: string;
  /** 16 hexadecimal digits for each root. */
  readonly hashes: Readonly<Partial<Record<RootName, string>>>;
}

/** What may be written has changed; the connection stays. */
export interface RightsMessage {
  readonly kind: 'rights';
  readonly writableRoots: readonly RootName[];
}

/** Nobody may write for a while, as at sign-off; nothing is lost. */
export interface FreezeMessage {
  readonly kind: 'freeze';
  readonly on: boolean;
  /** One sentence for the person, empty when the freeze ends. */
  readonly reason: string;
}

/** Something that this reader may see has changed: fetch these kinds. */
export interface RecordsMessage {
  readonly kind: 'records';
  readonly kinds: readonly RecordKind[];
}

export type ServerMessage =
  | HelloMessage
  | DurableMessage
  | RefusedMessage
  | ResetMessage
  | CheckMessage
  | RightsMessage
  | FreezeMessage
  | RecordsMessage;
