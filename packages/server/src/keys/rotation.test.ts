import assert from 'node:assert/strict';
import {createSecretKey} from 'node:crypto';
import {copyFileSync, cpSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test, {after} from 'node:test';
import type {CompartmentId} from '@goldthread/schema';
import {SqliteStorage} from '../storage/index.ts';
import {personOf} from '../storage/testing/contract-world.ts';
import {withEveryKind} from '../storage/testing/sealing-contract.ts';
import {KEYS_FILE, KeyRing} from './key-ring.ts';

const MASTER = createSecretKey(Buffer.alloc(32, 1));
const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-keys-'));
  folders.push(folder);
  return folder;
}

after(() => {
  for (const folder of folders) rmSync(folder, {recursive: true, force: true});
});

const open = (folder: string) => new SqliteStorage(folder, new KeyRing(folder, MASTER));

async function world() {
  const folder = newFolder();
  const made = await withEveryKind({
    open: () => Promise.resolve(open(folder)),
    openBackup: copy => Promise.resolve(open(copy)),
    newFolder,
  });
  return {...made, folder};
}

/** What of a copy of the database taken earlier still opens with the keys of now. */
async function opensOf(copy: string, folder: string, id: CompartmentId) {
  copyFileSync(join(folder, KEYS_FILE), join(copy, KEYS_FILE));
  const old = open(copy);
  const opens = await old.loadDocument(id).then(
    () => true,
    () => false,
  );
  await old.close();
  return opens;
}

test('a copy of the database from before a key was renewed does not open with the keys of afterwards', async () => {
  const {storage, folder, id} = await world();
  const copy = newFolder();
  await storage.backup(copy);
  assert.equal(await opensOf(copy, folder, id), true);
  await storage.rotateKey(id);
  assert.equal(await opensOf(copy, folder, id), false);
  await storage.close();
});

test('a compartment gets a new key when it has other readers, and keeps its key when it hasn’t', async () => {
  const {storage, made, folder, id} = await world();
  const [shared] = made.compartments;
  assert.ok(shared !== undefined);
  const copy = newFolder();
  await storage.backup(copy);
  await storage.record([{kind: 'compartment', put: {...shared, epoch: 2}}]);
  assert.equal(await opensOf(copy, folder, id), true);
  await storage.record([{kind: 'compartment', put: {...shared, audience: [personOf(made)]}}]);
  assert.equal(await opensOf(copy, folder, id), false);
  assert.ok((await storage.loadDocument(id)) !== null);
  await storage.close();
});

test('what a crash left under an old key is sealed anew at the next start, and the old key destroyed', async () => {
  const {storage, folder, id, everything} = await world();
  const before = await everything();
  const ring = new KeyRing(folder, MASTER);
  ring.renew(id);
  ring.close();
  await storage.close();
  const copy = newFolder();
  cpSync(folder, copy, {recursive: true});
  const again = open(folder);
  const stored = await again.loadDocument(id);
  assert.deepEqual([stored?.snapshot, stored?.tail], [before['snapshot'], before['update']]);
  await again.close();
  const finished = new KeyRing(folder, MASTER);
  assert.deepEqual(finished.unfinished(), []);
  finished.close();
  assert.equal(await opensOf(copy, folder, id), false);
});

test('a backup that is made while keys are renewed opens', async () => {
  const {storage, id, everything} = await world();
  const before = await everything();
  const copies: string[] = [];
  for (let round = 0; round < 5; round += 1) {
    const copy = newFolder();
    copies.push(copy);
    await Promise.all([storage.backup(copy), storage.rotateKey(id)]);
  }
  await storage.close();
  for (const copy of copies) {
    const opened = open(copy);
    assert.deepEqual((await opened.loadDocument(id))?.tail, before['update']);
    await opened.close();
  }
});
