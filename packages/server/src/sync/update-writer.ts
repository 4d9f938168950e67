import type * as Y from 'yjs';
import {admit, checkAfter, type AdmittedUpdate, type Refusal} from '../gate/index.ts';
import type {Clock} from '../ports/index.ts';
import type {CarryRange, ItemRecord, UpdateKind, UpdateRow} from '../storage/index.ts';
import type {Connection} from './connection.ts';
import {deletedBy, deletedRanges, encodeDeletes, insertedBy} from './id-ranges.ts';
import {newItemRecords} from './new-items.ts';
import type {Room} from './room.ts';

/** What became of an update: in the room's pending rows, nothing new in it, or refused. */
export type Outcome = 'pending' | 'nothing new' | Refusal;

/** Takes updates past the gate into a room's document and its rows for the next commit. */
export class UpdateWriter {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** An update from a client. On a refusal the document is as it was before. */
  receive(connection: Connection, bytes: Uint8Array): Outcome {
    const {room} = connection;
    const admitted = admit(room.document.doc, bytes, connection.policy);
    if (!admitted.ok) return admitted.error;
    const update = admitted.value;
    if (update.noop) return 'nothing new';
    const carry: CarryRange[] = [];
    const transactions = this.#apply(connection, update, carry);
    const refusal = transactions === null ? notApplied(room) : checkAfter(room.document.doc, transactions);
    if (refusal !== null || transactions === null) {
      room.document.reload();
      room.resetCarry();
      return refusal ?? MALFORMED;
    }
    if (carry.length > 0) room.addCarry(carry);
    this.#note(connection, update, transactions);
    return 'pending';
  }

  /** A change by the server itself, told to everybody. */
  write(room: Room, clientId: number, items: readonly ItemRecord[], change: (doc: Y.Doc) => void): void {
    for (const bytes of room.document.write(clientId, change)) {
      this.#addRow(room, null, 'import', bytes, insertedBy(bytes), deletedBy(bytes));
    }
    this.#addItems(room, items);
  }

  /** `null` if Yjs failed. */
  #apply(
    {room, participantId}: Connection,
    update: AdmittedUpdate,
    carry: CarryRange[],
  ): readonly Y.Transaction[] | null {
    try {
      return room.document.apply(update.bytes, transaction => {
        carry.push(...room.carry.observe(transaction, participantId));
      });
    } catch {
      return null;
    }
  }

  #note(connection: Connection, update: AdmittedUpdate, transactions: readonly Y.Transaction[]): void {
    const {room} = connection;
    const [first, ...cleanups] = transactions;
    const deleted = first === undefined ? update.deleted : deletedRanges(first);
    this.#addRow(room, connection, 'edit', update.bytes, update.inserted, deleted);
    this.#noteWriting(connection);
    // Yjs tidies up format markers after an update. The author has to hear of that like everybody else.
    for (const cleanup of cleanups) {
      const ranges = deletedRanges(cleanup);
      if (ranges.length > 0) this.#addRow(room, null, 'cleanup', encodeDeletes(ranges), [], ranges);
    }
    for (const root of room.document.changedRoots(transactions)) room.unchecked.add(root);
    if (update.newItems.length > 0) {
      this.#addItems(room, newItemRecords(connection, update.newItems, this.#clock.now()));
    }
  }

  /** Noted in the commit of the first update; storage leaves it out where the session wrote here before. */
  #noteWriting(connection: Connection): void {
    if (connection.hasWritten) return;
    connection.hasWritten = true;
    const {room, participantId, sessionId} = connection;
    const append = {
      planId: room.plan.id,
      at: this.#clock.now(),
      actor: participantId,
      sessionId,
      action: 'wrote',
      compartmentId: room.compartment.id,
      itemIds: [],
      subject: null,
      detail: {part: room.compartment.kind},
    } as const;
    room.pendingRecords.push({kind: 'audit', append, once: true});
  }

  #addItems(room: Room, items: readonly ItemRecord[]): void {
    room.plan.learn(items);
    room.pendingItems.push(...items);
  }

  #addRow(
    room: Room,
    author: Connection | null,
    kind: UpdateKind,
    bytes: Uint8Array,
    inserted: UpdateRow['inserted'],
    deleted: UpdateRow['deleted'],
  ): void {
    room.document.accept(bytes);
    room.editedAt = this.#clock.now();
    const row: UpdateRow = {
      seq: room.nextSeq,
      epoch: room.compartment.epoch,
      at: room.editedAt,
      participantId: author?.participantId ?? null,
      sessionId: author?.sessionId ?? null,
      kind,
      inserted,
      deleted,
      bytes,
    };
    room.pending.push({row, author});
  }
}

const MALFORMED: Refusal = {code: 'MALFORMED'};
const TOO_BIG: Refusal = {code: 'TOO_BIG'};

/** Why Yjs threw instead of applying an update. */
function notApplied({document}: Room): Refusal {
  return document.gaveUp ? TOO_BIG : MALFORMED;
}
