import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import test, {type TestContext} from 'node:test';
import type {PlanId} from '@goldthread/schema';
import {seededRandom} from '@goldthread/schema/testing';
import {openDataFolder} from './open-storage.ts';
import {SqliteStorage} from './storage/index.ts';
import {item, newPlan, idOf, row} from './storage/testing/contract-world.ts';

function newPlace(t: TestContext) {
  const place = mkdtempSync(join(tmpdir(), 'goldthread-open-'));
  t.after(() => {
    rmSync(place, {recursive: true, force: true});
  });
  return {data: join(place, 'data'), key: join(place, 'elsewhere.key'), place};
}

async function opened(t: TestContext) {
  const paths = newPlace(t);
  const made = newPlan(seededRandom(1));
  const storage = openDataFolder(paths.data, paths.key);
  await storage.createPlan(made);
  await storage.close();
  return {...paths, made};
}

test('the first start makes a master key that only this account may read, outside the folder, and says where', async t => {
  const {data, key} = newPlace(t);
  const told: string[] = [];
  const tell = (file: string) => void told.push(file);
  await openDataFolder(data, key, tell).close();
  assert.equal(statSync(key).mode & 0o777, 0o600);
  const bytes = readFileSync(key, 'utf8');
  assert.match(bytes, /^[0-9a-f]{64}\n$/);
  await openDataFolder(data, key, tell).close();
  assert.deepEqual(told, [key]);
  assert.equal(readFileSync(key, 'utf8'), bytes);
});

test('a master key that is there already is used and not overwritten', async t => {
  const {data, key} = newPlace(t);
  writeFileSync(key, `${'ab'.repeat(32)}\n`);
  await openDataFolder(data, key).close();
  assert.equal(readFileSync(key, 'utf8'), `${'ab'.repeat(32)}\n`);
});

test('a missing, short or wrong master key stops the start with a sentence, and no key is made in its place', async t => {
  const {data, key} = await opened(t);
  const right = readFileSync(key, 'utf8');
  rmSync(key);
  assert.throws(() => openDataFolder(data, key), /^KeyProblem: The master key .*elsewhere\.key is missing\./);
  for (const wrong of [right.slice(2), '', 'not a key', `${right}${right}`]) {
    writeFileSync(key, wrong);
    assert.throws(() => openDataFolder(data, key), /elsewhere\.key holds no master key/);
  }
  writeFileSync(key, 'ab'.repeat(32));
  assert.throws(() => openDataFolder(data, key), /The master key is not the one/);
  writeFileSync(key, right);
  await openDataFolder(data, key).close();
});

test('a folder without its keys, or with the keys of another folder, stays closed', async t => {
  const {data, key, place} = await opened(t);
  const other = openDataFolder(join(place, 'other'), key);
  await other.close();
  renameSync(join(data, 'keys.db'), join(place, 'keys.db'));
  assert.throws(() => openDataFolder(data, key), /keys\.db is missing from/);
  renameSync(join(place, 'other', 'keys.db'), join(data, 'keys.db'));
  assert.throws(() => openDataFolder(data, key), /sealed with other keys than these/);
  renameSync(join(place, 'keys.db'), join(data, 'keys.db'));
  await openDataFolder(data, key).close();
});

test('a sealed folder does not open without keys', async t => {
  const {data} = await opened(t);
  assert.throws(() => new SqliteStorage(data), /sealed with other keys than these/);
});

test('a folder from before there were keys is sealed when it is first opened, and says the same as before', async t => {
  const {data, key} = newPlace(t);
  const random = seededRandom(2);
  const made = newPlan(random);
  const record = item(random, made);
  const plain = new SqliteStorage(data);
  await plain.createPlan({
    ...made,
    documents: [{compartmentId: idOf(made), update: row(1), items: [record]}],
  });
  const token = (await plain.acquireLease(made.plan.id, 'first', false))?.token ?? -1;
  const base = {planId: made.plan.id, compartmentId: idOf(made), token, items: [], carry: [], refusals: []};
  await plain.commit([{...base, updates: [row(2), row(3)]}]);
  const snapshot = {upToSeq: 2, epoch: 1, stateVector: Uint8Array.of(0), bytes: Buffer.from('red train')};
  await plain.saveSnapshot(made.plan.id, token, idOf(made), snapshot);
  const before = await plain.loadDocument(idOf(made));
  await plain.close();

  const storage = openDataFolder(data, key);
  const file = () => readFileSync(join(data, 'goldthread.db'));
  assert.deepEqual(await storage.plan(made.plan.id), made.plan);
  assert.deepEqual(await storage.participants(made.plan.id), made.participants);
  assert.deepEqual(await storage.items(made.plan.id), [record]);
  const after = await storage.loadDocument(idOf(made));
  assert.deepEqual(JSON.stringify(after), JSON.stringify(before));
  await storage.close();
  for (const word of ['red train', 'Esme Farrow']) assert.equal(file().includes(word), false, word);
});

test('the people of a folder from before anything was sealed are who they were', async t => {
  const {data, key} = newPlace(t);
  mkdirSync(data);
  const db = new DatabaseSync(join(data, 'goldthread.db'));
  const first = new URL('./storage/sqlite/migrations/0001-plans.sql', import.meta.url);
  db.exec(readFileSync(first, 'utf8'));
  db.exec(`PRAGMA user_version=1;
    INSERT INTO plan VALUES ('plan', 'ehcp', 'assessment', '{}', '{"child":"Jory"}', 1, 1);
    INSERT INTO participant VALUES ('t', 'plan', 'temi', 'Temi Adeyemi', 'mum', 'parent', NULL, 0, '[]', NULL);
    INSERT INTO participant VALUES ('e', 'plan', 'esme', 'Esme Farrow', 'keyworker', 'keyworker', 'council', 1, '["t"]', 9);
    INSERT INTO compartment VALUES (1, 'doc', 'plan', 'shared', NULL, 1, 1, 1);`);
  db.close();
  const storage = openDataFolder(data, key);
  const temi = {
    id: 't',
    planId: 'plan',
    key: 'temi',
    name: 'Temi Adeyemi',
    relationship: 'mum',
    role: 'parent',
  };
  const esme = {id: 'e', planId: 'plan', key: 'esme', name: 'Esme Farrow', relationship: 'keyworker'};
  // The ids stand in the database as they do here.
  const planId = 'plan' as PlanId;
  assert.deepEqual(await storage.participants(planId), [
    {...temi, lead: false, hiddenFrom: [], accessEndsAt: null},
    {...esme, role: 'keyworker', agency: 'council', lead: true, hiddenFrom: ['t'], accessEndsAt: 9},
  ]);
  assert.equal((await storage.plan(planId))?.facts, '{"child":"Jory"}');
  await storage.close();
  for (const word of ['Temi', 'Esme', 'Jory']) {
    assert.equal(readFileSync(join(data, 'goldthread.db')).includes(word), false, word);
  }
});
