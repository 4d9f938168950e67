import type {DatabaseSync} from 'node:sqlite';
import type {CompartmentId, PlanId} from '@goldthread/schema';
import type {CopyRecord} from '../copy-record.ts';
import {StorageError} from '../plan-storage.ts';
import type {SealedRow, SealedTable, Sealing} from '../sealing.ts';
import {blob, bytesOf, text, wordsOf, type Row} from './row.ts';

type Sealed = Pick<CopyRecord, 'by' | 'at' | 'prints'>;

/** Decisions that words of a withheld document may stand in another, each one sealed blob. */
export class CopyTables implements SealedTable {
  readonly #sealing: Sealing;
  readonly #put;
  readonly #ofPlan;
  readonly #bodies;
  readonly #setBody;
  readonly #remove;

  constructor(db: DatabaseSync, sealing: Sealing) {
    this.#sealing = sealing;
    this.#put = db.prepare(
      `INSERT INTO copy (id, plan_id, doc, to_doc, body)
       SELECT ?, ?, source.doc, target.doc, ? FROM compartment AS source JOIN compartment AS target
       WHERE source.id=? AND source.plan_id=? AND target.id=? AND target.plan_id=source.plan_id`,
    );
    this.#ofPlan = db.prepare(
      `SELECT copy.*, source.id AS from_id, target.id AS to_id FROM copy
       JOIN compartment AS source ON source.doc = copy.doc
       JOIN compartment AS target ON target.doc = copy.to_doc WHERE copy.plan_id=? ORDER BY copy.rowid`,
    );
    this.#bodies = db.prepare(
      'SELECT copy.id, body FROM copy JOIN compartment ON compartment.doc = copy.doc WHERE compartment.id=?',
    );
    this.#setBody = db.prepare('UPDATE copy SET body=? WHERE id=?');
    this.#remove = db.prepare(
      `DELETE FROM copy WHERE EXISTS (SELECT 1 FROM compartment
       WHERE compartment.id=? AND compartment.doc IN (copy.doc, copy.to_doc))`,
    );
  }

  *sealedRows(compartment: CompartmentId): Iterable<SealedRow> {
    for (const row of this.#bodies.all(compartment)) {
      const id = text(row, 'id');
      const put = (body: Uint8Array): void => void this.#setBody.run(body, id);
      yield {kind: 'copy', name: `copy ${id}`, bytes: blob(row, 'body'), bound: bytesOf(id), put};
    }
  }

  /** To be called inside a transaction. */
  add({id, planId, from, to, by, at, prints}: CopyRecord): void {
    const said: Sealed = {by, at, prints};
    const body = this.#sealing.seal(from, 'copy', bytesOf(JSON.stringify(said)), bytesOf(id));
    const {changes} = this.#put.run(id, planId, body, from, planId, to);
    if (changes === 0) throw new StorageError('NOT_FOUND', from);
  }

  /** Takes out every decision of which a document is one end. To be called inside a transaction. */
  removeOf(id: CompartmentId): void {
    this.#remove.run(id);
  }

  ofPlan(planId: PlanId): CopyRecord[] {
    return this.#ofPlan.all(planId).map(row => this.#read(planId, row));
  }

  #read(planId: PlanId, row: Row): CopyRecord {
    const from = text<CompartmentId>(row, 'from_id');
    const id = text<CopyRecord['id']>(row, 'id');
    const body = wordsOf(this.#sealing.open(from, 'copy', blob(row, 'body'), bytesOf(id)));
    // Only `add` ever wrote here.
    return {id, planId, from, to: text(row, 'to_id'), ...(JSON.parse(body) as Sealed)};
  }
}
