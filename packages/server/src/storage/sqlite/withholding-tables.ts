import type {DatabaseSync} from 'node:sqlite';
import type {PlanId} from '@goldthread/schema';
import {StorageError} from '../plan-storage.ts';
import type {Sealing} from '../sealing.ts';
import type {WithholdingRecord} from '../withholding-record.ts';
import {blob, text} from './row.ts';

/** Decisions to withhold, each one sealed blob. */
export class WithholdingTables {
  readonly #sealing: Sealing;
  readonly #put;
  readonly #all;

  constructor(db: DatabaseSync, sealing: Sealing) {
    this.#sealing = sealing;
    this.#put = db.prepare(
      `INSERT INTO withholding (id, plan_id, doc, body)
       SELECT ?, ?, doc, ? FROM compartment WHERE id=? AND plan_id=?
       ON CONFLICT (id) DO UPDATE SET doc=excluded.doc, body=excluded.body`,
    );
    this.#all = db.prepare(
      `SELECT withholding.*, compartment.id AS compartment_id FROM withholding
       JOIN compartment ON compartment.doc = withholding.doc WHERE withholding.plan_id=? ORDER BY withholding.rowid`,
    );
  }

  /** To be called inside a transaction. */
  put(record: WithholdingRecord): void {
    const {id, planId, compartmentId, ...said} = record;
    const body = this.#sealing.seal(
      compartmentId,
      'withholding',
      new TextEncoder().encode(JSON.stringify(said)),
    );
    const {changes} = this.#put.run(id, planId, body, compartmentId, planId);
    if (changes === 0) throw new StorageError('NOT_FOUND', compartmentId);
  }

  all(planId: PlanId): WithholdingRecord[] {
    return this.#all.all(planId).map(row => {
      const compartmentId = text<WithholdingRecord['compartmentId']>(row, 'compartment_id');
      const body = new TextDecoder().decode(
        this.#sealing.open(compartmentId, 'withholding', blob(row, 'body')),
      );
      // Only `put` ever wrote here.
      const said = JSON.parse(body) as Omit<WithholdingRecord, 'id' | 'planId' | 'compartmentId'>;
      return {id: text<WithholdingRecord['id']>(row, 'id'), planId, compartmentId, ...said};
    });
  }
}
