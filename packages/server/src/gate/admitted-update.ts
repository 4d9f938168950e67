import type {Brand, RootName} from '@goldthread/schema';

/** A run of consecutive Yjs ids of one client. */
export interface IdRange {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

/** An item that an update brings into the document: a new one, or one that its owner restores by undo or moves. */
export interface NewItem {
  readonly id: string;
  readonly type: string;
  readonly root: RootName;
  /** The root beside which a withheld item stands, if it says one. */
  readonly beside?: RootName;
}

interface AdmittedFields {
  /** Canonical Yjs update (version 1): exactly the new structs and the deletes that take effect. */
  readonly bytes: Uint8Array;
  /** Ids that become part of the document by this update. */
  readonly inserted: readonly IdRange[];
  /** Ids that this update is the first to delete, so that its sender is the author of the deletion. */
  readonly deleted: readonly IdRange[];
  /** True where the document already had everything; nothing has to be applied, stored or sent on. */
  readonly noop: boolean;
  /** Deletes of format markers that a reader's Yjs made by itself and that were left out. */
  readonly droppedFormatDeletes: number;
  readonly newItems: readonly NewItem[];
}

/**
 * An update that passed the gate. Only `admit` makes one, and storage and the sync server take nothing else, so
 * that bytes from a client can't be applied, stored or relayed by mistake.
 */
export type AdmittedUpdate = Brand<AdmittedFields, 'AdmittedUpdate'>;

/** The fields of an {@link AdmittedUpdate} before the gate signs them off. */
export type AdmittedDraft = AdmittedFields;
