import {newId, type CompartmentId, type PlanId} from '@goldthread/schema';
import * as Y from 'yjs';
import {equal, ok} from '../testing/assert.ts';
import type {PlanCopy} from '../sync/plan-copy.ts';
import {dropExpiredCopies, dropPlanCopy, openPlanCopy} from './plan-store.ts';

const SECRET = 'Daddy shouts at night';
const HOUR = 3_600_000;
const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
const compartment = newId<CompartmentId>(random);
const person = 'participant';
let planId: PlanId;
let clock = new Date('2026-11-23T10:00:00Z');

setup(() => {
  planId = newId<PlanId>(random);
  clock = new Date('2026-11-23T10:00:00Z');
});
teardown(() => dropPlanCopy(planId, person));

const open = (limitHours: number | null = 12): Promise<PlanCopy | null> =>
  openPlanCopy({planId, participantId: person, limitHours, now: () => clock});

async function opened(limitHours: number | null = 12): Promise<PlanCopy> {
  const copy = await open(limitHours);
  if (copy === null) throw new Error('There is no copy.');
  return copy;
}

function updateWith(text: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getText('words').insert(0, text);
  return Y.encodeStateAsUpdate(doc);
}

const facts = {epoch: 1, schemaVersion: 1, writableRoots: ['section:A' as const], own: [], dirty: true};

/** Everything that stands in the database, as text. */
async function atRest(): Promise<string> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(`goldthread:${planId}:${person}`);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('cannot open'));
  });
  const found: string[] = [];
  for (const name of database.objectStoreNames) {
    const store = database.transaction(name).objectStore(name);
    const rows = await new Promise<unknown[]>(resolve => {
      const request: IDBRequest<unknown[]> = store.getAll();
      request.onsuccess = () => resolve(request.result);
    });
    found.push(rows.map(readable).join('\n'));
  }
  database.close();
  return found.join('\n');
}

function readable(value: unknown): string {
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  if (typeof value === 'object' && value !== null) return Object.values(value).map(readable).join(' ');
  return String(value);
}

suite('what a device keeps', () => {
  test('comes back after the page was closed', async () => {
    const copy = await opened();
    copy.keepFacts({childName: 'Jory'});
    copy.doc(compartment).keepFacts(facts);
    void copy.doc(compartment).append(updateWith(SECRET));
    await copy.settle();
    const again = await opened(null);
    const kept = await again.doc(compartment).load();
    equal(await again.loadFacts(), {childName: 'Jory'});
    equal(kept?.facts, facts);
    const doc = new Y.Doc();
    for (const update of kept?.updates ?? []) Y.applyUpdate(doc, update);
    equal(doc.getText('words').toJSON(), SECRET);
  });

  test('can’t be read at rest, names and facts included', async () => {
    const copy = await opened();
    copy.keepFacts({childName: 'Jory Penhale'});
    copy.doc(compartment).keepFacts(facts);
    void copy.doc(compartment).append(updateWith(SECRET));
    await copy.doc(compartment).keepSpare({ticket: 'ticket-secret', cid: 1, epoch: 1, schemaVersion: 1});
    await copy.settle();
    const bytes = await atRest();
    ok(bytes.length > 200, 'something was kept');
    for (const word of [SECRET, 'shouts', 'Jory', 'Penhale', 'section:A', 'ticket-secret']) {
      ok(!bytes.includes(word), `no trace of ${word.slice(0, 4)}`);
    }
  });

  test('has a key whose bits can’t be taken out', async () => {
    await (await opened()).settle();
    const text = await atRest();
    ok(text.includes('CryptoKey') || !text.includes('"k"'), 'the key is only a handle');
    const key = await crypto.subtle.generateKey({name: 'AES-GCM', length: 256}, false, ['encrypt']);
    equal(key.extractable, false);
  });

  test('is gone when the last contact is too long ago, and new contact keeps it', async () => {
    const copy = await opened();
    copy.keepFacts({childName: 'Jory'});
    await copy.settle();
    clock = new Date(clock.getTime() + 11 * HOUR);
    copy.noteContact();
    await copy.settle();
    clock = new Date(clock.getTime() + 11 * HOUR);
    equal(await (await opened(null)).loadFacts(), {childName: 'Jory'});
    clock = new Date(clock.getTime() + 2 * HOUR);
    equal(await open(null), null);
    equal(
      (await indexedDB.databases()).some(({name}) => name?.includes(planId)),
      false,
    );
  });

  test('of anybody is removed by any page once its time is over', async () => {
    await (await opened()).settle();
    await dropExpiredCopies(clock);
    ok(await open(null), 'it is still there in time');
    await dropExpiredCopies(new Date(clock.getTime() + 13 * HOUR));
    equal(await open(null), null);
  });

  test('is nothing where nothing may be kept', async () => {
    equal(await open(null), null);
    equal(await open(0), null);
    equal(
      (await indexedDB.databases()).some(({name}) => name?.includes(planId)),
      false,
    );
  });

  test('goes at once when it is dropped, also while another page has it open', async () => {
    const copy = await opened();
    const other = await opened(null);
    copy.keepFacts({childName: 'Jory'});
    await copy.settle();
    await copy.drop();
    equal(await other.loadFacts(), null);
    equal(await open(null), null);
  });

  test('gives its spare ticket to one page only', async () => {
    const [one, other] = [await opened(), await opened()];
    const ticket = {ticket: 't', cid: 5, epoch: 1, schemaVersion: 1};
    await one.doc(compartment).keepSpare(ticket);
    const taken = await Promise.all([one.doc(compartment).takeSpare(), other.doc(compartment).takeSpare()]);
    equal(
      taken.filter(found => found !== null),
      [ticket],
    );
  });

  test('grows into one update, without words that were deleted long ago', async () => {
    const copy = await opened();
    const doc = new Y.Doc();
    const kept = copy.doc(compartment);
    kept.keepFacts(facts);
    doc.on('update', update => void kept.append(update));
    doc.getText('words').insert(0, SECRET);
    doc.getText('words').delete(0, SECRET.length);
    for (let count = 0; count < 120; count += 1) doc.getText('words').insert(count, 'x');
    await copy.settle();
    const before = await kept.load();
    equal(before?.updates.length, 1);
    const bytes = new TextDecoder().decode(before?.updates[0]);
    ok(!bytes.includes('shouts'), 'the deleted words are gone');
    equal((await kept.load())?.updates.length, 1);
  });
});
