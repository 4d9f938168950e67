import type {DatabaseSync} from 'node:sqlite';
import type {CompartmentId, PlanId} from '@goldthread/schema';
import type {CarryRange} from '../../authorship/index.ts';
import {
  StorageError,
  type DocumentAppend,
  type InitialDocument,
  type StoredDocument,
} from '../plan-storage.ts';
import type {RefusalRow, SnapshotRow, UpdateRow} from '../records.ts';
import type {SealedRow, SealedTable, Sealing} from '../sealing.ts';
import {Authors} from './authors.ts';
import type {ItemTables} from './item-tables.ts';
import type {Leases} from './leases.ts';
import type {PackedRow} from './log-row.ts';
import {readCompartment} from './plan-tables.ts';
import {blob, integer, oneRow, text, type Row} from './row.ts';
import {UpdateLog} from './update-log.ts';

/** Documents: their log, snapshots, carry ranges and refusals. */
export class DocumentTables implements SealedTable {
  readonly #leases: Leases;
  readonly #sealing: Sealing;
  readonly #items: ItemTables;
  readonly #sql;
  readonly #log: UpdateLog;
  readonly #authors: Authors;
  /** Short keys of documents, so that a commit looks up nothing it looked up before. */
  readonly #docs = new Map<CompartmentId, number>();

  constructor(db: DatabaseSync, leases: Leases, sealing: Sealing, items: ItemTables) {
    this.#leases = leases;
    this.#sealing = sealing;
    this.#items = items;
    this.#sql = prepare(db);
    this.#log = new UpdateLog(db);
    this.#authors = new Authors(db);
  }

  /** Appends to documents. To be called inside a transaction. */
  append(batch: readonly DocumentAppend[]): void {
    this.#log.refresh(false);
    for (const append of batch) this.#append(append);
    this.#log.write();
    for (const {planId, token, compartmentId, snapshot} of batch) {
      if (snapshot !== undefined) this.saveSnapshot(planId, token, compartmentId, snapshot);
    }
  }

  /** Stores the wording that a document is born with. To be called inside the transaction that makes the document. */
  insertInitial(initial: InitialDocument): void {
    this.#log.refresh(false);
    const doc = this.#doc(initial.compartmentId);
    this.#appendUpdate(doc, initial.compartmentId, initial.update);
    this.#log.write();
    for (const item of initial.items) this.#items.put(item);
  }

  /** Forgets what was remembered about rows that a failed transaction took back. */
  forget(): void {
    this.#docs.clear();
    this.#authors.forget();
    this.#log.forget();
  }

  load(id: CompartmentId): StoredDocument | null {
    const row = this.#sql.compartment.get(id);
    if (row === undefined) return null;
    const doc = integer(row, 'doc');
    const snapshot = oneRow(this.#sql.snapshot.get(doc), found => this.#readSnapshot(id, found));
    this.#refresh();
    const tail = this.#log.rows(doc, snapshot?.upToSeq ?? 0).map(found => this.#readUpdate(id, found));
    const headSeq = tail.at(-1)?.seq ?? snapshot?.upToSeq ?? 0;
    return {compartment: readCompartment(row), snapshot, tail, headSeq};
  }

  /** To be called inside a transaction. */
  saveSnapshot(planId: PlanId, token: number, id: CompartmentId, snapshot: SnapshotRow): void {
    this.#log.refresh(false);
    this.#leases.check(planId, token);
    const doc = this.#doc(id);
    const {upToSeq, epoch, stateVector} = snapshot;
    const bytes = this.#sealing.seal(id, 'snapshot', snapshot.bytes);
    this.#sql.saveSnapshot.run(doc, upToSeq, epoch, stateVector, bytes);
    this.#log.dropBytes(doc, upToSeq);
  }

  *sealedRows(id: CompartmentId): Iterable<SealedRow> {
    if (this.#sql.compartment.get(id) === undefined) return;
    const doc = this.#doc(id);
    const snapshot = this.#sql.snapshot.get(doc);
    if (snapshot !== undefined) {
      const put = (bytes: Uint8Array): void => void this.#sql.resealSnapshot.run(bytes, doc);
      yield {kind: 'snapshot', name: `snapshot of document ${id}`, bytes: blob(snapshot, 'bytes'), put};
    }
    this.#refresh();
    for (const {seq, bytes} of this.#log.rows(doc, 0)) {
      if (bytes !== null) yield {kind: 'update', name: `update ${seq} of document ${id}`, bytes};
    }
  }

  /** Updates lie many in one chunk. */
  reseal(id: CompartmentId, from: Sealing, to: Sealing): void {
    if (this.#sql.compartment.get(id) === undefined) return;
    this.#log.rewrite(this.#doc(id), bytes => to.seal(id, 'update', from.open(id, 'update', bytes)));
  }

  /** Leaves the log in its final form, as it is to be found when nothing is running. To be called inside a transaction. */
  settle(): void {
    this.#log.refresh(false);
    this.#log.settleAll();
  }

  updateLog(id: CompartmentId, afterSeq: number, limit: number): UpdateRow[] {
    this.#refresh();
    const rows = this.#log.rows(this.#doc(id), afterSeq).slice(0, limit);
    return rows.map(row => this.#readUpdate(id, {...row, bytes: null}));
  }

  /** Every client id that ever wrote in a document. */
  writers(id: CompartmentId): Set<number> {
    this.#refresh();
    const rows = this.#log.rows(this.#doc(id), 0);
    return new Set(rows.flatMap(({inserted}) => inserted.map(({client}) => client)));
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

  #append(append: DocumentAppend): void {
    this.#leases.check(append.planId, append.token);
    const doc = this.#doc(append.compartmentId);
    for (const row of append.updates) this.#appendUpdate(doc, append.compartmentId, row);
    for (const item of append.items) this.#items.put(item);
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

  /** Before a read outside a transaction; a transaction begins with the same. */
  #refresh(): void {
    this.#log.refresh(this.#leases.refresh());
  }

  #appendUpdate(doc: number, id: CompartmentId, row: UpdateRow): void {
    if (row.seq !== this.#log.head(doc) + 1) throw new StorageError('SEQUENCE', id);
    const bytes = row.bytes === null ? null : this.#sealing.seal(id, 'update', row.bytes);
    this.#log.append(doc, row, this.#authors.idOf(row.participantId, row.sessionId), bytes);
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

  #readSnapshot(id: CompartmentId, row: Row): SnapshotRow {
    return {
      upToSeq: integer(row, 'up_to_seq'),
      epoch: integer(row, 'epoch'),
      stateVector: blob(row, 'state_vector'),
      bytes: this.#sealing.open(id, 'snapshot', blob(row, 'bytes')),
    };
  }

  #readUpdate(id: CompartmentId, row: PackedRow): UpdateRow {
    const {seq, epoch, at, kind, inserted, deleted} = row;
    const bytes = row.bytes === null ? null : this.#sealing.open(id, 'update', row.bytes);
    return {seq, epoch, at, ...this.#authors.read(row.author), kind, inserted, deleted, bytes};
  }
}

function prepare(db: DatabaseSync) {
  return {
    compartment: db.prepare('SELECT * FROM compartment WHERE id=?'),
    snapshot: db.prepare('SELECT * FROM snapshot WHERE doc=?'),
    saveSnapshot: db.prepare('INSERT OR REPLACE INTO snapshot VALUES (?,?,?,?,?)'),
    resealSnapshot: db.prepare('UPDATE snapshot SET bytes=? WHERE doc=?'),
    carry: db.prepare('SELECT * FROM carry WHERE doc=? ORDER BY client, clock'),
    appendCarry: db.prepare('INSERT OR REPLACE INTO carry VALUES (?,?,?,?,?,?)'),
    refusals: db.prepare('SELECT * FROM refusal WHERE doc=? ORDER BY row'),
    appendRefusal: db.prepare(
      'INSERT INTO refusal (doc, at, participant_id, session_id, cid, code) VALUES (?,?,?,?,?,?)',
    ),
  };
}
