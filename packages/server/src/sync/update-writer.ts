import type * as Y from 'yjs';
import {admit, checkAfter, itemsChangedBy, type AdmittedUpdate, type Refusal} from '../gate/index.ts';
import type {Wording} from '../authorship/index.ts';
import type {Clock} from '../ports/index.ts';
import type {CarryRange, ItemRecord, UpdateKind, UpdateRow} from '../storage/index.ts';
import type {Connection} from './connection.ts';
import type {CopyPlace} from './copy-watch.ts';
import {deletedBy, deletedRanges, encodeDeletes, insertedBy} from './id-ranges.ts';
import {newItemRecords} from './new-items.ts';
import type {Room} from './room.ts';
import type {Acceptance, OwnChange, SyncPorts, Watcher} from './sync-server.ts';
import type {Watched} from './write-watch.ts';

/** What became of an update: in the room's pending rows, nothing new in it, or refused. */
export type Outcome = 'pending' | 'nothing new' | Refusal;

/** Takes updates past the gate into a room's document and its rows for the next commit. */
export class UpdateWriter {
  readonly #clock: Clock;
  readonly #watcher: Watcher;

  constructor({clock, watcher}: Pick<SyncPorts, 'clock' | 'watcher'>) {
    this.#clock = clock;
    this.#watcher = watcher;
  }

  /** An update from a client. On a refusal the document is as it was before. */
  receive(connection: Connection, bytes: Uint8Array): Outcome {
    const {room} = connection;
    const admitted = admit(room.document.doc, bytes, connection.policy);
    if (!admitted.ok) return admitted.error;
    const update = admitted.value;
    if (update.noop) return 'nothing new';
    const seen: Seen = {carry: [], watched: null, isCopy: false, items: new Map()};
    const transactions = this.#apply(connection, update, seen);
    const {carry, watched} = seen;
    const wrong = transactions === null ? notApplied(room) : checkAfter(room.document.doc, transactions);
    const stop = watched?.stop ?? null;
    const refused = wrong ?? (stop === null ? (seen.isCopy ? COPIED : null) : PROTECTED);
    if (refused !== null || transactions === null) {
      room.document.reload();
      room.resetCarry();
      if (wrong === null && stop !== null && stop.ranges.length > 0) this.#watcher.typed(stop);
      return refused ?? MALFORMED;
    }
    if (carry.length > 0) room.addCarry(carry);
    for (const sighted of watched?.sighted ?? []) this.#watcher.sighted(sighted);
    for (const [item, id] of seen.items) room.plan.copies.note(room.compartment.id, id, item);
    this.#note(connection, update, transactions);
    return 'pending';
  }

  /**
   * A change by the server itself, told to everybody. Throws where it may not be. `moved` is what the other changes of the same commit took
   * out of their documents; null for a change that comes alone. Gives whose words came along, to be noted once all is written.
   */
  write(
    room: Room,
    clientId: number,
    {items, write, accepts}: OwnChange,
    moved: Wording[] | null,
  ): readonly CarryRange[] {
    accepts?.demandRights(room.plan);
    let isWrong = false;
    const along: CarryRange[] = [];
    const observe = (transaction: Y.Transaction): void => {
      if (moved !== null) {
        along.push(...room.carry.repeatsOf(transaction, moved));
        moved.push(...room.carry.firstWritings(transaction));
      }
      if (accepts === undefined) return;
      isWrong = checkAfter(transaction.doc, [transaction]) !== null;
      if (!isWrong) credit(room, transaction, accepts);
    };
    const kind = accepts === undefined ? 'import' : 'accept';
    const author = accepts === undefined ? SERVER : authorOf(accepts.seat);
    const updates = room.document.write(clientId, write, observe);
    if (isWrong) throw new Error('The words do not fit there.');
    for (const bytes of updates) {
      this.#addRow(room, null, author, kind, bytes, insertedBy(bytes), deletedBy(bytes));
    }
    this.#addItems(room, items);
    if (room.compartment.kind === 'withheld') room.plan.copies.read(room.compartment.id, room.document.doc);
    return along;
  }

  /** `null` if Yjs failed. */
  #apply(connection: Connection, update: AdmittedUpdate, seen: Seen): readonly Y.Transaction[] | null {
    const {room, participantId} = connection;
    try {
      return room.document.apply(update.bytes, transaction => {
        seen.carry.push(...room.carry.observe(transaction, participantId));
        seen.watched = room.plan.watch.look(connection, transaction);
        seen.isCopy = room.plan.copies.isCopy(copyPlaceOf(connection), transaction);
        if (room.compartment.kind === 'withheld') seen.items = itemsChangedBy(transaction);
      });
    } catch {
      return null;
    }
  }

  #note(connection: Connection, update: AdmittedUpdate, transactions: readonly Y.Transaction[]): void {
    const {room} = connection;
    const [first, ...cleanups] = transactions;
    const deleted = first === undefined ? update.deleted : deletedRanges(first);
    this.#addRow(room, connection, connection, 'edit', update.bytes, update.inserted, deleted);
    this.#noteWriting(connection);
    // Yjs tidies up format markers after an update. The author has to hear of that like everybody else.
    for (const cleanup of cleanups) {
      const ranges = deletedRanges(cleanup);
      if (ranges.length > 0) this.#addRow(room, null, SERVER, 'cleanup', encodeDeletes(ranges), [], ranges);
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
    knows: Connection | null,
    {participantId, sessionId}: Author,
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
      participantId,
      sessionId,
      kind,
      inserted,
      deleted,
      bytes,
    };
    room.pending.push({row, author: knows});
  }
}

/** Who an update is by; the server itself is nobody. */
type Author = Pick<UpdateRow, 'participantId' | 'sessionId'>;
const SERVER: Author = {participantId: null, sessionId: null};

function authorOf({participantId, session}: Acceptance['seat']): Author {
  return {participantId, sessionId: session.id};
}

/** Notes whose words somebody accepted. */
function credit(room: Room, transaction: Y.Transaction, {writer}: Acceptance): void {
  const client = [...room.bindings].find(([, person]) => person === writer)?.[0];
  const carry = client === undefined ? [] : room.carry.credit(transaction, client);
  if (carry.length > 0) room.addCarry(carry);
}

/** What is seen of an update while Yjs still has what it deleted. */
interface Seen {
  readonly carry: CarryRange[];
  watched: Watched | null;
  /** Whether it brings words from a withheld document to where more people read. */
  isCopy: boolean;
  /** The items of a withheld document in which it changed something, with their ids: one that goes forgets its own. */
  items: ReadonlyMap<Y.XmlElement, string | null>;
}

const COPIED: Refusal = {code: 'COPIED'};
const PROTECTED: Refusal = {code: 'PROTECTED'};
const MALFORMED: Refusal = {code: 'MALFORMED'};
const TOO_BIG: Refusal = {code: 'TOO_BIG'};

/** Why Yjs threw instead of applying an update. */
function notApplied({document}: Room): Refusal {
  return document.gaveUp ? TOO_BIG : MALFORMED;
}

function copyPlaceOf({room, rights, participantId, session}: Connection): CopyPlace {
  return {plan: room.plan, rights, participantId, session};
}
