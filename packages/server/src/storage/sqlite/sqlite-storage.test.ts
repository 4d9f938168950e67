import assert from 'node:assert/strict';
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {after, test} from 'node:test';
import {describeStorage} from '../testing/storage-contract.ts';
import {SqliteStorage} from './sqlite-storage.ts';

const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-storage-'));
  folders.push(folder);
  return folder;
}

after(() => {
  for (const folder of folders) rmSync(folder, {recursive: true, force: true});
});

describeStorage('SQLite', () => {
  const folder = newFolder();
  return {
    open: () => Promise.resolve(new SqliteStorage(folder)),
    openBackup: copy => Promise.resolve(new SqliteStorage(copy)),
    newFolder,
  };
});

test('every commit reaches the disk before it returns, and what is deleted is overwritten', async () => {
  const folder = newFolder();
  const storage = new SqliteStorage(folder);
  await storage.close();
  const db = new DatabaseSync(join(folder, 'goldthread.db'));
  assert.equal(db.prepare('PRAGMA journal_mode').get()?.['journal_mode'], 'wal');
  db.close();
  const opening = readFileSync(new URL('./open-database.ts', import.meta.url), 'utf8');
  assert.match(opening, /synchronous=FULL/);
  assert.match(opening, /secure_delete=ON/);
});

test('a data folder of a newer version is refused with a sentence', () => {
  const folder = newFolder();
  const db = new DatabaseSync(join(folder, 'goldthread.db'));
  db.exec('PRAGMA user_version=9000');
  db.close();
  assert.throws(() => new SqliteStorage(folder), /newer version/);
});

test('without keys the folder holds the database and nothing else', async () => {
  const folder = newFolder();
  const storage = new SqliteStorage(folder);
  await storage.close();
  assert.deepEqual(readdirSync(folder), ['goldthread.db']);
});
