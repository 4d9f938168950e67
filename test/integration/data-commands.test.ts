import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import test, {type TestContext} from 'node:test';
import {fileURLToPath} from 'node:url';
import type {ParticipantId, PlanId} from '@goldthread/schema';
import type * as Y from 'yjs';
import {openDataFolder} from '../../packages/server/src/open-storage.ts';
import type {CopyId} from '../../packages/server/src/storage/index.ts';
import {TestServer, personId, smallPlan} from '../../packages/server/src/testing/index.ts';
import {ADDRESS, standOn} from '../harness/purge-stand.ts';
import {addItem} from '../harness/writing.ts';

const MAIN = fileURLToPath(new URL('../../packages/server/src/main.ts', import.meta.url));

const SOUND = Buffer.from([0x1a, 0x45, 0xdf, 0xa3, ...Buffer.from('the bell goes like this')]);

/** Runs the command on a data folder whose master key lies beside it. */
async function goldthread(...args: string[]): Promise<{code: number | null; out: string; err: string}> {
  const child = spawn(process.execPath, [MAIN, ...args], {env: {PATH: process.env['PATH']}});
  const said = {out: '', err: ''};
  child.stdout.on('data', (bytes: Buffer) => (said.out += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (said.err += bytes.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return {code, ...said};
}

/** A served folder with a plan; `at` names folders beside it. */
async function served(t: TestContext) {
  const place = await mkdtemp(join(tmpdir(), 'goldthread-data-'));
  t.after(() => rm(place, {recursive: true}));
  const at = (name: string): string => join(place, name);
  // The key of every test server.
  await writeFile(at('data.key'), '07'.repeat(32));
  const openStorage = (folder: string) => openDataFolder(folder, at('data.key'));
  const server = await TestServer.start({folder: at('data'), pagesFolder: place, openStorage});
  await writeFile(at('restored.key'), '07'.repeat(32));
  const plan = await server.importPlan(smallPlan());
  return {place, at, server, plan, planId: plan.planId as PlanId};
}

const spoil = (file: string, sql: string): void => {
  const db = new DatabaseSync(file);
  db.exec(sql);
  db.close();
};

test('a folder is verified while it is served, nothing in it changes, and a changed row is named', async t => {
  const {at, server} = await served(t);
  const files = await readdir(at('data'));
  const fine = await goldthread('verify', '--data', at('data'));
  assert.deepEqual([fine.code, fine.err], [0, '']);
  assert.match(fine.out, /is as it was written: 1 plan, 3 documents, \d+ sealed rows\.\n$/);
  assert.deepEqual(await readdir(at('data')), files);
  await server.stop();
  spoil(join(at('data'), 'goldthread.db'), `UPDATE plan SET body=CAST('{}' AS BLOB)`);
  const changed = await goldthread('verify', '--data', at('data'));
  assert.deepEqual([changed.code, changed.out], [1, '']);
  assert.match(changed.err, /^goldthread: plan \S{22} is not sealed\.\n$/);
});

test('a copy that is made while people write is whole, holds no master key, and is restored with a new lineage', async t => {
  const {at, server, plan, planId} = await served(t);
  const {storage, audit} = server.server.http;
  const {headers, token} = await server.signIn(plan.planId, personId(plan, 'esme'));
  const url = `/api/plans/${plan.planId}/invites`;
  const unused = await server.send({
    method: 'POST',
    url,
    headers,
    payload: {participantId: personId(plan, 'temi')},
  });
  const copying = goldthread('backup', at('copy'), '--data', at('data'));
  let isDone = false;
  void copying.finally(() => (isDone = true));
  const [shared] = await storage.compartments(planId);
  assert.ok(shared !== undefined);
  do {
    await audit.note({planId, actor: null, sessionId: null, action: 'read', compartmentId: shared.id});
    await storage.rotateKey(shared.id);
    await new Promise(resolve => setImmediate(resolve));
  } while (!isDone);
  const copied = await copying;
  assert.deepEqual([copied.code, copied.err], [0, '']);
  assert.match(
    copied.out,
    /^Copied 1 plan with their keys to .*copy\.\nThe master key .*data\.key is not in it/,
  );
  assert.deepEqual((await readdir(at('copy'))).sort(), ['goldthread.db', 'keys.db']);
  for (const name of await readdir(at('copy'))) {
    const bytes = await readFile(join(at('copy'), name));
    assert.ok(!bytes.includes(Buffer.alloc(32, 7)) && !bytes.includes('07'.repeat(32)));
  }
  await server.stop();

  const restored = await goldthread('restore', at('copy'), '--data', at('restored'));
  assert.deepEqual([restored.code, restored.err], [0, '']);
  assert.match(restored.out, /^Restored into .*restored: 1 plan, 3 documents/);
  assert.equal((await goldthread('verify', '--data', at('restored'))).code, 0);
  const again = await TestServer.start({folder: at('restored'), pagesFolder: at('')});
  t.after(() => again.stop());
  const stored = await again.server.http.storage.compartments(planId);
  assert.deepEqual(new Set(stored.map(({epoch}) => epoch)), new Set([shared.epoch + 1]));
  const session = await again.send({
    method: 'GET',
    url: '/api/session',
    headers: {authorization: `Bearer ${token}`},
  });
  const payload = {token: unused.json<{token: string}>().token};
  const link = await again.send({method: 'POST', url: '/api/session', payload});
  assert.deepEqual([session.statusCode, link.statusCode], [401, 404]);
  const temi = await again.signIn(plan.planId, personId(plan, 'temi'));
  const view = await again.send({method: 'GET', url: `/api/plans/${plan.planId}`, headers: temi.headers});
  assert.match(view.body, /red train/);
  const actions = (await again.server.http.storage.audit(planId)).map(({action}) => action);
  assert.equal(actions.filter(action => action === 'restored').length, 1);
});

test('a copy brings back what was recorded and what was decided about copied words', async t => {
  const {at, server, plan, planId} = await served(t);
  const {storage} = server.server.http;
  const as = async (on: TestServer, key: string, method: 'GET' | 'POST', path: string, payload?: object) => {
    const {headers} = await on.signIn(planId, personId(plan, key));
    const url = `/api/plans/${planId}${path}`;
    return on.send({method, url, headers, ...(payload && {payload})});
  };
  const data = SOUND.toString('base64');
  const kept = (await as(server, 'jory', 'POST', '/attachments', {data})).json<{attachmentId: string}>();
  const voiceNote = {attachment: kept.attachmentId, seconds: 3, alt: 'how the bell goes'};
  const said = await as(server, 'jory', 'POST', '/items', {root: 'house:worries', voiceNote});
  assert.equal(said.statusCode, 201, said.body);
  const [from, to] = (await storage.compartments(planId)).map(({id}) => id);
  assert.ok(from !== undefined && to !== undefined);
  const decided = {
    ...{id: 'C'.repeat(22) as CopyId, planId, from, to, at: 5},
    ...{by: personId(plan, 'esme') as ParticipantId, prints: ['print']},
  };
  await storage.record([{kind: 'copy', put: decided}]);
  assert.equal((await goldthread('backup', at('copy'), '--data', at('data'))).code, 0);
  await server.stop();
  assert.equal((await goldthread('restore', at('copy'), '--data', at('restored'))).code, 0);
  const again = await TestServer.start({folder: at('restored'), pagesFolder: at('')});
  t.after(() => again.stop());
  assert.deepEqual(await again.server.http.storage.copies(planId), [decided]);
  const heard = (key: string) => as(again, key, 'GET', `/attachments/${kept.attachmentId}`);
  assert.deepEqual((await heard('esme')).rawPayload, SOUND);
  assert.equal((await heard('callum')).statusCode, 404);
});

test('nothing is written over: a copy and a restored folder want a new place', async t => {
  const {at, server} = await served(t);
  await server.stop();
  const full = `goldthread: ${at('data')} is not empty. Name a new folder.\n`;
  assert.equal((await goldthread('backup', at('data'), '--data', at('data'))).err, full);
  assert.equal((await goldthread('backup', at('copy'), '--data', at('data'))).code, 0);
  assert.equal((await goldthread('restore', at('copy'), '--data', at('data'))).err, full);
  const nothing = await goldthread('restore', at('nowhere'), '--data', at('restored'));
  assert.deepEqual(
    [nothing.code, nothing.err],
    [1, `goldthread: There is no goldthread.db in ${at('nowhere')}.\n`],
  );
});

test('a copy that was changed, or whose master key is another, is not restored and leaves nothing behind', async t => {
  const {at, server, place} = await served(t);
  await server.stop();
  assert.equal((await goldthread('backup', at('copy'), '--data', at('data'))).code, 0);
  await writeFile(at('restored.key'), 'ab'.repeat(32));
  const other = await goldthread('restore', at('copy'), '--data', at('restored'));
  assert.match(other.err, /The master key is not the one/);
  await writeFile(at('restored.key'), '07'.repeat(32));
  spoil(
    join(at('copy'), 'goldthread.db'),
    `UPDATE snapshot SET bytes=x'00'; UPDATE log_chunk SET body=x'01'`,
  );
  const changed = await goldthread('restore', at('copy'), '--data', at('restored'));
  assert.equal(changed.code, 1);
  assert.match(changed.err, /document \S{22}/);
  assert.ok(!(await readdir(place)).includes('restored'));
});

test('a copy from before a purge is not restored, and one from after it is', async t => {
  const {at, server, plan} = await served(t);
  const {compartment, purge} = standOn(server, plan);
  const shared = await compartment('shared');
  const write = (doc: Y.Doc): void => {
    addItem(doc, server.server.http.random, 'section:B', 'need', ADDRESS);
  };
  await server.server.sync.writeAsServer([{id: shared, items: [], write}]);
  assert.equal((await goldthread('backup', at('before'), '--data', at('data'))).code, 0);
  assert.equal((await purge(shared, ADDRESS))[0], 202);
  assert.equal((await goldthread('backup', at('after'), '--data', at('data'))).code, 0);
  await server.stop();
  await rm(at('data'), {recursive: true});
  const before = await goldthread('restore', at('before'), '--data', at('data'));
  assert.equal(before.code, 1);
  assert.match(
    before.err,
    /^goldthread: The backup is from before a purge on \d{4}-\d\d-\d\d and could bring back what was purged\. Restore one from after it\.\n$/,
  );
  assert.equal((await goldthread('restore', at('after'), '--data', at('data'))).code, 0);
});
