import type {DatabaseSync} from 'node:sqlite';
import type {CompartmentId, PlanId} from '@goldthread/schema';
import type {GlassRecord} from '../glass-record.ts';
import {StorageError} from '../plan-storage.ts';
import type {SealedRow, SealedTable, Sealing} from '../sealing.ts';
import {OpenedRows} from './opened-rows.ts';
import {blob, bytesOf, text, wordsOf, type Row} from './row.ts';

type Said = Omit<GlassRecord, 'id' | 'planId' | 'sharedId'>;

/** Openings in an emergency, each one sealed blob. */
export class GlassTables implements SealedTable {
  readonly #sealing: Sealing;
  readonly #put;
  readonly #open;
  readonly #bodies;
  readonly #setBody;
  /** Asked for by every request while an emergency is open. */
  readonly #opened = new OpenedRows<Said>();

  constructor(db: DatabaseSync, sealing: Sealing) {
    this.#sealing = sealing;
    this.#put = db.prepare(
      `INSERT INTO glass (id, plan_id, doc, until, body)
       SELECT ?, ?, doc, ?, ? FROM compartment WHERE id=? AND plan_id=?
       ON CONFLICT (id) DO UPDATE SET until=excluded.until, body=excluded.body`,
    );
    this.#open = db.prepare(
      `SELECT glass.*, compartment.id AS shared_id FROM glass JOIN compartment ON compartment.doc = glass.doc
       WHERE glass.plan_id=? AND until > ? ORDER BY glass.rowid`,
    );
    this.#bodies = db.prepare(
      'SELECT glass.id, body FROM glass JOIN compartment ON compartment.doc = glass.doc WHERE compartment.id=?',
    );
    this.#setBody = db.prepare('UPDATE glass SET body=? WHERE id=?');
  }

  *sealedRows(compartment: CompartmentId): Iterable<SealedRow> {
    for (const row of this.#bodies.all(compartment)) {
      const id = text(row, 'id');
      const put = (body: Uint8Array): void => void this.#setBody.run(body, id);
      yield {kind: 'glass', name: `glass ${id}`, bytes: blob(row, 'body'), bound: bytesOf(id), put};
    }
  }

  /** To be called inside a transaction. */
  put(record: GlassRecord): void {
    const {id, planId, sharedId, ...said} = record;
    const body = this.#sealing.seal(sharedId, 'glass', bytesOf(JSON.stringify(said)), bytesOf(id));
    const {changes} = this.#put.run(id, planId, said.until, body, sharedId, planId);
    if (changes === 0) throw new StorageError('NOT_FOUND', sharedId);
  }

  /** Those that end after a moment. */
  endingAfter(planId: PlanId, at: number): GlassRecord[] {
    const rows = this.#open.all(planId, at).map(row => this.#read(planId, row));
    // The column only finds them; when one ends is what is sealed.
    return rows.filter(({until}) => until > at);
  }

  #read(planId: PlanId, row: Row): GlassRecord {
    const sharedId = text<CompartmentId>(row, 'shared_id');
    const id = text<GlassRecord['id']>(row, 'id');
    const bytes = blob(row, 'body');
    const said = this.#opened.read(id, bytes, () => {
      const body = this.#sealing.open(sharedId, 'glass', bytes, bytesOf(id));
      // Only `put` ever wrote here.
      return JSON.parse(wordsOf(body)) as Said;
    });
    return {id, planId, sharedId, ...said};
  }
}
