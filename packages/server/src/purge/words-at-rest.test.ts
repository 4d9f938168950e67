import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {test, type TestContext} from 'node:test';
import {SqliteStorage} from '../storage/index.ts';
import {REDACTORS} from './redact-records.ts';
import {WORDS_AT_REST} from './words-at-rest.ts';

async function columns(t: TestContext): Promise<Record<string, string[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-'));
  t.after(() => {
    rmSync(folder, {recursive: true});
  });
  await new SqliteStorage(folder).close();
  const db = new DatabaseSync(join(folder, 'goldthread.db'));
  const tables = db
    .prepare(`SELECT name FROM sqlite_schema WHERE type='table' AND name NOT LIKE 'sqlite_%'`)
    .all();
  const found = tables.map(({name}): [string, string[]] => {
    const all = db.prepare(`SELECT name, type FROM pragma_table_info(?)`).all(name ?? '');
    return [String(name), all.filter(({type}) => type !== 'INTEGER').map(column => String(column['name']))];
  });
  db.close();
  return Object.fromEntries(found.filter(([, names]) => names.length > 0));
}

test('every column that could hold words is on the list of a purge, and no other', async t => {
  const listed = Object.entries(WORDS_AT_REST).map(([table, all]): [string, string[]] => [
    table,
    Object.keys(all),
  ]);
  const sorted = (entries: [string, string[]][]) =>
    Object.fromEntries(entries.map(([table, names]) => [table, names.toSorted()]));
  assert.deepEqual(sorted(listed), sorted(Object.entries(await columns(t))));
});

test('every redactor answers for a column', () => {
  const handlings = new Set<string>(
    Object.values(WORDS_AT_REST).flatMap(columnsOf => Object.values(columnsOf)),
  );
  for (const name of Object.keys(REDACTORS)) assert.ok(handlings.has(name), name);
});
