import type {DatabaseSync} from 'node:sqlite';
import type {AttachmentId, CompartmentId, PlanId} from '@goldthread/schema';
import {StorageError} from '../plan-storage.ts';
import type {SealedKind, SealedRow, SealedTable, Sealing} from '../sealing.ts';
import type {StoredFiles} from '../stored-records.ts';
import {blob, bytesOf, text, wordsOf, type Row} from './row.ts';

/** What every file has. */
interface Place {
  readonly id: AttachmentId;
  readonly planId: PlanId;
  readonly compartmentId: CompartmentId;
}

/** Where files of one kind lie, and what is sealed there: what is known of each, and its bytes. */
interface Shelf {
  readonly table: string;
  readonly body: SealedKind;
  readonly bytes: SealedKind;
}

/** Files of one kind: what is known of each, and its bytes, each sealed with the key of the document that it belongs to. */
export class SealedFiles<Item extends Place> implements SealedTable, StoredFiles<Item> {
  readonly #sealing: Sealing;
  readonly #kinds: Pick<Shelf, 'body' | 'bytes'>;
  readonly #sql;

  /** The table has the columns `id`, `plan_id`, `doc`, `body` and `bytes`. */
  constructor(db: DatabaseSync, sealing: Sealing, {table, ...kinds}: Shelf) {
    this.#sealing = sealing;
    this.#kinds = kinds;
    const rows = `SELECT ${table}.id, ${table}.plan_id, ${table}.body, compartment.id AS compartment_id
      FROM ${table} JOIN compartment ON compartment.doc = ${table}.doc`;
    this.#sql = {
      put: db.prepare(
        `INSERT INTO ${table} (id, plan_id, doc, body, bytes)
         SELECT ?, ?, doc, ?, ? FROM compartment WHERE id=? AND plan_id=?
         ON CONFLICT (id) DO UPDATE SET doc=excluded.doc, body=excluded.body, bytes=excluded.bytes`,
      ),
      setBody: db.prepare(`UPDATE ${table} SET body=? WHERE id=?`),
      setBytes: db.prepare(`UPDATE ${table} SET bytes=? WHERE id=?`),
      bytes: db.prepare(`SELECT bytes FROM ${table} WHERE id=?`),
      remove: db.prepare(`DELETE FROM ${table} WHERE id=?`),
      one: db.prepare(`${rows} WHERE ${table}.id=?`),
      ofPlan: db.prepare(`${rows} WHERE ${table}.plan_id=? ORDER BY ${table}.rowid`),
      ofCompartment: db.prepare(`${rows} WHERE compartment.id=?`),
    };
  }

  /** Adds one with its bytes, or replaces what is known of one that is there. To be called inside a transaction. */
  put(record: Item, bytes: Uint8Array | null): void {
    const stored = bytes ?? this.#stored(record.id);
    if (stored === null) throw new StorageError('NOT_FOUND', record.id);
    const {id, planId, compartmentId, ...said} = record;
    const body = this.#seal(record, this.#kinds.body, bytesOf(JSON.stringify(said)));
    const sealed = this.#seal(record, this.#kinds.bytes, stored);
    const {changes} = this.#sql.put.run(id, planId, body, sealed, compartmentId, planId);
    if (changes === 0) throw new StorageError('NOT_FOUND', compartmentId);
  }

  /** Takes one along to another document of its plan, under that document's key. To be called inside a transaction. */
  move(id: AttachmentId, to: Pick<Place, 'planId' | 'compartmentId'>): void {
    const row = this.#sql.one.get(id);
    if (row === undefined || text(row, 'plan_id') !== to.planId) return;
    const record = this.#read(row);
    if (record.compartmentId !== to.compartmentId)
      this.put({...record, compartmentId: to.compartmentId}, this.#stored(id));
  }

  /** Takes one out. To be called inside a transaction. */
  remove(id: AttachmentId): void {
    this.#sql.remove.run(id);
  }

  /** Those of a plan, in the order in which they came. */
  inPlan(planId: PlanId): readonly Item[] {
    return this.#sql.ofPlan.all(planId).map(row => this.#read(row));
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- turns what SQLite throws into a rejection
  async of(planId: PlanId): Promise<readonly Item[]> {
    return this.inPlan(planId);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- turns what SQLite throws into a rejection
  async bytes(record: Omit<Place, 'planId'>): Promise<Uint8Array | null> {
    const row = this.#sql.bytes.get(record.id);
    return row === undefined ? null : this.#open(record, this.#kinds.bytes, blob(row, 'bytes'));
  }

  *sealedRows(compartment: CompartmentId): Iterable<SealedRow> {
    const kinds = this.#kinds;
    for (const row of this.#sql.ofCompartment.all(compartment)) {
      const id = text<AttachmentId>(row, 'id');
      const bound = bytesOf(id);
      const putBody = (body: Uint8Array): void => void this.#sql.setBody.run(body, id);
      yield {kind: kinds.body, name: `${kinds.body} ${id}`, bytes: blob(row, 'body'), bound, put: putBody};
      const held = this.#sql.bytes.get(id);
      if (held === undefined) continue;
      const put = (bytes: Uint8Array): void => void this.#sql.setBytes.run(bytes, id);
      yield {kind: kinds.bytes, name: `${kinds.bytes} ${id}`, bytes: blob(held, 'bytes'), bound, put};
    }
  }

  #stored(id: AttachmentId): Uint8Array | null {
    const row = this.#sql.one.get(id);
    const held = this.#sql.bytes.get(id);
    if (row === undefined || held === undefined) return null;
    const compartmentId = text<CompartmentId>(row, 'compartment_id');
    return this.#open({id, compartmentId}, this.#kinds.bytes, blob(held, 'bytes'));
  }

  #read(row: Row): Item {
    const compartmentId = text<CompartmentId>(row, 'compartment_id');
    const id = text<AttachmentId>(row, 'id');
    const body = this.#open({id, compartmentId}, this.#kinds.body, blob(row, 'body'));
    // Only `put` ever wrote here.
    const said = JSON.parse(wordsOf(body)) as Omit<Item, keyof Place>;
    return {id, planId: text<PlanId>(row, 'plan_id'), compartmentId, ...said} as Item;
  }

  #seal({id, compartmentId}: Place, kind: SealedKind, bytes: Uint8Array): Uint8Array {
    return this.#sealing.seal(compartmentId, kind, bytes, bytesOf(id));
  }

  #open({id, compartmentId}: Omit<Place, 'planId'>, kind: SealedKind, bytes: Uint8Array): Uint8Array {
    return this.#sealing.open(compartmentId, kind, bytes, bytesOf(id));
  }
}
