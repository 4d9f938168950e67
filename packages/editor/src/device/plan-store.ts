import type {CompartmentId, PlanId} from '@goldthread/schema';
import type {DocCopy} from '../sync/doc-copy.ts';
import {extended, isExpired, loadDeviceKey, saveDeviceKey, type DeviceKey} from './device-key.ts';
import {removeDatabase} from './idb.ts';
import {nameOf, openSealed, PREFIX} from './open-sealed.ts';
import type {PlanCopies, PlanCopy, PlanCopyOptions} from '../sync/plan-copy.ts';
import {SealedDocCopy} from './sealed-doc-copy.ts';
import {openDatabase, SealedStore} from './sealed-store.ts';

/** The time of last contact is written at most this often, in milliseconds. */
const CONTACT_PAUSE = 60_000;

/**
 * Opens what this device keeps of a plan for one person. Null where there is nothing and nothing may be made, and
 * where the browser offers no storage. A copy whose time is over is removed, never read.
 */
export async function openPlanCopy(options: PlanCopyOptions): Promise<PlanCopy | null> {
  if (typeof indexedDB === 'undefined' || options.limitHours === 0) return null;
  const name = nameOf(options.planId, options.participantId);
  try {
    return await openNamed(name, options);
  } catch {
    // A browser that refuses storage, as in a private window: the page works without it and says so.
    return null;
  }
}

/** Removes what this device keeps of a plan for one person. */
export async function dropPlanCopy(planId: PlanId, participantId: string): Promise<void> {
  if (typeof indexedDB !== 'undefined') await removeDatabase(nameOf(planId, participantId));
}

/** Removes every copy on this device whose time is over, whoever it belonged to. For the start of any page. */
export async function dropExpiredCopies(now: Date): Promise<void> {
  if (typeof indexedDB === 'undefined') return;
  for (const {name} of await indexedDB.databases()) {
    if (name === undefined || !name.startsWith(PREFIX)) continue;
    const database = await openDatabase(name);
    const key = await loadDeviceKey(database);
    database.close();
    if (key === null || isExpired(key, now)) await removeDatabase(name);
  }
}

/** The copies in this browser's own database. */
export const deviceCopies: PlanCopies = {
  open: openPlanCopy,
  drop: dropPlanCopy,
  dropExpired: dropExpiredCopies,
};

async function openNamed(name: string, {limitHours, now}: PlanCopyOptions): Promise<PlanCopy | null> {
  const opened = await openSealed(name, limitHours, now());
  return opened === null ? null : new SealedPlanCopy(name, opened.database, opened.key, now);
}

/** The copy of one plan in one database. Owns the database and its key. */
class SealedPlanCopy implements PlanCopy {
  readonly #name: string;
  readonly #database: IDBDatabase;
  readonly #store: SealedStore;
  readonly #now: () => Date;
  readonly #docs = new Map<CompartmentId, DocCopy>();
  readonly #expiry: ReturnType<typeof setInterval>;
  #key: DeviceKey;
  #contactAt = 0;

  constructor(name: string, database: IDBDatabase, key: DeviceKey, now: () => Date) {
    this.#name = name;
    this.#database = database;
    this.#key = key;
    this.#now = now;
    this.#store = new SealedStore(database, key.key);
    // Another page of this browser removes the copy: let go, or it would stay.
    database.onversionchange = () => this.#close();
    this.#expiry = setInterval(() => void this.#dropIfExpired(), CONTACT_PAUSE);
  }

  doc(compartment: CompartmentId): DocCopy {
    const known = this.#docs.get(compartment) ?? new SealedDocCopy(this.#store, compartment);
    this.#docs.set(compartment, known);
    return known;
  }

  loadFacts(): Promise<unknown> {
    return this.#store.get('plan');
  }

  keepFacts(facts: unknown): void {
    void this.#store.put('plan', facts);
  }

  noteContact(): void {
    const now = this.#now();
    if (now.getTime() - this.#contactAt < CONTACT_PAUSE || !this.#store.isHealthy) return;
    this.#contactAt = now.getTime();
    this.#key = extended(this.#key, now);
    void saveDeviceKey(this.#database, this.#key);
  }

  settle(): Promise<void> {
    return this.#store.settle();
  }

  async drop(): Promise<void> {
    await this.#store.settle();
    this.#close();
    await removeDatabase(this.#name);
  }

  async #dropIfExpired(): Promise<void> {
    if (isExpired(this.#key, this.#now())) await this.drop();
  }

  #close(): void {
    clearInterval(this.#expiry);
    this.#store.end();
    this.#database.close();
  }
}
