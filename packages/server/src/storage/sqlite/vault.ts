import type {DatabaseSync} from 'node:sqlite';
import type {CompartmentId} from '@goldthread/schema';
import {unsealed, type SealedTable, type Sealing} from '../sealing.ts';
import {text} from './row.ts';
import {emptyWriteAheadLog} from './sqlite-upkeep.ts';
import type {Transaction} from './transaction.ts';

/**
 * Makes sure that a database and its keys belong together, and that everything is sealed under a key that is still there.
 * Owns no table but the one row that names the keys.
 */
export class Vault {
  readonly #db: DatabaseSync;
  readonly #transaction: Transaction;
  readonly #sealing: Sealing;
  readonly #tables: readonly SealedTable[];
  /** Compartments whose words lie under their new key as soon as the transaction that runs is on disk. */
  readonly #renewed = new Set<CompartmentId>();

  constructor(db: DatabaseSync, transaction: Transaction, sealing: Sealing, tables: readonly SealedTable[]) {
    this.#db = db;
    this.#transaction = transaction;
    this.#sealing = sealing;
    this.#tables = tables;
  }

  /** To be called first: seals a database that isn't sealed yet, and finishes what a crash left half done. */
  open(): void {
    const row = this.#db.prepare('SELECT keys FROM vault').get();
    if (row === undefined) {
      if (this.#sealing !== unsealed) this.#sealEverything();
    } else if (row['keys'] !== this.#sealing.name) {
      throw new Error('The database in the data folder was sealed with other keys than these.');
    }
    for (const id of this.#sealing.unfinished()) this.rotate(id);
  }

  /** Seals everything of a compartment under a new key and destroys the older ones. */
  rotate(id: CompartmentId, purgedAt?: number): void {
    this.#transaction.run(() => {
      this.renew(id);
    });
    this.settle(purgedAt);
  }

  /** Seals everything of a compartment under a new key. To be called inside a transaction, and {@link settle} after it. */
  renew(id: CompartmentId): void {
    this.#sealing.renew(id);
    this.#reseal(id, this.#sealing);
    this.#renewed.add(id);
  }

  /** Destroys the older keys, now that the transaction which renewed them is on disk. */
  settle(purgedAt?: number): void {
    if (this.#renewed.size === 0) return;
    this.#flush();
    for (const id of this.#renewed) this.#sealing.retire(id, purgedAt);
    this.#renewed.clear();
  }

  /** The transaction was taken back: what is stored lies under the older keys, which stay until the next renewal. */
  forget(): void {
    this.#renewed.clear();
  }

  #sealEverything(): void {
    this.#transaction.run(() => {
      const ids = this.#db
        .prepare('SELECT id FROM compartment UNION ALL SELECT id FROM contact')
        .all()
        .map(row => text<CompartmentId>(row, 'id'));
      this.#sealing.prepare(ids);
      for (const id of ids) this.#reseal(id, unsealed);
      this.#db.prepare('INSERT INTO vault VALUES (?)').run(this.#sealing.name);
    });
    this.#flush();
  }

  /** Opens everything of a compartment with one sealing and seals it with ours. */
  #reseal(id: CompartmentId, from: Sealing): void {
    for (const table of this.#tables) {
      for (const {kind, bytes, bound, put} of [...table.sealedRows(id)]) {
        put?.(this.#sealing.seal(id, kind, from.open(id, kind, bytes, bound), bound));
      }
      table.reseal?.(id, from, this.#sealing);
    }
  }

  /** Leaves nothing of what was overwritten in the write-ahead log. */
  #flush(): void {
    emptyWriteAheadLog(this.#db);
  }
}
