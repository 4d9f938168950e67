import type {DatabaseSync, StatementSync} from 'node:sqlite';

/** Runs work in one write transaction: all of it is kept, or none. Work inside other work belongs to that one's transaction. */
export class Transaction {
  readonly #db: DatabaseSync;
  readonly #begin: StatementSync;
  readonly #commit: StatementSync;
  readonly #rollback: StatementSync;
  /** Runs first in each transaction. */
  onBegin: () => void = () => undefined;

  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#begin = db.prepare('BEGIN IMMEDIATE');
    this.#commit = db.prepare('COMMIT');
    this.#rollback = db.prepare('ROLLBACK');
  }

  run<T>(work: () => T): T {
    if (this.#db.isTransaction) return work();
    this.#begin.run();
    try {
      this.onBegin();
      const result = work();
      this.#commit.run();
      return result;
    } catch (error) {
      if (this.#db.isTransaction) this.#rollback.run();
      throw error;
    }
  }
}
