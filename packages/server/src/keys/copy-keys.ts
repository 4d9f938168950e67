import {DatabaseSync} from 'node:sqlite';
import {KEY_TABLES} from './key-tables.ts';

/** Rows as they are, still wrapped. */
interface WrappedKeys {
  readonly ring: readonly Row[];
  readonly keys: readonly Row[];
}
type Row = Record<string, unknown>;

/**
 * Copies a file of wrapped keys while `alsoCopy` copies what lies under them and others go on writing. Keys that were there
 * before as well as after are in the copy, since one that is made or destroyed meanwhile may be needed; needs no master key.
 */
export async function copyKeys(from: string, to: string, alsoCopy: () => Promise<void>): Promise<void> {
  const before = readKeys(from);
  await alsoCopy();
  const after = readKeys(from);
  const db = new DatabaseSync(to);
  try {
    db.exec(KEY_TABLES);
    db.exec('BEGIN IMMEDIATE');
    for (const {name, proof} of after.ring)
      db.prepare('INSERT INTO ring VALUES (?,?)').run(String(name), blob(proof));
    const add = db.prepare('INSERT OR IGNORE INTO data_key VALUES (?,?,?,?)');
    for (const {id, compartment_id: compartment, purpose, wrapped} of [...before.keys, ...after.keys]) {
      add.run(Number(id), String(compartment), String(purpose), blob(wrapped));
    }
    db.exec('COMMIT');
  } finally {
    db.close();
  }
}

function readKeys(file: string): WrappedKeys {
  const db = new DatabaseSync(file, {readOnly: true});
  try {
    db.exec('PRAGMA busy_timeout=5000');
    return {
      ring: db.prepare('SELECT * FROM ring').all(),
      keys: db.prepare('SELECT * FROM data_key ORDER BY id').all(),
    };
  } finally {
    db.close();
  }
}

function blob(value: unknown): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array();
}
