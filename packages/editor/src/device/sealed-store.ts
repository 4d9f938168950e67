import {KEY_STORE} from './device-key.ts';
import {answerOf, committed} from './idb.ts';
import {seal, unseal} from './seal.ts';

const RECORDS = 'records';
const UPDATES = 'updates';
const BY_DOC = 'by-doc';

interface SealedUpdate {
  readonly doc: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** Opens a database of the device, making it where it is new. */
export function openDatabase(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    const database = request.result;
    database.createObjectStore(KEY_STORE);
    database.createObjectStore(RECORDS);
    database.createObjectStore(UPDATES, {autoIncrement: true}).createIndex(BY_DOC, 'doc');
  };
  return answerOf(request);
}

/** Records by name and updates by document, each sealed before it is written. Writes keep their order. */
export class SealedStore {
  readonly #database: IDBDatabase;
  readonly #key: CryptoKey;
  #last: Promise<unknown> = Promise.resolve();
  #isHealthy = true;
  #isOver = false;

  constructor(database: IDBDatabase, key: CryptoKey) {
    this.#database = database;
    this.#key = key;
  }

  /** False once something couldn't be written, as when the device is full. */
  get isHealthy(): boolean {
    return this.#isHealthy;
  }

  /** Nothing is written any more: the database is being closed. */
  end(): void {
    this.#isHealthy = false;
    this.#isOver = true;
  }

  /** Resolves when everything asked for so far is on disk: a page that is closed earlier would take it back. */
  async settle(): Promise<void> {
    await this.#last;
  }

  put(name: string, value: unknown): Promise<void> {
    return this.#inOrder(async () => {
      const sealed = await seal(this.#key, name, new TextEncoder().encode(JSON.stringify(value)));
      const store = this.#store(RECORDS, 'readwrite');
      store.put(sealed, name);
      await committed(store.transaction);
    });
  }

  /** Null if there is none, or if it can't be opened. */
  async get(name: string): Promise<unknown> {
    await this.#last;
    if (this.#isOver) return null;
    return this.#open(name, await answerOf(this.#store(RECORDS, 'readonly').get(name)));
  }

  /** Reads a record and removes it in one step, so that of two pages only one gets it. */
  async take(name: string): Promise<unknown> {
    await this.#last;
    if (this.#isOver) return null;
    const store = this.#store(RECORDS, 'readwrite');
    const found: unknown = await answerOf(store.get(name));
    store.delete(name);
    await committed(store.transaction);
    return this.#open(name, found);
  }

  remove(name: string): Promise<void> {
    return this.#inOrder(async () => {
      await answerOf(this.#store(RECORDS, 'readwrite').delete(name));
    });
  }

  append(doc: string, update: Uint8Array): Promise<void> {
    return this.#inOrder(async () => {
      const sealed = await seal(this.#key, doc, update);
      const store = this.#store(UPDATES, 'readwrite');
      store.add({doc, sealed} satisfies SealedUpdate);
      await committed(store.transaction);
    });
  }

  /** The updates of a document in the order in which they were written; damaged ones are left out. */
  async updates(doc: string): Promise<{keys: readonly IDBValidKey[]; updates: readonly Uint8Array[]}> {
    await this.#last;
    if (this.#isOver) return {keys: [], updates: []};
    const index = this.#store(UPDATES, 'readonly').index(BY_DOC);
    const [keys, found] = await Promise.all([answerOf(index.getAllKeys(doc)), answerOf(index.getAll(doc))]);
    // Nobody but `append` writes here.
    const sealed = found as readonly SealedUpdate[];
    const opened = await Promise.all(sealed.map(one => unseal(this.#key, doc, one.sealed)));
    return {keys, updates: opened.filter(update => update !== null)};
  }

  /** Puts one update in the place of several, in one step. */
  replace(doc: string, keys: readonly IDBValidKey[], update: Uint8Array | null): Promise<void> {
    return this.#inOrder(async () => {
      const sealed = update === null ? null : await seal(this.#key, doc, update);
      const store = this.#store(UPDATES, 'readwrite');
      for (const key of keys) store.delete(key);
      if (sealed !== null) store.add({doc, sealed} satisfies SealedUpdate);
      await committed(store.transaction);
    });
  }

  async #open(name: string, found: unknown): Promise<unknown> {
    if (!(found instanceof Uint8Array)) return null;
    // Nobody but `put` writes here, from memory of its own.
    const plain = await unseal(this.#key, name, found as Uint8Array<ArrayBuffer>);
    return plain === null ? null : JSON.parse(new TextDecoder().decode(plain));
  }

  #store(name: string, mode: IDBTransactionMode): IDBObjectStore {
    return this.#database.transaction(name, mode).objectStore(name);
  }

  /** A failed write ends keeping, it doesn't end the page: the words are still in the document. */
  #inOrder(write: () => Promise<void>): Promise<void> {
    const next = this.#last.then(async () => {
      if (!this.#isHealthy) return;
      try {
        await write();
      } catch {
        this.#isHealthy = false;
      }
    });
    this.#last = next;
    return next;
  }
}
