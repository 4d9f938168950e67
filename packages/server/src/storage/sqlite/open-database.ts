import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {DatabaseSync} from 'node:sqlite';

/** The database in a data folder. */
export const DATABASE_FILE = 'goldthread.db';

const MIGRATIONS = new URL('./migrations/', import.meta.url);

/**
 * Opens the database file and brings its tables up to date.
 * A commit is on disk when it returns (`synchronous=FULL`), and what is deleted is overwritten (`secure_delete`).
 */
export function openDatabase(file: string): DatabaseSync {
  const db = new DatabaseSync(file);
  db.exec(`PRAGMA busy_timeout=5000;
    PRAGMA journal_mode=WAL;
    PRAGMA synchronous=FULL;
    PRAGMA secure_delete=ON;
    PRAGMA temp_store=MEMORY;
    PRAGMA foreign_keys=ON;
    PRAGMA wal_autocheckpoint=2000;`);
  migrate(db);
  return db;
}

/** Whether a database has had every migration, and none that this version doesn't know. */
export function isUpToDate(db: DatabaseSync): boolean {
  return stepsDone(db) === migrations().length;
}

function stepsDone(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
}

function migrations(): string[] {
  return readdirSync(MIGRATIONS)
    .filter(name => /^\d{4}-.*\.sql$/.test(name))
    .sort();
}

/** Runs every migration file that this database hasn't had, in order of its number; there is no way back. */
function migrate(db: DatabaseSync): void {
  const files = migrations();
  const done = stepsDone(db);
  if (done > files.length) {
    throw new Error(
      `The data folder was written by a newer version: it is at step ${done} of ${files.length}.`,
    );
  }
  for (const [index, name] of files.entries()) {
    if (index < done) continue;
    const sql = readFileSync(fileURLToPath(new URL(name, MIGRATIONS)), 'utf8');
    db.exec('BEGIN IMMEDIATE');
    try {
      db.exec(sql);
      db.exec(`PRAGMA user_version=${index + 1}`);
      db.exec('COMMIT');
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
  }
}
