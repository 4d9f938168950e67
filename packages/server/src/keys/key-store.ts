import {randomBytes, type KeyObject} from 'node:crypto';
import {DatabaseSync} from 'node:sqlite';
import type {CompartmentId} from '@goldthread/schema';
import {DataKey, newKeyBytes} from './data-key.ts';
import {KeyProblem} from './key-problem.ts';
import {KEY_TABLES} from './key-tables.ts';

/** What a key is for. `record` keeps what must stay readable as long as the plan is, and is never renewed. */
export type KeyPurpose = 'words' | 'record';

/** A key with the compartment that it is for. */
export interface StoredKey {
  readonly key: DataKey;
  readonly compartmentId: CompartmentId;
  readonly purpose: KeyPurpose;
}

const MASTER = 0;

/** The file of wrapped keys. A key is on disk before anything is sealed under it. */
export class KeyStore {
  /** Random; says which keys these are. */
  readonly name: string;
  readonly #db: DatabaseSync;
  readonly #master: DataKey;
  readonly #sql;

  /** With `readOnly` nothing is ever written; there must be a file then. */
  constructor(file: string, master: KeyObject, readOnly = false) {
    this.#master = new DataKey(MASTER, master);
    this.#db = new DatabaseSync(file, {readOnly});
    this.#db.exec(readOnly ? 'PRAGMA busy_timeout=5000' : KEY_TABLES);
    this.#sql = {
      add: this.#db.prepare(`INSERT INTO data_key (compartment_id, purpose, wrapped) VALUES (?,?,x'')`),
      wrap: this.#db.prepare('UPDATE data_key SET wrapped=? WHERE id=?'),
      byId: this.#db.prepare('SELECT * FROM data_key WHERE id=?'),
      newest: this.#db.prepare(
        'SELECT * FROM data_key WHERE compartment_id=? AND purpose=? ORDER BY id DESC LIMIT 1',
      ),
      older: this.#db.prepare('DELETE FROM data_key WHERE compartment_id=? AND purpose=? AND id<?'),
      several: this.#db.prepare(
        `SELECT compartment_id FROM data_key WHERE purpose='words' GROUP BY compartment_id HAVING count(*) > 1`,
      ),
    };
    this.name = this.#identify(file);
  }

  find(id: number): StoredKey | null {
    const row = this.#sql.byId.get(id);
    return row === undefined ? null : this.#unwrap(row);
  }

  newest(compartmentId: CompartmentId, purpose: KeyPurpose): StoredKey | null {
    const row = this.#sql.newest.get(compartmentId, purpose);
    return row === undefined ? null : this.#unwrap(row);
  }

  /** Makes new keys, all or none. */
  add(wanted: readonly {readonly compartmentId: CompartmentId; readonly purpose: KeyPurpose}[]): void {
    this.#together(() => {
      for (const {compartmentId, purpose} of wanted) {
        const id = Number(this.#sql.add.run(compartmentId, purpose).lastInsertRowid);
        this.#sql.wrap.run(this.#master.seal(newKeyBytes(), about(id, compartmentId, purpose)), id);
      }
    });
  }

  /** Destroys the keys for the words of a compartment that are older than one. */
  destroyBefore(compartmentId: CompartmentId, id: number): void {
    this.#sql.older.run(compartmentId, 'words', id);
  }

  /** Compartments with more than one key for their words. */
  several(): CompartmentId[] {
    // Only ids of compartments are ever written there.
    return this.#sql.several.all().map(row => String(row['compartment_id']) as CompartmentId);
  }

  close(): void {
    this.#db.close();
  }

  #together(work: () => void): void {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      work();
      this.#db.exec('COMMIT');
    } catch (error) {
      this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  #unwrap(row: Record<string, unknown>): StoredKey {
    const id = Number(row['id']);
    // This class alone writes these columns.
    const compartmentId = String(row['compartment_id']) as CompartmentId;
    const purpose = row['purpose'] as KeyPurpose;
    const bytes = this.#master.open(asBytes(row['wrapped']), about(id, compartmentId, purpose));
    if (bytes === null) throw new KeyProblem(`Key ${id} of keys.db was changed and can't be used.`);
    return {key: new DataKey(id, bytes), compartmentId, purpose};
  }

  /** Gives the name of these keys, if the master key is the right one; the first master key is. */
  #identify(file: string): string {
    const row = this.#db.prepare('SELECT name, proof FROM ring').get();
    if (row !== undefined) {
      const name = String(row['name']);
      if (this.#master.open(asBytes(row['proof']), Buffer.from(name)) === null) {
        this.#db.close();
        throw new KeyProblem(`The master key is not the one that the keys in ${file} were wrapped with.`);
      }
      return name;
    }
    const name = randomBytes(16).toString('base64url');
    const proof = this.#master.seal(Buffer.alloc(0), Buffer.from(name));
    this.#db.prepare('INSERT INTO ring VALUES (?,?)').run(name, proof);
    return name;
  }
}

function about(id: number, compartmentId: CompartmentId, purpose: KeyPurpose): Uint8Array {
  return Buffer.from(JSON.stringify([id, compartmentId, purpose]));
}

function asBytes(value: unknown): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array();
}
