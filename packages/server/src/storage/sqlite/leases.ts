import type {DatabaseSync} from 'node:sqlite';
import type {PlanId} from '@goldthread/schema';
import {StorageError} from '../plan-storage.ts';
import type {Lease} from '../records.ts';
import type {Transaction} from './transaction.ts';

/**
 * Who may write each plan. Checked in every write transaction: the tokens that were read stay valid as long as no other
 * connection wrote to the file, which SQLite tells by `data_version`, so that the usual check reads no row.
 */
export class Leases {
  readonly #transaction: Transaction;
  readonly #onOthersWrote: () => void;
  readonly #read;
  readonly #write;
  readonly #dataVersion;
  readonly #tokens = new Map<PlanId, number>();
  #seenVersion = -1;

  constructor(db: DatabaseSync, transaction: Transaction, onOthersWrote: () => void) {
    this.#transaction = transaction;
    this.#onOthersWrote = onOthersWrote;
    this.#read = db.prepare('SELECT owner, token FROM plan_lease WHERE plan_id=?');
    this.#write = db.prepare('INSERT OR REPLACE INTO plan_lease (plan_id, owner, token) VALUES (?,?,?)');
    this.#dataVersion = db.prepare('PRAGMA data_version');
  }

  acquire(planId: PlanId, owner: string, takeOver: boolean): Lease | null {
    return this.#transaction.run(() => {
      const row = this.#read.get(planId);
      if (row !== undefined && row['owner'] === owner) return {planId, owner, token: Number(row['token'])};
      if (row !== undefined && !takeOver) return null;
      const token = Number(row?.['token'] ?? 0) + 1;
      this.#write.run(planId, owner, token);
      this.#tokens.delete(planId);
      return {planId, owner, token};
    });
  }

  /** Throws unless `token` is the newest of the plan. To be called inside the transaction that writes. */
  check(planId: PlanId, token: number): void {
    if (this.#current(planId) !== token) throw new StorageError('STALE_TOKEN', planId);
  }

  /**
   * Forgets what was read if another connection wrote since, and says whether one did. To be called once at the
   * start of each transaction.
   */
  refresh(): boolean {
    const version = Number(this.#dataVersion.get()?.['data_version']);
    const othersWrote = version !== this.#seenVersion;
    if (othersWrote || this.#tokens.size > 10_000) this.#tokens.clear();
    if (othersWrote) this.#onOthersWrote();
    this.#seenVersion = version;
    return othersWrote;
  }

  #current(planId: PlanId): number {
    const known = this.#tokens.get(planId);
    if (known !== undefined) return known;
    const token = Number(this.#read.get(planId)?.['token'] ?? 0);
    this.#tokens.set(planId, token);
    return token;
  }
}
