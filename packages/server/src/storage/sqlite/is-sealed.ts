import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {DATABASE_FILE} from './open-database.ts';

/** Whether a data folder holds a database that was sealed under some keys. */
export function isSealed(folder: string): boolean {
  const file = join(folder, DATABASE_FILE);
  if (!existsSync(file)) return false;
  const db = new DatabaseSync(file, {readOnly: true});
  try {
    const hasVault = db.prepare(`SELECT 1 FROM sqlite_schema WHERE name='vault'`).get() !== undefined;
    return hasVault && db.prepare('SELECT 1 FROM vault').get() !== undefined;
  } finally {
    db.close();
  }
}
