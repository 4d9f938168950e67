import type {DatabaseSync} from 'node:sqlite';
import type {CompartmentId, PlanId} from '@goldthread/schema';
import {StorageError} from '../plan-storage.ts';
import type {PositionRecord} from '../position-record.ts';
import type {SealedRow, SealedTable, Sealing} from '../sealing.ts';
import {blob, bytesOf, text, wordsOf} from './row.ts';

/** What parties said of items, each one sealed blob. */
export class PositionTables implements SealedTable {
  readonly #sealing: Sealing;
  readonly #sql;

  constructor(db: DatabaseSync, sealing: Sealing) {
    this.#sealing = sealing;
    const rows = `SELECT position.*, compartment.id AS compartment_id FROM position
      JOIN compartment ON compartment.doc = position.doc`;
    this.#sql = {
      put: db.prepare(
        `INSERT INTO position (id, plan_id, doc, body)
         SELECT ?, ?, doc, ? FROM compartment WHERE id=? AND plan_id=?
         ON CONFLICT (id) DO UPDATE SET doc=excluded.doc, body=excluded.body`,
      ),
      setBody: db.prepare('UPDATE position SET body=? WHERE id=?'),
      ofPlan: db.prepare(`${rows} WHERE position.plan_id=? ORDER BY position.rowid`),
      ofCompartment: db.prepare(`${rows} WHERE compartment.id=?`),
    };
  }

  /** Adds one, or replaces it where its item moved or words were purged. To be called inside a transaction. */
  put(record: PositionRecord): void {
    const {id, planId, compartmentId, ...said} = record;
    const body = this.#sealing.seal(compartmentId, 'position', bytesOf(JSON.stringify(said)), bytesOf(id));
    const {changes} = this.#sql.put.run(id, planId, body, compartmentId, planId);
    if (changes === 0) throw new StorageError('NOT_FOUND', compartmentId);
  }

  /** Oldest first. */
  all(planId: PlanId): PositionRecord[] {
    return this.#sql.ofPlan.all(planId).map(row => {
      const compartmentId = text<CompartmentId>(row, 'compartment_id');
      const id = text<PositionRecord['id']>(row, 'id');
      const body = this.#sealing.open(compartmentId, 'position', blob(row, 'body'), bytesOf(id));
      // Only `put` ever wrote here.
      const said = JSON.parse(wordsOf(body)) as Omit<PositionRecord, 'id' | 'planId' | 'compartmentId'>;
      return {id, planId, compartmentId, ...said};
    });
  }

  *sealedRows(compartment: CompartmentId): Iterable<SealedRow> {
    for (const row of this.#sql.ofCompartment.all(compartment)) {
      const id = text(row, 'id');
      const put = (body: Uint8Array): void => void this.#sql.setBody.run(body, id);
      yield {kind: 'position', name: `position ${id}`, bytes: blob(row, 'body'), bound: bytesOf(id), put};
    }
  }
}
