import type {DatabaseSync} from 'node:sqlite';
import type {CompartmentId, ContactId, PlanId} from '@goldthread/schema';
import type {ContactRecord} from '../contact-record.ts';
import type {SealedRow, SealedTable, Sealing} from '../sealing.ts';
import {blob, bytesOf, oneRow, text, wordsOf, type Row} from './row.ts';

/** Values that stand in no plan, each one sealed blob under a key of its own. */
export class ContactTables implements SealedTable {
  readonly #sealing: Sealing;
  readonly #sql;

  constructor(db: DatabaseSync, sealing: Sealing) {
    this.#sealing = sealing;
    this.#sql = {
      put: db.prepare(
        'INSERT INTO contact VALUES (?,?,?) ON CONFLICT (id) DO UPDATE SET body=excluded.body WHERE plan_id=excluded.plan_id',
      ),
      remove: db.prepare('DELETE FROM contact WHERE id=?'),
      one: db.prepare('SELECT * FROM contact WHERE id=?'),
      ofPlan: db.prepare('SELECT * FROM contact WHERE plan_id=? ORDER BY rowid'),
    };
  }

  /** Adds a value or replaces it; gives whether its readers are others now. To be called inside a transaction. */
  put(record: ContactRecord): boolean {
    const {id, planId, ...said} = record;
    const before = oneRow(this.#sql.one.get(id), row => this.#read(row));
    const body = this.#sealing.seal(keyOf(id), 'contact', bytesOf(JSON.stringify(said)));
    this.#sql.put.run(id, planId, body);
    return before !== null && !isSameSet(before.audience, record.audience);
  }

  /** Takes a value out; to be called inside a transaction. */
  remove(id: ContactId): void {
    this.#sql.remove.run(id);
  }

  ofPlan(planId: PlanId): ContactRecord[] {
    return this.#sql.ofPlan.all(planId).map(row => this.#read(row));
  }

  /** Which values there are, without opening them. */
  idsOf(planId: PlanId): ContactId[] {
    return this.#sql.ofPlan.all(planId).map(row => text(row, 'id'));
  }

  *sealedRows(id: CompartmentId): Iterable<SealedRow> {
    const row = this.#sql.one.get(id);
    if (row === undefined) return;
    const put = (body: Uint8Array): void => void this.#sql.put.run(id, text(row, 'plan_id'), body);
    yield {kind: 'contact', name: `contact ${id}`, bytes: blob(row, 'body'), put};
  }

  #read(row: Row): ContactRecord {
    const id = text<ContactId>(row, 'id');
    const body = this.#sealing.open(keyOf(id), 'contact', blob(row, 'body'));
    // Only `put` ever wrote here.
    const said = JSON.parse(wordsOf(body)) as Omit<ContactRecord, 'id' | 'planId'>;
    return {id, planId: text(row, 'plan_id'), ...said};
  }
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every(id => other.includes(id));
}

/** The name of a value's key. Keys are known by ids of compartments, and a value is as one, with readers of its own. */
export function keyOf(id: ContactId): CompartmentId {
  return id as string as CompartmentId;
}
