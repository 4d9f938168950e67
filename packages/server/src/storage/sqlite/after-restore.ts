import {join} from 'node:path';
import {DATABASE_FILE, openDatabase} from './open-database.ts';

/**
 * Makes a data folder that was just restored safe to serve: every document gets a new lineage, so that no page brings back
 * words that were written since; every session ends and every unused link expires, since who may come in may have changed.
 */
export function closeWhatWasOpen(folder: string, now: number): void {
  const db = openDatabase(join(folder, DATABASE_FILE));
  try {
    db.exec('BEGIN IMMEDIATE');
    db.exec('UPDATE compartment SET epoch = epoch + 1');
    db.prepare('UPDATE session SET ended_at=? WHERE ended_at IS NULL').run(now);
    db.prepare('UPDATE invite SET expires_at=? WHERE used_at IS NULL AND expires_at > ?').run(now, now);
    db.exec('COMMIT');
  } finally {
    db.close();
  }
}
