import type {DatabaseSync} from 'node:sqlite';
import type {CompartmentId, ParticipantId, PlanId, SessionId} from '@goldthread/schema';
import {
  StorageError,
  type DocumentAppend,
  type InitialDocument,
  type StoredDocument,
} from '../plan-storage.ts';
import type {CarryRange, ItemRecord, RefusalRow, SnapshotRow, UpdateRow} from '../records.ts';
import type {Sealing} from '../sealing.ts';
import {readItem, readLogRow, UPDATE_KINDS} from './document-rows.ts';
import {encodeRanges} from './id-ranges.ts';
import type {Leases} from './leases.ts';
import {readCompartment} from './plan-tables.ts';
import {blob, integer, oneRow, text, type Row} from './row.ts';
import type {Transaction} from './transaction.ts';

const LOG = `SELECT update_log.*, participant_id, session_id
  FROM update_log LEFT JOIN author ON author.id = update_log.author`;

/** The append-only log of every document, its snapshots, items, carry ranges and refusals. */
export class DocumentTables {
  readonly #transaction: Transaction;
  readonly #leases: Leases;
  readonly #sealing: Sealing;
  readonly #sql;
  /** Short keys of documents and authors, so that a commit looks up nothing it looked up before. */
  readonly #docs = new Map<CompartmentId, number>();
  readonly #authors = new Map<string, number>();
  /** Newest row of each document that was written to lately. */
  readonly #heads = new Map<number, number>();

  constructor(db: DatabaseSync, transaction: Transaction, leases: Leases, sealing: Sealing) {
    this.#transaction = transaction;
    this.#leases = leases;
    this.#sealing = sealing;
    this.#sql = prepare(db);
  }

  commit(batch: readonly DocumentAppend[]): void {
    try {
      this.#transaction.run(() => {
        if (this.#leases.refresh()) this.#heads.clear();
        for (const append of batch) this.#append(append);
      });
    } catch (error) {
      this.forget();
      throw error;
    }
  }

  /** Stores the wording that a document is born with. To be called inside the transaction that makes the document. */
  insertInitial(initial: InitialDocument): void {
    const doc = this.#doc(initial.compartmentId);
    this.#appendUpdate(doc, initial.compartmentId, initial.update);
    for (const item of initial.items) this.#appendItem(doc, item);
  }

  /** Forgets what was remembered about rows that a failed transaction took back. */
  forget(): void {
    this.#docs.clear();
    this.#authors.clear();
    this.#heads.clear();
  }

  load(id: CompartmentId): StoredDocument | null {
    const row = this.#sql.compartment.get(id);
    if (row === undefined) return null;
    const doc = integer(row, 'doc');
    const snapshot = oneRow(this.#sql.snapshot.get(doc), found => this.#readSnapshot(id, found));
    const tail = this.#sql.tail.all(doc, snapshot?.upToSeq ?? 0).map(found => this.#readUpdate(id, found));
    const headSeq = tail.at(-1)?.seq ?? snapshot?.upToSeq ?? 0;
    return {compartment: readCompartment(row), snapshot, tail, headSeq};
  }

  saveSnapshot(planId: PlanId, token: number, id: CompartmentId, snapshot: SnapshotRow): void {
    this.#transaction.run(() => {
      this.#leases.refresh();
      this.#leases.check(planId, token);
      const doc = this.#doc(id);
      this.#sql.saveSnapshot.run(
        doc,
        snapshot.upToSeq,
        snapshot.epoch,
        snapshot.stateVector,
        this.#sealing.seal(id, snapshot.bytes),
      );
      this.#sql.dropBytes.run(doc, snapshot.upToSeq);
    });
  }

  updateLog(id: CompartmentId, afterSeq: number, limit: number): UpdateRow[] {
    return this.#sql.log.all(this.#doc(id), afterSeq, limit).map(row => ({...readLogRow(row), bytes: null}));
  }

  carry(id: CompartmentId): CarryRange[] {
    return this.#sql.carry.all(this.#doc(id)).map(row => ({
      client: integer(row, 'client'),
      clock: integer(row, 'clock'),
      length: integer(row, 'length'),
      sourceClient: integer(row, 'source_client'),
      sourceClock: integer(row, 'source_clock'),
    }));
  }

  refusals(id: CompartmentId): RefusalRow[] {
    return this.#sql.refusals.all(this.#doc(id)).map(row => ({
      at: integer(row, 'at'),
      participantId: text(row, 'participant_id'),
      sessionId: text(row, 'session_id'),
      cid: integer(row, 'cid'),
      code: text(row, 'code'),
    }));
  }

  items(planId: PlanId): ItemRecord[] {
    return this.#sql.items.all(planId).map(readItem);
  }

  markReadBack(id: CompartmentId, itemIds: readonly string[]): void {
    this.#transaction.run(() => {
      for (const itemId of itemIds) this.#sql.readBack.run(itemId, this.#doc(id));
    });
  }

  #append(append: DocumentAppend): void {
    this.#leases.check(append.planId, append.token);
    const doc = this.#doc(append.compartmentId);
    for (const row of append.updates) this.#appendUpdate(doc, append.compartmentId, row);
    for (const item of append.items) this.#appendItem(doc, item);
    for (const range of append.carry) {
      this.#sql.appendCarry.run(
        doc,
        range.client,
        range.clock,
        range.length,
        range.sourceClient,
        range.sourceClock,
      );
    }
    for (const row of append.refusals) {
      this.#sql.appendRefusal.run(doc, row.at, row.participantId, row.sessionId, row.cid, row.code);
    }
  }

  #head(doc: number): number {
    const known = this.#heads.get(doc);
    if (known !== undefined) return known;
    if (this.#heads.size > 10_000) this.#heads.clear();
    return Number(this.#sql.head.get(doc)?.['head'] ?? 0);
  }

  #appendUpdate(doc: number, id: CompartmentId, row: UpdateRow): void {
    if (row.seq !== this.#head(doc) + 1) throw new StorageError('SEQUENCE', id);
    this.#sql.appendUpdate.run(
      doc,
      row.seq,
      row.epoch,
      row.at,
      this.#author(row.participantId, row.sessionId),
      UPDATE_KINDS.indexOf(row.kind),
      encodeRanges(row.inserted),
      encodeRanges(row.deleted),
      row.bytes === null ? null : this.#sealing.seal(id, row.bytes),
    );
    this.#heads.set(doc, row.seq);
  }

  #appendItem(doc: number, item: ItemRecord): void {
    this.#sql.appendItem.run(
      item.id,
      item.planId,
      doc,
      item.root,
      item.type,
      item.owner,
      item.typedBy,
      item.sessionId,
      item.verbatim ? 1 : 0,
      item.readBack ? 1 : 0,
      item.createdAt,
    );
  }

  #doc(id: CompartmentId): number {
    const known = this.#docs.get(id);
    if (known !== undefined) return known;
    const row = this.#sql.compartment.get(id);
    if (row === undefined) throw new StorageError('NOT_FOUND', id);
    if (this.#docs.size > 10_000) this.#docs.clear();
    const doc = integer(row, 'doc');
    this.#docs.set(id, doc);
    return doc;
  }

  #author(participantId: ParticipantId | null, sessionId: SessionId | null): number | null {
    if (participantId === null) return null;
    const key = `${participantId} ${sessionId ?? ''}`;
    const known = this.#authors.get(key);
    if (known !== undefined) return known;
    this.#sql.addAuthor.run(participantId, sessionId ?? '');
    const author = Number(this.#sql.author.get(participantId, sessionId ?? '')?.['id']);
    if (this.#authors.size > 20_000) this.#authors.clear();
    this.#authors.set(key, author);
    return author;
  }

  #readSnapshot(id: CompartmentId, row: Row): SnapshotRow {
    return {
      upToSeq: integer(row, 'up_to_seq'),
      epoch: integer(row, 'epoch'),
      stateVector: blob(row, 'state_vector'),
      bytes: this.#sealing.open(id, blob(row, 'bytes')),
    };
  }

  #readUpdate(id: CompartmentId, row: Row): UpdateRow {
    return {...readLogRow(row), bytes: this.#sealing.open(id, blob(row, 'bytes'))};
  }
}

function prepare(db: DatabaseSync) {
  return {
    compartment: db.prepare('SELECT * FROM compartment WHERE id=?'),
    snapshot: db.prepare('SELECT * FROM snapshot WHERE doc=?'),
    tail: db.prepare(`${LOG} WHERE doc=? AND seq>? ORDER BY seq`),
    log: db.prepare(`${LOG} WHERE doc=? AND seq>? ORDER BY seq LIMIT ?`),
    head: db.prepare('SELECT max(seq) AS head FROM update_log WHERE doc=?'),
    appendUpdate: db.prepare(
      `INSERT INTO update_log (doc, seq, epoch, at, author, kind, inserted, deleted, bytes)
       VALUES (?,?,?,?,?,?,?,?,?)`,
    ),
    addAuthor: db.prepare('INSERT OR IGNORE INTO author (participant_id, session_id) VALUES (?,?)'),
    author: db.prepare('SELECT id FROM author WHERE participant_id=? AND session_id=?'),
    saveSnapshot: db.prepare('INSERT OR REPLACE INTO snapshot VALUES (?,?,?,?,?)'),
    dropBytes: db.prepare('UPDATE update_log SET bytes=NULL WHERE doc=? AND seq<=? AND bytes IS NOT NULL'),
    carry: db.prepare('SELECT * FROM carry WHERE doc=? ORDER BY client, clock'),
    appendCarry: db.prepare('INSERT OR REPLACE INTO carry VALUES (?,?,?,?,?,?)'),
    refusals: db.prepare('SELECT * FROM refusal WHERE doc=? ORDER BY row'),
    appendRefusal: db.prepare(
      'INSERT INTO refusal (doc, at, participant_id, session_id, cid, code) VALUES (?,?,?,?,?,?)',
    ),
    items: db.prepare(
      `SELECT item.*, compartment.id AS compartment_id FROM item JOIN compartment ON compartment.doc = item.doc
       WHERE item.plan_id=? ORDER BY item.rowid`,
    ),
    appendItem: db.prepare('INSERT INTO item VALUES (?,?,?,?,?,?,?,?,?,?,?)'),
    readBack: db.prepare('UPDATE item SET read_back=1 WHERE id=? AND doc=?'),
  };
}
