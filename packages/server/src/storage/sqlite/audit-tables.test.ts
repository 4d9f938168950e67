import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {test} from 'node:test';
import {CHAIN_START, chainHash} from '../audit-chain.ts';
import type {AuditEntry} from '../audit-entry.ts';
import {idOf, NOW, personOf, withPlan} from '../testing/contract-world.ts';
import {blob, integer, text} from './row.ts';
import {SqliteStorage} from './sqlite-storage.ts';

/** A data folder in which one plan has three entries. */
async function threeEntries(t: {after: (done: () => void) => void}) {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-audit-'));
  t.after(() => {
    rmSync(folder, {recursive: true, force: true});
  });
  const {storage, made} = await withPlan({
    open: () => Promise.resolve(new SqliteStorage(folder)),
    openBackup: () => Promise.reject(new Error('not asked for')),
    newFolder: () => folder,
  });
  const append: AuditEntry = {
    planId: made.plan.id,
    at: NOW,
    actor: personOf(made),
    sessionId: null,
    action: 'read',
    compartmentId: idOf(made),
    itemIds: [],
    subject: null,
    detail: {},
  };
  for (const compartmentId of [append.compartmentId, null, append.compartmentId]) {
    await storage.record([{kind: 'audit', append: {...append, compartmentId}}]);
  }
  await storage.close();
  const db = new DatabaseSync(join(folder, 'goldthread.db'));
  t.after(() => {
    db.close();
  });
  return db;
}

test('the database itself refuses to change, delete, replace or insert an entry of the audit', async t => {
  const db = await threeEntries(t);
  const onlyAddedTo = /the audit is only added to/;
  const copy = `SELECT plan_id, number + ?, at, doc, body, hash FROM audit`;
  assert.throws(() => db.prepare('UPDATE audit SET at=1 WHERE number=1').run(), onlyAddedTo);
  assert.throws(() => db.prepare('DELETE FROM audit WHERE number=3').run(), onlyAddedTo);
  assert.throws(() => db.prepare(`INSERT OR REPLACE INTO audit ${copy}`).run(0), onlyAddedTo);
  assert.throws(() => db.prepare(`INSERT INTO audit ${copy}`).run(7), onlyAddedTo);
});

test('each entry is chained to the one before by a hash over all that is stored of it', async t => {
  const db = await threeEntries(t);
  const rows = db
    .prepare(
      `SELECT audit.*, compartment.id AS compartment_id FROM audit
       LEFT JOIN compartment ON compartment.doc = audit.doc ORDER BY number`,
    )
    .all();
  assert.equal(rows.length, 3);
  let before = CHAIN_START;
  for (const row of rows) {
    const compartmentId = row['compartment_id'] === null ? null : text<never>(row, 'compartment_id');
    const stored = {
      planId: text<never>(row, 'plan_id'),
      number: integer(row, 'number'),
      at: integer(row, 'at'),
      compartmentId,
      body: blob(row, 'body'),
    };
    before = chainHash(before, stored);
    assert.deepEqual(Buffer.from(before), Buffer.from(blob(row, 'hash')));
    for (const other of [{at: 1}, {number: 9}, {compartmentId: 'x'}, {body: Uint8Array.of(1)}]) {
      assert.notDeepEqual(chainHash(before, {...stored, ...(other as object)}), chainHash(before, stored));
    }
  }
});
