import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {test} from 'node:test';
import {newId, type CompartmentId} from '@goldthread/schema';
import {row, withPlan} from '../testing/contract-world.ts';
import {SqliteStorage} from './sqlite-storage.ts';

const DOCUMENTS = 200;
const ROWS = 120;

/** A storage with rows enough that some are in the journal, some in chunks, and some documents in both. */
async function withManyRows(folder: string) {
  const world = await withPlan({
    open: () => Promise.resolve(new SqliteStorage(folder)),
    openBackup: () => Promise.reject(new Error('not asked for')),
    newFolder: () => folder,
  });
  const {storage, made, random, append} = world;
  const [first] = made.compartments;
  assert.ok(first !== undefined);
  const ids = Array.from({length: DOCUMENTS}, () => newId<CompartmentId>(random));
  for (const id of ids) await storage.addCompartment({...first, id});
  for (let seq = 1; seq <= ROWS; seq += 1) {
    await storage.commit(ids.map(id => ({...append({updates: [row(seq)]}), compartmentId: id})));
  }
  return {...world, ids};
}

function counts(folder: string): {readonly journal: number; readonly chunks: number} {
  const db = new DatabaseSync(join(folder, 'goldthread.db'), {readOnly: true});
  const count = (table: string) => Number(db.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n']);
  const found = {journal: count('log_journal'), chunks: count('log_chunk')};
  db.close();
  return found;
}

test('rows are the same wherever they lie: in the journal, in chunks, after a crash, after closing', async t => {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-log-'));
  t.after(() => {
    rmSync(folder, {recursive: true, force: true});
  });
  const {storage, ids, append} = await withManyRows(folder);
  const [first] = ids;
  assert.ok(first !== undefined);
  const expected = Array.from({length: ROWS}, (_, index) => row(index + 1));
  const inBoth = counts(folder);
  assert.ok(inBoth.journal > 0 && inBoth.chunks > 0, JSON.stringify(inBoth));
  for (const id of ids) assert.deepEqual((await storage.loadDocument(id))?.tail, expected);

  // A process that starts while the journal is full is what follows a crash.
  const next = new SqliteStorage(folder);
  for (const id of ids) assert.deepEqual((await next.loadDocument(id))?.tail, expected);
  await next.commit([{...append({updates: [row(ROWS + 1)]}), compartmentId: first}]);
  await next.close();
  assert.deepEqual(counts(folder).journal, 0);

  // The first one notices that somebody else wrote.
  const tail = (await storage.loadDocument(first))?.tail;
  assert.equal(tail?.length, ROWS + 1);
  await storage.close();
  const last = new SqliteStorage(folder);
  for (const id of ids.slice(1)) assert.deepEqual((await last.loadDocument(id))?.tail, expected);
  await last.close();
});

test('a commit that fails leaves the numbers of the rows where they were', async t => {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-log-'));
  t.after(() => {
    rmSync(folder, {recursive: true, force: true});
  });
  const {storage, ids, append} = await withManyRows(folder);
  const [good, bad] = ids;
  assert.ok(good !== undefined && bad !== undefined);
  const commit = (seq: number) =>
    storage.commit([
      {...append({updates: [row(ROWS + 1)]}), compartmentId: good},
      {...append({updates: [row(seq)]}), compartmentId: bad},
    ]);
  await assert.rejects(commit(ROWS + 5), {code: 'SEQUENCE'});
  await commit(ROWS + 1);
  assert.equal((await storage.loadDocument(good))?.headSeq, ROWS + 1);
  await storage.close();
});
