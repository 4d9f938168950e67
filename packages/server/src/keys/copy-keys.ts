import {DatabaseSync} from 'node:sqlite';
import type {PurgeNote} from './purge-ledger.ts';
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

/** Which of these purges came after the keys in a file: what lies under those may hold the purged words. */
export function purgesSince(file: string, notes: readonly PurgeNote[]): readonly PurgeNote[] {
  const {ring, keys} = readKeys(file);
  const names = ring.map(({name}) => name);
  return notes.filter(
    ({keys: name, compartmentId, firstKey}) =>
      names.includes(name) &&
      keys.some(
        ({compartment_id: id, purpose, id: key}) =>
          id === compartmentId && purpose === 'words' && Number(key) < firstKey,
      ),
  );
}

/** The ids of the keys in a file. */
export function keyIdsIn(file: string): ReadonlySet<number> {
  return new Set(readKeys(file).keys.map(({id}) => Number(id)));
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
