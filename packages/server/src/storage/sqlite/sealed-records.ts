import type {DatabaseSync} from 'node:sqlite';
import type {CompartmentId, PlanId} from '@goldthread/schema';
import {StorageError} from '../plan-storage.ts';
import type {SealedKind, SealedRow, SealedTable, Sealing} from '../sealing.ts';
import type {StoredRecords} from '../stored-records.ts';
import {OpenedRows} from './opened-rows.ts';
import {blob, bytesOf, text, wordsOf} from './row.ts';

/** What every record has that belongs to a document. */
interface OfDocument {
  readonly id: string;
  readonly planId: PlanId;
  readonly compartmentId: CompartmentId;
}

/** Records of one kind, each one blob that is sealed with the key of the document that it belongs to. */
export class SealedRecords<Item extends OfDocument> implements SealedTable, StoredRecords<Item> {
  readonly #sealing: Sealing;
  readonly #kind: SealedKind;
  readonly #opened = new OpenedRows<object>();
  readonly #before: Partial<Item>;
  readonly #sql;

  /**
   * The table has the columns `id`, `plan_id`, `doc` and `body`. `before`: what a record has by now that was written when there was
   * less to say.
   */
  constructor(
    db: DatabaseSync,
    sealing: Sealing,
    table: string,
    kind: SealedKind,
    before: Partial<Item> = {},
  ) {
    this.#sealing = sealing;
    this.#kind = kind;
    this.#before = before;
    const rows = `SELECT ${table}.*, compartment.id AS compartment_id FROM ${table}
      JOIN compartment ON compartment.doc = ${table}.doc`;
    this.#sql = {
      put: db.prepare(
        `INSERT INTO ${table} (id, plan_id, doc, body)
         SELECT ?, ?, doc, ? FROM compartment WHERE id=? AND plan_id=?
         ON CONFLICT (id) DO UPDATE SET doc=excluded.doc, body=excluded.body`,
      ),
      setBody: db.prepare(`UPDATE ${table} SET body=? WHERE id=?`),
      ofPlan: db.prepare(`${rows} WHERE ${table}.plan_id=? ORDER BY ${table}.rowid`),
      ofCompartment: db.prepare(`${rows} WHERE compartment.id=?`),
    };
  }

  /** Adds one, or replaces it, also where it moved to another document. To be called inside a transaction. */
  put({id, planId, compartmentId, ...said}: Item): void {
    const body = this.#sealing.seal(compartmentId, this.#kind, bytesOf(JSON.stringify(said)), bytesOf(id));
    const {changes} = this.#sql.put.run(id, planId, body, compartmentId, planId);
    if (changes === 0) throw new StorageError('NOT_FOUND', compartmentId);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- turns what SQLite throws into a rejection
  async of(planId: PlanId): Promise<readonly Item[]> {
    return this.#sql.ofPlan.all(planId).map(row => {
      const compartmentId = text<CompartmentId>(row, 'compartment_id');
      const id = text(row, 'id');
      const body = blob(row, 'body');
      const said = this.#opened.read(id, body, () => {
        const bytes = this.#sealing.open(compartmentId, this.#kind, body, bytesOf(id));
        return JSON.parse(wordsOf(bytes)) as object;
      });
      // Only `put` ever wrote here.
      return {...this.#before, id, planId, compartmentId, ...said} as Item;
    });
  }

  *sealedRows(compartment: CompartmentId): Iterable<SealedRow> {
    for (const row of this.#sql.ofCompartment.all(compartment)) {
      const id = text(row, 'id');
      const put = (body: Uint8Array): void => void this.#sql.setBody.run(body, id);
      yield {
        kind: this.#kind,
        name: `${this.#kind} ${id}`,
        bytes: blob(row, 'body'),
        bound: bytesOf(id),
        put,
      };
    }
  }
}
