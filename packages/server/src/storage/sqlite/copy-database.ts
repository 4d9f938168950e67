import {backup, DatabaseSync} from 'node:sqlite';

const ALL_PAGES = 2 ** 31 - 1;

/**
 * Writes a consistent copy of a database file while others go on writing. Over a connection of its own, since SQLite copies
 * on another thread and fails if the connection writes meanwhile; and all pages in one step, since it starts afresh after
 * each step that another connection wrote in. The copy is one file, with no write-ahead log beside it.
 */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const source = new DatabaseSync(from, {readOnly: true});
  try {
    await backup(source, to, {rate: ALL_PAGES});
  } finally {
    source.close();
  }
  const copy = new DatabaseSync(to);
  copy.exec('PRAGMA journal_mode=DELETE');
  copy.close();
}
