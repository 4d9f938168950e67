import {SYNC} from '@goldthread/schema/wire';
import type {RootName} from '@goldthread/schema';
import {rootFragments} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import type {CompartmentRecord, SnapshotRow, StoredDocument, UpdateRow} from '../storage/index.ts';
import {buildDoc} from './build-doc.ts';
import {syncPacket, updatePacket, type Packet} from './packet.ts';
import {EMPTY_UPDATE, sizeOf, toTailRow, type TailRow} from './tail-row.ts';
import {BY_SERVER, takesOutItems} from './takes-out-items.ts';
import {covers, decodeStateVector, encodeStateVector, extend} from './state-vector.ts';

const unobserved = (_transaction: Y.Transaction): void => undefined;
const STEP2_EMPTY = syncPacket(SYNC.step2, EMPTY_UPDATE);

/** Bytes of a state vector beyond the server's own: room for thousands of client ids of which the server hasn't heard. */
const STRANGE_BYTES = 64 * 1024;

/**
 * Most neighbours that one update may pass while Yjs puts it in order. People who write in one place at once pass a few
 * hundred; an update made for it passes millions with a few kilobytes.
 */
const MOST_CONFLICTS = 250_000;

/**
 * One document in memory: its committed bytes, framed for readers, and a Yjs document only from the first time that
 * somebody writes. Whoever opens the whole plan is served bytes, because building a Yjs document for each reader is
 * most of what opening a plan costs elsewhere. Holds no connections and writes nothing to storage.
 */
export class LiveDocument {
  readonly compartment: CompartmentRecord;
  /** Whether rows may still hold an item that was taken out since the last snapshot. */
  hasRemains: boolean;
  #roots: readonly RootName[];
  #snapshot: Uint8Array | null;
  #snapshotPacket: Packet | null = null;
  #tail: TailRow[];
  #tailBytes: number;
  #headSeq: number;
  readonly #stateVector: Map<number, number>;
  #step1: Packet | null = null;
  #upToDate: Packet | null = null;
  /** Updates that are in the Yjs document and not yet on disk. */
  #uncommitted: Uint8Array[] = [];
  #doc: Y.Doc | null = null;
  /** Transactions since {@link apply} began. */
  #transactions: Y.Transaction[] = [];
  #newest: Y.Transaction | null = null;
  #observe = unobserved;

  constructor(stored: StoredDocument, roots: readonly RootName[]) {
    this.compartment = stored.compartment;
    this.#roots = roots;
    this.#snapshot = stored.snapshot?.bytes ?? null;
    this.#tail = stored.tail.map(toTailRow);
    this.#tailBytes = sizeOf(this.#tail);
    this.#headSeq = stored.headSeq;
    const known = stored.snapshot === null ? null : decodeStateVector(stored.snapshot.stateVector);
    this.#stateVector = known ?? new Map<number, number>();
    for (const row of stored.tail) extend(this.#stateVector, row.inserted);
    this.hasRemains = stored.tail.some(({kind, deleted}) => kind === 'import' && deleted.length > 0);
  }

  /** Number of the newest row on disk. */
  get headSeq(): number {
    return this.#headSeq;
  }

  /** Rows on disk that no snapshot holds. */
  get tailRows(): number {
    return this.#tail.length;
  }

  /** Bytes of the whole document as it would be sent. */
  get bytes(): number {
    return (this.#snapshot?.length ?? 0) + this.#tailBytes;
  }

  get isLive(): boolean {
    return this.#doc !== null;
  }

  /** Takes over the roots that the document has by now. */
  know(roots: readonly RootName[]): void {
    this.#roots = roots;
    if (this.isLive) rootFragments(this.doc, roots);
  }

  /** What is on disk, as Yjs counts it. */
  get stateVector(): ReadonlyMap<number, number> {
    return this.#stateVector;
  }

  /** The Yjs document, built on first use; what it holds beyond disk is what was applied since the last commit. */
  get doc(): Y.Doc {
    return (this.#doc ??= this.#build());
  }

  /** The framed sync step 1 that asks a client for what the server lacks. */
  get step1(): Packet {
    return (this.#step1 ??= syncPacket(SYNC.step1, encodeStateVector(this.#stateVector)));
  }

  /** The whole document: snapshot and rows as updates, then the end of the sync as an empty step 2; no words taken out. */
  fullSync(): Packet[] {
    if (this.hasRemains) return [syncPacket(SYNC.step2, Y.encodeStateAsUpdate(this.doc))];
    if (this.#snapshot === null) return [...this.#tail.map(row => row.packet), STEP2_EMPTY];
    if (this.#tail.length === 0) return [(this.#snapshotPacket ??= syncPacket(SYNC.step2, this.#snapshot))];
    return [updatePacket(this.#snapshot), ...this.#tail.map(row => row.packet), STEP2_EMPTY];
  }

  /**
   * What answers a client's state vector: `whole` is left to {@link fullSync}, `null` means that the bytes are no
   * state vector. To be asked only when nothing is uncommitted.
   */
  answer(stateVector: Uint8Array): Packet | 'whole' | null {
    const theirs =
      stateVector.length > this.step1.length + STRANGE_BYTES ? null : decodeStateVector(stateVector);
    if (theirs === null) return null;
    if (theirs.size === 0) return 'whole';
    if (covers(theirs, this.#stateVector)) return (this.#upToDate ??= this.#answerFrom(this.#stateVector));
    return this.#answerFrom(theirs);
  }

  /**
   * Applies an update and gives the transactions that it took; more than one where Yjs tidied up after it. `observe`
   * is called with the first while what it deleted can still be read. Throws where Yjs does, which leaves the document
   * half changed.
   */
  apply(update: Uint8Array, observe: typeof unobserved): readonly Y.Transaction[] {
    const doc = this.doc;
    this.#transactions = [];
    this.#observe = observe;
    Y.applyUpdate(doc, update);
    return this.#transactions;
  }

  /** Whether the newest transaction was given up because its update conflicts with too much. */
  get gaveUp(): boolean {
    return this.#newest !== null && this.#newest.conflictsLeft < 0;
  }

  /** The roots below which these transactions changed something. */
  changedRoots(transactions: readonly Y.Transaction[]): RootName[] {
    return transactions.flatMap(({doc, changedParentTypes}) => {
      const changed: ReadonlySet<unknown> = new Set(changedParentTypes.keys());
      return this.#roots.filter(root => changed.has(doc.share.get(root)));
    });
  }

  /** Lets the server itself write; gives the updates that came of it. `observe` is called as by {@link apply}. */
  write(clientId: number, change: (doc: Y.Doc) => void, observe = unobserved): Uint8Array[] {
    const doc = this.doc;
    const updates: Uint8Array[] = [];
    const note = (update: Uint8Array): void => void updates.push(update);
    this.#transactions = [];
    this.#observe = observe;
    doc.clientID = clientId;
    doc.on('update', note);
    try {
      doc.transact(() => {
        change(doc);
      }, BY_SERVER);
    } finally {
      doc.off('update', note);
      doc.clientID = 0;
    }
    return updates;
  }

  /** Notes that an applied update passed every check and waits for the commit. */
  accept(update: Uint8Array): void {
    this.#uncommitted.push(update);
  }

  /** Remembers what is accepted now; the function that it gives takes back whatever was accepted since. */
  mark(): () => void {
    const accepted = this.#uncommitted;
    const {length} = accepted;
    return () => {
      accepted.length = length;
      this.reload();
    };
  }

  /** Throws the Yjs document away; the next use builds it from what was accepted. */
  reload(): void {
    this.#doc?.destroy();
    this.#doc = null;
    this.#newest = null;
  }

  /** Notes that rows are on disk; gives their packets, in order. */
  committed(rows: readonly UpdateRow[]): Packet[] {
    this.#uncommitted = [];
    this.#step1 = null;
    this.#upToDate = null;
    const packets: Packet[] = [];
    for (const row of rows) {
      const tailRow = toTailRow(row);
      this.#tail.push(tailRow);
      this.#tailBytes += tailRow.size;
      this.#headSeq = row.seq;
      extend(this.#stateVector, row.inserted);
      packets.push(tailRow.packet);
    }
    return packets;
  }

  /** The whole document as one garbage-collected update, or `null` where part of it would not apply. */
  snapshot(): SnapshotRow | null {
    const doc = this.doc;
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return null;
    return {
      upToSeq: this.#headSeq,
      epoch: this.compartment.epoch,
      stateVector: Y.encodeStateVector(doc),
      bytes: Y.encodeStateAsUpdate(doc),
    };
  }

  /** Notes that a snapshot is on disk and stands for the rows up to it. */
  compacted(snapshot: SnapshotRow): void {
    const kept = this.#headSeq - snapshot.upToSeq;
    this.#tail = kept === 0 ? [] : this.#tail.slice(-kept);
    this.#tailBytes = sizeOf(this.#tail);
    this.#snapshot = snapshot.bytes;
    this.#snapshotPacket = null;
    this.hasRemains = this.hasRemains && kept > 0;
  }

  #build(): Y.Doc {
    const tail = this.#tail.map(row => row.packet.subarray(-row.size));
    const snapshot = this.#snapshot === null ? [] : [this.#snapshot];
    const doc = buildDoc(this.#roots, [...snapshot, ...tail, ...this.#uncommitted]);
    doc.on('beforeTransaction', transaction => {
      transaction.conflictsLeft = MOST_CONFLICTS;
      this.#newest = transaction;
    });
    doc.on('afterTransaction', transaction => {
      if (this.#transactions.push(transaction) === 1) this.#observe(transaction);
      this.hasRemains ||= takesOutItems(transaction);
    });
    return doc;
  }

  #answerFrom(vector: ReadonlyMap<number, number>): Packet {
    return syncPacket(SYNC.step2, Y.encodeStateAsUpdate(this.doc, encodeStateVector(vector)));
  }
}
