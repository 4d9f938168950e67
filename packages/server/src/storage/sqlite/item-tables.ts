import type {DatabaseSync} from 'node:sqlite';
import type {CompartmentId, PlanId} from '@goldthread/schema';
import {StorageError} from '../plan-storage.ts';
import type {ItemRecord} from '../records.ts';
import {readItem} from './item-row.ts';

/** Whose items are whose. */
export class ItemTables {
  readonly #sql;

  constructor(db: DatabaseSync) {
    this.#sql = {
      ofPlan: db.prepare(
        `SELECT item.*, compartment.id AS compartment_id FROM item JOIN compartment ON compartment.doc = item.doc
         WHERE item.plan_id=? ORDER BY item.rowid`,
      ),
      put: db.prepare(
        `INSERT OR REPLACE INTO item SELECT ?,?,doc,?,?,?,?,?,?,?,?,? FROM compartment WHERE id=?`,
      ),
      readBack: db.prepare(
        'UPDATE item SET read_back=1 WHERE id=? AND doc = (SELECT doc FROM compartment WHERE id=?)',
      ),
    };
  }

  ofPlan(planId: PlanId): ItemRecord[] {
    return this.#sql.ofPlan.all(planId).map(readItem);
  }

  /** Adds an item or replaces its record. To be called inside a transaction. */
  put(item: ItemRecord): void {
    const {changes} = this.#sql.put.run(
      item.id,
      item.planId,
      item.root,
      item.anchorRoot,
      item.type,
      item.owner,
      item.typedBy,
      item.sessionId,
      item.verbatim ? 1 : 0,
      item.readBack ? 1 : 0,
      item.createdAt,
      item.compartmentId,
    );
    if (changes === 0) throw new StorageError('NOT_FOUND', item.compartmentId);
  }

  /** To be called inside a transaction. */
  markReadBack(id: CompartmentId, itemIds: readonly string[]): void {
    for (const itemId of itemIds) this.#sql.readBack.run(itemId, id);
  }
}
