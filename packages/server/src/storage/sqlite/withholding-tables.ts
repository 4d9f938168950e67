import type {DatabaseSync} from 'node:sqlite';
import type {CompartmentId, PlanId} from '@goldthread/schema';
import {StorageError} from '../plan-storage.ts';
import type {SealedRow, SealedTable, Sealing} from '../sealing.ts';
import type {ReaderAsked, WithholdingRecord} from '../withholding-record.ts';
import {OpenedRows} from './opened-rows.ts';
import {blob, bytesOf, text, wordsOf} from './row.ts';

type Said = Omit<WithholdingRecord, 'id' | 'planId' | 'compartmentId'>;
type Stored = Omit<Said, 'releaseTold' | 'readerAsked'> &
  Partial<Pick<Said, 'releaseTold'>> & {
    readonly readerAsked: (Omit<ReaderAsked, 'told'> & Partial<Pick<ReaderAsked, 'told'>>) | null;
  };

/** Decisions to withhold, each one sealed blob. */
export class WithholdingTables implements SealedTable {
  readonly #sealing: Sealing;
  readonly #put;
  readonly #all;
  readonly #bodies;
  readonly #setBody;
  /** Asked for by every request while an emergency is open. */
  readonly #opened = new OpenedRows<Said>();

  constructor(db: DatabaseSync, sealing: Sealing) {
    this.#sealing = sealing;
    this.#put = db.prepare(
      `INSERT INTO withholding (id, plan_id, doc, body)
       SELECT ?, ?, doc, ? FROM compartment WHERE id=? AND plan_id=?
       ON CONFLICT (id) DO UPDATE SET doc=excluded.doc, body=excluded.body`,
    );
    this.#bodies = db.prepare(
      `SELECT withholding.id, body FROM withholding JOIN compartment ON compartment.doc = withholding.doc
       WHERE compartment.id=?`,
    );
    this.#setBody = db.prepare('UPDATE withholding SET body=? WHERE id=?');
    this.#all = db.prepare(
      `SELECT withholding.*, compartment.id AS compartment_id FROM withholding
       JOIN compartment ON compartment.doc = withholding.doc WHERE withholding.plan_id=? ORDER BY withholding.rowid`,
    );
  }

  *sealedRows(compartment: CompartmentId): Iterable<SealedRow> {
    for (const row of this.#bodies.all(compartment)) {
      const id = text(row, 'id');
      const put = (body: Uint8Array): void => void this.#setBody.run(body, id);
      yield {
        kind: 'withholding',
        name: `withholding ${id}`,
        bytes: blob(row, 'body'),
        bound: bytesOf(id),
        put,
      };
    }
  }

  /** To be called inside a transaction. */
  put(record: WithholdingRecord): void {
    const {id, planId, compartmentId, ...said} = record;
    const words = bytesOf(JSON.stringify(said));
    const body = this.#sealing.seal(compartmentId, 'withholding', words, bytesOf(id));
    const {changes} = this.#put.run(id, planId, body, compartmentId, planId);
    if (changes === 0) throw new StorageError('NOT_FOUND', compartmentId);
  }

  all(planId: PlanId): WithholdingRecord[] {
    return this.#all.all(planId).map(row => {
      const compartmentId = text<WithholdingRecord['compartmentId']>(row, 'compartment_id');
      const id = text<WithholdingRecord['id']>(row, 'id');
      const bytes = blob(row, 'body');
      const said = this.#opened.read(id, bytes, () => {
        const body = this.#sealing.open(compartmentId, 'withholding', bytes, bytesOf(id));
        // Only `put` ever wrote here, at first without what the child was told.
        const {releaseTold = null, readerAsked, ...found} = JSON.parse(wordsOf(body)) as Stored;
        return {
          ...found,
          releaseTold,
          readerAsked: readerAsked && {...readerAsked, told: readerAsked.told ?? null},
        };
      });
      return {id, planId, compartmentId, ...said};
    });
  }
}
