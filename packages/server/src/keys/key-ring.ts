import type {KeyObject} from 'node:crypto';
import {join} from 'node:path';
import type {CompartmentId} from '@goldthread/schema';
import {SealError, type SealedKind, type Sealing} from '../storage/index.ts';
import {copyKeys} from './copy-keys.ts';
import {keyIdOf} from './data-key.ts';
import type {PurgeLedger} from './purge-ledger.ts';
import {KeyStore, type KeyPurpose, type StoredKey} from './key-store.ts';

/** The file of wrapped keys in a data folder. */
export const KEYS_FILE = 'keys.db';

const MOST_REMEMBERED = 4096;

/** How a key ring is opened. */
export interface KeyRingOptions {
  /** For looking only. */
  readonly readOnly?: boolean;
  /** Where purges are noted, so that no backup from before one comes back. */
  readonly purgeLedger?: PurgeLedger;
}

/**
 * {@link Sealing} with keys per compartment, wrapped by the master key, in a file beside the database. A compartment has
 * one key for its words, renewed whenever its readers change, and one for the audit, whose entries are never written anew.
 */
export class KeyRing implements Sealing {
  readonly name: string;
  readonly #file: string;
  readonly #store: KeyStore;
  readonly #ledger: PurgeLedger | null;
  readonly #byId = new Map<number, StoredKey>();
  readonly #newest = new Map<string, StoredKey>();

  constructor(folder: string, master: KeyObject, options: KeyRingOptions = {}) {
    this.#file = join(folder, KEYS_FILE);
    this.#store = new KeyStore(this.#file, master, options.readOnly);
    this.#ledger = options.purgeLedger ?? null;
    this.name = this.#store.name;
  }

  prepare(ids: readonly CompartmentId[]): void {
    const wanted = ids.flatMap(compartmentId =>
      (['words', 'record'] as const).map(purpose => ({compartmentId, purpose})),
    );
    const missing = wanted.filter(one => this.#store.newest(one.compartmentId, one.purpose) === null);
    if (missing.length > 0) this.#store.add(missing);
  }

  seal(id: CompartmentId, kind: SealedKind, bytes: Uint8Array, bound?: Uint8Array): Uint8Array {
    const {key} = this.#newestFor(id, purposeOf(kind));
    return key.seal(bytes, about(id, key.id, kind, bound));
  }

  open(id: CompartmentId, kind: SealedKind, bytes: Uint8Array, bound?: Uint8Array): Uint8Array {
    const keyId = keyIdOf(bytes);
    const found = keyId === null ? null : this.#find(keyId);
    if (found === null) throw new SealError(keyId === null ? 'NOT_SEALED' : 'KEY_GONE', id);
    const opened = found.key.open(bytes, about(id, found.key.id, kind, bound));
    if (opened === null) throw new SealError('CHANGED', id);
    return opened;
  }

  renew(id: CompartmentId): void {
    this.#store.add([{compartmentId: id, purpose: 'words'}]);
    this.refresh();
  }

  retire(id: CompartmentId, purgedAt?: number): void {
    const newest = this.#store.newest(id, 'words');
    if (newest !== null) {
      // Noted first: a purge that is noted and not done is done again, one that is done and not noted could be undone.
      if (purgedAt !== undefined)
        this.#ledger?.note({keys: this.name, compartmentId: id, firstKey: newest.key.id, at: purgedAt});
      this.#store.destroyBefore(id, newest.key.id);
    }
    this.refresh();
  }

  unfinished(): readonly CompartmentId[] {
    return this.#store.several();
  }

  refresh(): void {
    this.#byId.clear();
    this.#newest.clear();
  }

  async copyTo(folder: string, alsoCopy: () => Promise<void>): Promise<void> {
    await copyKeys(this.#file, join(folder, KEYS_FILE), alsoCopy);
  }

  close(): void {
    this.#store.close();
  }

  #newestFor(id: CompartmentId, purpose: KeyPurpose): StoredKey {
    const name = `${purpose} ${id}`;
    const known = this.#newest.get(name);
    if (known !== undefined) return known;
    if (this.#store.newest(id, purpose) === null) this.prepare([id]);
    const found = this.#store.newest(id, purpose);
    if (found === null) throw new SealError('KEY_GONE', id);
    remember(this.#newest, name, found);
    return found;
  }

  #find(keyId: number): StoredKey | null {
    const known = this.#byId.get(keyId);
    if (known !== undefined) return known;
    const found = this.#store.find(keyId);
    if (found !== null) remember(this.#byId, keyId, found);
    return found;
  }
}

function remember<K>(map: Map<K, StoredKey>, name: K, key: StoredKey): void {
  if (map.size >= MOST_REMEMBERED) map.clear();
  map.set(name, key);
}

function purposeOf(kind: SealedKind): KeyPurpose {
  return kind === 'audit' ? 'record' : 'words';
}

/** What is sealed, where and under which key: bytes that are found in another place don't open. */
function about(id: CompartmentId, keyId: number, kind: SealedKind, bound?: Uint8Array): Uint8Array {
  const place = Buffer.from(`${id} ${keyId} ${kind} `, 'latin1');
  return bound === undefined ? place : Buffer.concat([place, bound]);
}
