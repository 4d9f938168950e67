import type {DatabaseSync} from 'node:sqlite';
import type {CompartmentId, PlanId} from '@goldthread/schema';
import {CHAIN_START, chainHash, type ChainedRow} from '../audit-chain.ts';
import type {AuditEntry, AuditPage} from '../audit-entry.ts';
import {StorageError} from '../plan-storage.ts';
import type {Sealing} from '../sealing.ts';
import {blob, bytesOf, integer, text, textOrNull, wordsOf, type Row} from './row.ts';

const EVERYTHING = -1;

/** What was done on each plan: one chain a plan, only added to. */
export class AuditTables {
  readonly #sealing: Sealing;
  readonly #sql;

  constructor(db: DatabaseSync, sealing: Sealing) {
    this.#sealing = sealing;
    this.#sql = prepare(db);
  }

  /** To be called inside a transaction. */
  append(entry: AuditEntry, once: boolean): void {
    const {planId, at, compartmentId, ...said} = entry;
    const where = this.#placeOf(planId, compartmentId);
    if (once && !this.#isFirst(entry, where.doc)) return;
    const head = this.#sql.head.get(planId);
    const before = head === undefined ? CHAIN_START : blob(head, 'hash');
    const number = head === undefined ? 1 : integer(head, 'number') + 1;
    const body = this.#sealing.seal(where.id, 'audit', encode(said), before);
    const hash = chainHash(before, {planId, number, at, compartmentId, body});
    this.#sql.append.run(planId, number, at, compartmentId === null ? null : where.doc, body, hash);
    this.#sql.setHead.run(planId, number, hash);
  }

  /** Newest first. */
  page(planId: PlanId, {before = Number.MAX_SAFE_INTEGER, limit = EVERYTHING}: AuditPage): AuditEntry[] {
    const rows = this.#sql.page.all(planId, before, limit);
    const last = rows.at(-1);
    if (last !== undefined && limit !== EVERYTHING) {
      rows.push(...this.#sql.moment.all(planId, integer(last, 'at'), integer(last, 'number')));
    }
    return rows.map(row => this.#read(planId, row));
  }

  /** Every row of a plan as it is stored, oldest first. */
  *chain(planId: PlanId): Iterable<ChainedRow> {
    const shared = this.#placeOf(planId, null).id;
    for (const row of this.#sql.chain.iterate(planId)) {
      const compartmentId = textOrNull<CompartmentId>(row, 'compartment_id');
      const link = {number: integer(row, 'number'), at: integer(row, 'at'), compartmentId};
      const sealed = {body: blob(row, 'body'), hash: blob(row, 'hash'), sealedWith: compartmentId ?? shared};
      yield {planId, ...link, ...sealed};
    }
  }

  /** The newest row of a plan, as it was noted beside the rows; `null` where there is none. */
  head(planId: PlanId): {readonly number: number; readonly hash: Uint8Array} | null {
    const row = this.#sql.head.get(planId);
    return row === undefined ? null : {number: integer(row, 'number'), hash: blob(row, 'hash')};
  }

  #read(planId: PlanId, row: Row): AuditEntry {
    const id = textOrNull<CompartmentId>(row, 'compartment_id');
    const before = row['before'] instanceof Uint8Array ? row['before'] : CHAIN_START;
    const sealedWith = this.#placeOf(planId, id).id;
    const body = this.#sealing.open(sealedWith, 'audit', blob(row, 'body'), before);
    // Only `append` ever wrote here.
    const said = JSON.parse(wordsOf(body)) as Omit<AuditEntry, 'planId' | 'at'>;
    return {planId, at: integer(row, 'at'), ...said, compartmentId: id};
  }

  /** The document whose key an entry is under: its own, or the shared one where it belongs to none. */
  #placeOf(planId: PlanId, id: CompartmentId | null): {readonly doc: number; readonly id: CompartmentId} {
    const row = id === null ? this.#sql.shared.get(planId) : this.#sql.compartment.get(id, planId);
    if (row === undefined) throw new StorageError('NOT_FOUND', id ?? planId);
    return {doc: integer(row, 'doc'), id: text(row, 'id')};
  }

  #isFirst({sessionId, action}: AuditEntry, doc: number): boolean {
    return sessionId === null || this.#sql.once.run(sessionId, doc, action).changes === 1;
  }
}

function encode(said: Omit<AuditEntry, 'planId' | 'at' | 'compartmentId'>): Uint8Array {
  return bytesOf(JSON.stringify(said));
}

function prepare(db: DatabaseSync) {
  const rows = `SELECT audit.*, compartment.id AS compartment_id,
      (SELECT hash FROM audit AS older WHERE older.plan_id = audit.plan_id AND older.number = audit.number - 1) AS before
    FROM audit LEFT JOIN compartment ON compartment.doc = audit.doc`;
  return {
    head: db.prepare('SELECT number, hash FROM audit_head WHERE plan_id=?'),
    setHead: db.prepare(
      `INSERT INTO audit_head VALUES (?,?,?)
       ON CONFLICT (plan_id) DO UPDATE SET number=excluded.number, hash=excluded.hash`,
    ),
    append: db.prepare('INSERT INTO audit (plan_id, number, at, doc, body, hash) VALUES (?,?,?,?,?,?)'),
    once: db.prepare('INSERT OR IGNORE INTO audit_once VALUES (?,?,?)'),
    shared: db.prepare(`SELECT doc, id FROM compartment WHERE plan_id=? AND kind='shared'`),
    compartment: db.prepare('SELECT doc, id FROM compartment WHERE id=? AND plan_id=?'),
    chain: db.prepare(`${rows} WHERE audit.plan_id=? ORDER BY audit.number`),
    page: db.prepare(
      `${rows} WHERE audit.plan_id=? AND audit.at<? ORDER BY audit.at DESC, audit.number DESC LIMIT ?`,
    ),
    moment: db.prepare(
      `${rows} WHERE audit.plan_id=? AND audit.at=? AND audit.number<? ORDER BY audit.number DESC`,
    ),
  };
}
