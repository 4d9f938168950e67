import assert from 'node:assert/strict';
import {createSecretKey} from 'node:crypto';
import {copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import test, {after} from 'node:test';
import {newId, type CompartmentId} from '@goldthread/schema';
import {seededRandom} from '@goldthread/schema/testing';
import {SqliteStorage} from '../storage/index.ts';
import {describeStorage} from '../storage/testing/storage-contract.ts';
import {KEYS_FILE, KeyRing} from './key-ring.ts';

const MASTER = createSecretKey(Buffer.alloc(32, 1));
const random = seededRandom(1);
const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-keys-'));
  folders.push(folder);
  return folder;
}

after(() => {
  for (const folder of folders) rmSync(folder, {recursive: true, force: true});
});

describeStorage('SQLite under keys', () => {
  const folder = newFolder();
  return {
    open: () => Promise.resolve(new SqliteStorage(folder, new KeyRing(folder, MASTER))),
    openBackup: copy => Promise.resolve(new SqliteStorage(copy, new KeyRing(copy, MASTER))),
    newFolder,
  };
});

const words = new TextEncoder().encode('blue room quiet');
const id = newId<CompartmentId>(random);

test('sealed bytes open as what they are, where they belong and beside what they were bound to, and nowhere else', () => {
  const ring = new KeyRing(newFolder(), MASTER);
  const bound = Uint8Array.of(1, 2, 3);
  const sealed = ring.seal(id, 'audit', words, bound);
  assert.deepEqual(Buffer.from(ring.open(id, 'audit', sealed, bound)), Buffer.from(words));
  const changed = {code: 'CHANGED'};
  assert.throws(() => ring.open(id, 'audit', sealed, Uint8Array.of(1, 2, 4)), changed);
  assert.throws(() => ring.open(id, 'audit', sealed), changed);
  assert.throws(() => ring.open(id, 'update', sealed, bound), changed);
  assert.throws(() => ring.open(newId<CompartmentId>(random), 'audit', sealed, bound), changed);
  assert.throws(() => ring.open(id, 'audit', words), {code: 'NOT_SEALED'});
  ring.close();
});

test('after a renewal old bytes open until the old key is destroyed, and new ones afterwards too', () => {
  const folder = newFolder();
  const ring = new KeyRing(folder, MASTER);
  const [before, noted] = [ring.seal(id, 'update', words), ring.seal(id, 'audit', words)];
  ring.renew(id);
  const renewed = ring.seal(id, 'update', words);
  assert.deepEqual(ring.unfinished(), [id]);
  ring.open(id, 'update', before);
  ring.retire(id);
  assert.deepEqual(ring.unfinished(), []);
  assert.throws(() => ring.open(id, 'update', before), {code: 'KEY_GONE'});
  ring.close();
  const again = new KeyRing(folder, MASTER);
  assert.throws(() => again.open(id, 'update', before), {code: 'KEY_GONE'});
  again.open(id, 'update', renewed);
  again.open(id, 'audit', noted);
  again.close();
});

test('the key file alone says nothing, and a destroyed key is in no file of the folder', () => {
  const folder = newFolder();
  const ring = new KeyRing(folder, MASTER);
  ring.seal(id, 'update', words);
  const before = new Map(readdirSync(folder).map(name => [name, readFileSync(join(folder, name))]));
  assert.deepEqual([...before.keys()], [KEYS_FILE]);
  const wrapped = wrappedKeys(folder, 'words');
  assert.equal(wrapped.length, 1);
  ring.renew(id);
  ring.retire(id);
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name));
    for (const key of wrapped) assert.equal(bytes.indexOf(key), -1, name);
  }
  ring.close();
});

test('two processes on one folder follow each other’s renewals', () => {
  const folder = newFolder();
  const [one, other] = [new KeyRing(folder, MASTER), new KeyRing(folder, MASTER)];
  one.seal(id, 'update', words);
  other.seal(id, 'update', words);
  one.renew(id);
  one.retire(id);
  other.refresh();
  assert.deepEqual(Buffer.from(one.open(id, 'update', other.seal(id, 'update', words))), Buffer.from(words));
  one.close();
  other.close();
});

test('another master key opens nothing and says so', () => {
  const folder = newFolder();
  new KeyRing(folder, MASTER).close();
  assert.throws(
    () => new KeyRing(folder, createSecretKey(Buffer.alloc(32, 2))),
    /The master key is not the one/,
  );
});

test('a copy of the keys holds those that were there before as well as those that came meanwhile', async () => {
  const [folder, copy] = [newFolder(), newFolder()];
  const ring = new KeyRing(folder, MASTER);
  const later = newId<CompartmentId>(random);
  const sealed = [ring.seal(id, 'update', words)];
  await ring.copyTo(copy, async () => {
    ring.renew(id);
    ring.retire(id);
    sealed.push(ring.seal(id, 'update', words));
  });
  const copied = new KeyRing(copy, MASTER);
  for (const bytes of sealed) copied.open(id, 'update', bytes);
  assert.throws(() => copied.open(later, 'update', ring.seal(later, 'update', words)), {code: 'KEY_GONE'});
  copied.close();
  ring.close();
  const stolen = newFolder();
  copyFileSync(join(copy, KEYS_FILE), join(stolen, KEYS_FILE));
  assert.equal(readFileSync(join(stolen, KEYS_FILE)).includes(Buffer.alloc(32, 1)), false);
});

function wrappedKeys(folder: string, purpose: string): Buffer[] {
  const db = new DatabaseSync(join(folder, KEYS_FILE), {readOnly: true});
  const rows = db.prepare('SELECT wrapped FROM data_key WHERE purpose=?').all(purpose);
  db.close();
  return rows.map(row =>
    row['wrapped'] instanceof Uint8Array ? Buffer.from(row['wrapped']) : Buffer.alloc(0),
  );
}
