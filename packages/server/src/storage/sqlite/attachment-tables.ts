import type {DatabaseSync} from 'node:sqlite';
import type {AttachmentId, CompartmentId, PlanId} from '@goldthread/schema';
import type {AttachmentRecord, StoredAttachments} from '../attachment-record.ts';
import {StorageError} from '../plan-storage.ts';
import type {SealedKind, SealedRow, SealedTable, Sealing} from '../sealing.ts';
import {blob, bytesOf, text, wordsOf, type Row} from './row.ts';

type Place = Pick<AttachmentRecord, 'id' | 'planId' | 'compartmentId'>;

/** Attachments: what is known of each, and its bytes, each sealed with the key of the document that it belongs to. */
export class AttachmentTables implements SealedTable, StoredAttachments {
  readonly #sealing: Sealing;
  readonly #sql;

  constructor(db: DatabaseSync, sealing: Sealing) {
    this.#sealing = sealing;
    const rows = `SELECT attachment.id, attachment.plan_id, attachment.body, compartment.id AS compartment_id
      FROM attachment JOIN compartment ON compartment.doc = attachment.doc`;
    this.#sql = {
      put: db.prepare(
        `INSERT INTO attachment (id, plan_id, doc, body, bytes)
         SELECT ?, ?, doc, ?, ? FROM compartment WHERE id=? AND plan_id=?
         ON CONFLICT (id) DO UPDATE SET doc=excluded.doc, body=excluded.body, bytes=excluded.bytes`,
      ),
      setBody: db.prepare('UPDATE attachment SET body=? WHERE id=?'),
      setBytes: db.prepare('UPDATE attachment SET bytes=? WHERE id=?'),
      bytes: db.prepare('SELECT bytes FROM attachment WHERE id=?'),
      remove: db.prepare('DELETE FROM attachment WHERE id=?'),
      one: db.prepare(`${rows} WHERE attachment.id=?`),
      ofPlan: db.prepare(`${rows} WHERE attachment.plan_id=? ORDER BY attachment.rowid`),
      ofCompartment: db.prepare(`${rows} WHERE compartment.id=?`),
    };
  }

  /** Adds one with its bytes, or replaces what is known of one that is there. To be called inside a transaction. */
  put(record: AttachmentRecord, bytes: Uint8Array | null): void {
    const stored = bytes ?? this.#stored(record.id);
    if (stored === null) throw new StorageError('NOT_FOUND', record.id);
    const {id, planId, compartmentId, ...said} = record;
    const body = this.#seal(record, 'attachment', bytesOf(JSON.stringify(said)));
    const sealed = this.#seal(record, 'recording', stored);
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

  // eslint-disable-next-line @typescript-eslint/require-await -- turns what SQLite throws into a rejection
  async of(planId: PlanId): Promise<readonly AttachmentRecord[]> {
    return this.#sql.ofPlan.all(planId).map(row => this.#read(row));
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- turns what SQLite throws into a rejection
  async bytes(record: Pick<AttachmentRecord, 'id' | 'compartmentId'>): Promise<Uint8Array | null> {
    const row = this.#sql.bytes.get(record.id);
    return row === undefined ? null : this.#open(record, 'recording', blob(row, 'bytes'));
  }

  *sealedRows(compartment: CompartmentId): Iterable<SealedRow> {
    for (const row of this.#sql.ofCompartment.all(compartment)) {
      const id = text<AttachmentId>(row, 'id');
      const bound = bytesOf(id);
      const putBody = (body: Uint8Array): void => void this.#sql.setBody.run(body, id);
      yield {kind: 'attachment', name: `attachment ${id}`, bytes: blob(row, 'body'), bound, put: putBody};
      const held = this.#sql.bytes.get(id);
      if (held === undefined) continue;
      const put = (bytes: Uint8Array): void => void this.#sql.setBytes.run(bytes, id);
      yield {kind: 'recording', name: `recording ${id}`, bytes: blob(held, 'bytes'), bound, put};
    }
  }

  #stored(id: AttachmentId): Uint8Array | null {
    const row = this.#sql.one.get(id);
    const held = this.#sql.bytes.get(id);
    if (row === undefined || held === undefined) return null;
    const compartmentId = text<CompartmentId>(row, 'compartment_id');
    return this.#open({id, compartmentId}, 'recording', blob(held, 'bytes'));
  }

  #read(row: Row): AttachmentRecord {
    const compartmentId = text<CompartmentId>(row, 'compartment_id');
    const id = text<AttachmentId>(row, 'id');
    const body = this.#open({id, compartmentId}, 'attachment', blob(row, 'body'));
    // Only `put` ever wrote here.
    const said = JSON.parse(wordsOf(body)) as Omit<AttachmentRecord, keyof Place>;
    return {id, planId: text(row, 'plan_id'), compartmentId, ...said};
  }

  #seal({id, compartmentId}: Place, kind: SealedKind, bytes: Uint8Array): Uint8Array {
    return this.#sealing.seal(compartmentId, kind, bytes, bytesOf(id));
  }

  #open({id, compartmentId}: Omit<Place, 'planId'>, kind: SealedKind, bytes: Uint8Array): Uint8Array {
    return this.#sealing.open(compartmentId, kind, bytes, bytesOf(id));
  }
}
