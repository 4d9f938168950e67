import type {DatabaseSync} from 'node:sqlite';
import type {CompartmentId, PlanId} from '@goldthread/schema';
import {StorageError} from '../plan-storage.ts';
import type {ScaleRecord, StoredScales} from '../scale-record.ts';
import type {SealedRow, SealedTable, Sealing} from '../sealing.ts';
import {blob, bytesOf, text, wordsOf} from './row.ts';

/** Scales with their numbers, each one sealed blob. */
export class ScaleTables implements SealedTable, StoredScales {
  readonly #sealing: Sealing;
  readonly #sql;

  constructor(db: DatabaseSync, sealing: Sealing) {
    this.#sealing = sealing;
    const rows = `SELECT scale.*, compartment.id AS compartment_id FROM scale
      JOIN compartment ON compartment.doc = scale.doc`;
    this.#sql = {
      put: db.prepare(
        `INSERT INTO scale (id, plan_id, doc, body)
         SELECT ?, ?, doc, ? FROM compartment WHERE id=? AND plan_id=?
         ON CONFLICT (id) DO UPDATE SET doc=excluded.doc, body=excluded.body`,
      ),
      setBody: db.prepare('UPDATE scale SET body=? WHERE id=?'),
      ofPlan: db.prepare(`${rows} WHERE scale.plan_id=? ORDER BY scale.rowid`),
      ofCompartment: db.prepare(`${rows} WHERE compartment.id=?`),
    };
  }

  /** To be called inside a transaction. */
  put(record: ScaleRecord): void {
    const {id, planId, compartmentId, ...said} = record;
    const body = this.#sealing.seal(compartmentId, 'scale', bytesOf(JSON.stringify(said)), bytesOf(id));
    const {changes} = this.#sql.put.run(id, planId, body, compartmentId, planId);
    if (changes === 0) throw new StorageError('NOT_FOUND', compartmentId);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- turns what SQLite throws into a rejection
  async of(planId: PlanId): Promise<readonly ScaleRecord[]> {
    return this.#sql.ofPlan.all(planId).map(row => {
      const compartmentId = text<CompartmentId>(row, 'compartment_id');
      const id = text<ScaleRecord['id']>(row, 'id');
      const body = this.#sealing.open(compartmentId, 'scale', blob(row, 'body'), bytesOf(id));
      // Only `put` ever wrote here.
      const said = JSON.parse(wordsOf(body)) as Omit<ScaleRecord, 'id' | 'planId' | 'compartmentId'>;
      return {id, planId, compartmentId, ...said};
    });
  }

  *sealedRows(compartment: CompartmentId): Iterable<SealedRow> {
    for (const row of this.#sql.ofCompartment.all(compartment)) {
      const id = text(row, 'id');
      const put = (body: Uint8Array): void => void this.#sql.setBody.run(body, id);
      yield {kind: 'scale', name: `scale ${id}`, bytes: blob(row, 'body'), bound: bytesOf(id), put};
    }
  }
}
