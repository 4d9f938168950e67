import {isRootName, type CompartmentId} from '@goldthread/schema';
import * as Y from 'yjs';
import {readTicket} from '../sync/answers.ts';
import type {CopyFacts, DocCopy, KeptDoc, OwnCid} from '../sync/doc-copy.ts';
import type {Ticket} from '../sync/ticket.ts';
import type {SealedStore} from './sealed-store.ts';

/** So many updates of one document are made into one when it is opened. */
const COMPACT_ABOVE = 100;

/** One document in a sealed store. */
export class SealedDocCopy implements DocCopy {
  readonly #store: SealedStore;
  readonly #id: CompartmentId;

  constructor(store: SealedStore, id: CompartmentId) {
    this.#store = store;
    this.#id = id;
  }

  get isHealthy(): boolean {
    return this.#store.isHealthy;
  }

  async load(): Promise<KeptDoc | null> {
    const facts = readCopyFacts(await this.#store.get(this.#facts));
    if (facts === null) return null;
    const {keys, updates} = await this.#store.updates(this.#id);
    if (keys.length <= COMPACT_ABOVE) return {facts, updates};
    const whole = compacted(updates);
    await this.#store.replace(this.#id, keys, whole);
    return {facts, updates: [whole]};
  }

  append(update: Uint8Array): Promise<void> {
    return this.#store.append(this.#id, update);
  }

  keepFacts(facts: CopyFacts): void {
    void this.#store.put(this.#facts, facts);
  }

  async clear(): Promise<void> {
    await this.#store.remove(this.#facts);
    const {keys} = await this.#store.updates(this.#id);
    await this.#store.replace(this.#id, keys, null);
  }

  async takeSpare(): Promise<Ticket | null> {
    return readTicket(await this.#store.take(this.#spare));
  }

  keepSpare(ticket: Ticket): Promise<void> {
    return this.#store.put(this.#spare, ticket);
  }

  get #facts(): string {
    return `facts:${this.#id}`;
  }

  get #spare(): string {
    return `spare:${this.#id}`;
  }
}

/** Through a document and not by merging updates, so that words deleted long ago don't stay on the device. */
function compacted(updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  const whole = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return whole;
}

function readCopyFacts(value: unknown): CopyFacts | null {
  if (typeof value !== 'object' || value === null) return null;
  // Any object can be asked for these fields; what they hold is looked at below.
  const {epoch, schemaVersion, writableRoots, own, dirty} = value as Readonly<
    Record<keyof CopyFacts, unknown>
  >;
  if (typeof epoch !== 'number' || typeof schemaVersion !== 'number') return null;
  if (!Array.isArray(writableRoots) || !Array.isArray(own)) return null;
  return {
    epoch,
    schemaVersion,
    writableRoots: writableRoots.filter(root => typeof root === 'string').filter(isRootName),
    own: own.filter(isOwnCid),
    dirty: dirty !== false,
  };
}

function isOwnCid(value: unknown): value is OwnCid {
  if (typeof value !== 'object' || value === null || !('cid' in value) || !('storedUpTo' in value))
    return false;
  return typeof value.cid === 'number' && typeof value.storedUpTo === 'number';
}
