/* eslint-disable @typescript-eslint/require-await -- async turns what SQLite throws into a rejection, as every other database has it */
import {dirname} from 'node:path';
import type {DatabaseSync} from 'node:sqlite';
import type {CompartmentId} from '@goldthread/schema';
import type {DocumentName, TicketAge, Upkeep} from '../upkeep.ts';
import type {DocumentTables} from './document-tables.ts';
import {integer, text} from './row.ts';
import {occurrencesIn} from './scan-files.ts';
import type {Transaction} from './transaction.ts';

/** A session that was left unused is over when its time is, at the latest. */
const OLD_TICKETS = `FROM ticket JOIN session ON session.id = ticket.session_id
  JOIN compartment ON compartment.doc = ticket.doc
  WHERE ticket.wrote=0 AND ticket.created_at < ? AND (session.ended_at < ? OR session.expires_at < ?)`;

/** {@link Upkeep} of a SQLite file with a write-ahead log. */
export class SqliteUpkeep implements Upkeep {
  readonly #db: DatabaseSync;
  readonly #transaction: Transaction;
  readonly #documents: DocumentTables;
  readonly #sql;

  constructor(db: DatabaseSync, transaction: Transaction, documents: DocumentTables) {
    this.#db = db;
    this.#transaction = transaction;
    this.#documents = documents;
    this.#sql = {
      tails: db.prepare(
        `SELECT compartment.id, compartment.plan_id FROM compartment LEFT JOIN snapshot USING (doc)
         WHERE ifnull((SELECT last_seq FROM log_chunk WHERE log_chunk.doc = compartment.doc
           ORDER BY first_seq DESC LIMIT 1), 0) > ifnull(snapshot.up_to_seq, 0) ORDER BY compartment.doc`,
      ),
      oldTickets: db.prepare(`SELECT DISTINCT compartment.id ${OLD_TICKETS} ORDER BY compartment.doc`),
      oldTicketsOf: db.prepare(`SELECT ticket.rowid AS row, cid ${OLD_TICKETS} AND compartment.id=?`),
      keepTicket: db.prepare('UPDATE ticket SET wrote=1 WHERE rowid=?'),
      forgetTicket: db.prepare('DELETE FROM ticket WHERE rowid=?'),
      night: db.prepare('SELECT max(done_at) AS done_at FROM night'),
      clearNight: db.prepare('DELETE FROM night'),
      setNight: db.prepare('INSERT INTO night VALUES (?)'),
    };
  }

  async tails(): Promise<readonly DocumentName[]> {
    this.#transaction.run(() => {
      this.#documents.settle();
    });
    return this.#sql.tails.all().map(row => ({planId: text(row, 'plan_id'), compartmentId: text(row, 'id')}));
  }

  async oldTickets({madeBefore, overBefore}: TicketAge): Promise<readonly CompartmentId[]> {
    return this.#sql.oldTickets.all(madeBefore, overBefore, overBefore).map(row => text(row, 'id'));
  }

  async forgetTickets(id: CompartmentId, {madeBefore, overBefore}: TicketAge): Promise<void> {
    this.#transaction.run(() => {
      const old = this.#sql.oldTicketsOf.all(madeBefore, overBefore, overBefore, id);
      const writers = old.length === 0 ? new Set<number>() : this.#documents.writers(id);
      for (const row of old) {
        const isWriter = writers.has(integer(row, 'cid'));
        (isWriter ? this.#sql.keepTicket : this.#sql.forgetTicket).run(integer(row, 'row'));
      }
    });
  }

  async scrub(): Promise<boolean> {
    this.#transaction.run(() => {
      this.#documents.settle();
    });
    return emptyWriteAheadLog(this.#db);
  }

  async occurrences(needles: readonly Uint8Array[]): Promise<number> {
    const file = this.#db.prepare('PRAGMA database_list').get()?.['file'];
    return typeof file === 'string' ? occurrencesIn(dirname(file), needles) : 0;
  }

  async rebuild(): Promise<void> {
    this.#db.exec('VACUUM');
    emptyWriteAheadLog(this.#db);
  }

  async nightDoneAt(): Promise<number | null> {
    const row = this.#sql.night.get();
    return row === undefined || row['done_at'] === null ? null : integer(row, 'done_at');
  }

  async noteNight(at: number): Promise<void> {
    this.#transaction.run(() => {
      this.#sql.clearNight.run();
      this.#sql.setNight.run(at);
    });
  }
}

/** Moves everything into the database file and leaves the log empty; `false` where a reader is in the way, for whom it doesn't wait. */
export function emptyWriteAheadLog(db: DatabaseSync): boolean {
  const before = Number(db.prepare('PRAGMA busy_timeout').get()?.['timeout'] ?? 0);
  db.exec('PRAGMA busy_timeout=0');
  try {
    return db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy'] === 0;
  } finally {
    db.exec(`PRAGMA busy_timeout=${before}`);
  }
}
