import type {DatabaseSync} from 'node:sqlite';
import type {CompartmentId} from '@goldthread/schema';
import {StorageError} from '../plan-storage.ts';
import type {PurgeRecord} from '../purge-record.ts';
import type {SealedRow, SealedTable, Sealing} from '../sealing.ts';
import {blob, bytesOf, text, wordsOf} from './row.ts';

/** Purges, each one sealed blob. */
export class PurgeTables implements SealedTable {
  readonly #sealing: Sealing;
  readonly #sql;

  constructor(db: DatabaseSync, sealing: Sealing) {
    this.#sealing = sealing;
    const rows = `SELECT purge_record.*, compartment.id AS compartment_id FROM purge_record
      JOIN compartment ON compartment.doc = purge_record.doc`;
    this.#sql = {
      put: db.prepare(
        `INSERT INTO purge_record (id, plan_id, doc, body)
         SELECT ?, ?, doc, ? FROM compartment WHERE id=? AND plan_id=?
         ON CONFLICT (id) DO UPDATE SET body=excluded.body`,
      ),
      setBody: db.prepare('UPDATE purge_record SET body=? WHERE id=?'),
      all: db.prepare(`${rows} ORDER BY purge_record.rowid`),
      ofCompartment: db.prepare(`${rows} WHERE compartment.id=?`),
    };
  }

  /** To be called inside a transaction. */
  put(record: PurgeRecord): void {
    const {id, planId, compartmentId, ...said} = record;
    const body = this.#sealing.seal(compartmentId, 'purge', bytesOf(JSON.stringify(said)), bytesOf(id));
    const {changes} = this.#sql.put.run(id, planId, body, compartmentId, planId);
    if (changes === 0) throw new StorageError('NOT_FOUND', compartmentId);
  }

  all(): PurgeRecord[] {
    return this.#sql.all.all().map(row => {
      const compartmentId = text<CompartmentId>(row, 'compartment_id');
      const id = text<PurgeRecord['id']>(row, 'id');
      const body = this.#sealing.open(compartmentId, 'purge', blob(row, 'body'), bytesOf(id));
      // Only `put` ever wrote here.
      const said = JSON.parse(wordsOf(body)) as Omit<PurgeRecord, 'id' | 'planId' | 'compartmentId'>;
      return {id, planId: text(row, 'plan_id'), compartmentId, ...said};
    });
  }

  *sealedRows(compartment: CompartmentId): Iterable<SealedRow> {
    for (const row of this.#sql.ofCompartment.all(compartment)) {
      const id = text(row, 'id');
      const put = (body: Uint8Array): void => void this.#sql.setBody.run(body, id);
      yield {kind: 'purge', name: `purge ${id}`, bytes: blob(row, 'body'), bound: bytesOf(id), put};
    }
  }
}
