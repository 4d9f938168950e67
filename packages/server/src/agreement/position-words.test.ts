import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test, {after} from 'node:test';
import {readFacts} from '../http/plan-facts.ts';
import {agreementStand} from '../testing/agreement-stand.ts';
import {filesHolding} from '../testing/files-holding.ts';
import {TestServer} from '../testing/index.ts';

const server = await TestServer.start();
after(() => server.stop());

const MAN = 'A man asked the school office what time Year 3 goes home.';
const ADDRESS = 'Flat 3, Harbour Court, Saltmere';

test('E07: a value that the writer may read is refused where others read; from somebody else it is words, and is told to those who keep it', async () => {
  const {say, as, id, item, get} = await agreementStand(server);
  const value = {kind: 'address', value: ADDRESS, audience: [id('bronagh'), id('anita')]};
  assert.equal((await as('bronagh', 'POST', '/contacts', value)).statusCode, 201);
  const words = `Not at ${ADDRESS.toUpperCase()}.`;
  const refused = await say('bronagh', 'F1', {stance: 'partly', words, expectedVersion: 0});
  assert.deepEqual([refused.status, refused.error?.code], [409, 'PROTECTED_VALUE']);
  const guessed = await say('callum', 'F1', {stance: 'partly', words, expectedVersion: 0});
  const other = await say('temi', 'F1', {stance: 'partly', words: 'Not at all.', expectedVersion: 0});
  assert.deepEqual([guessed.status, other.status], [200, 200]);
  const [kept] = (await get('anita', '/contacts')).json<{
    contacts: {sightings: {by: string; itemId: string}[]}[];
  }>().contacts;
  assert.deepEqual(
    kept?.sightings.map(one => [one.by, one.itemId]),
    [[id('callum'), item('F1')]],
  );
});

test('E08: eight words of a private note are stopped where more people read, until the writer says why they may stand', async () => {
  const {say, as, id, storage, planId} = await agreementStand(server);
  const made = await as('bronagh', 'POST', '/withholdings', {
    draft: {root: 'sos:worries', type: 'harm', text: MAN},
    hiddenFrom: [id('callum')],
    reasonCode: 'risk_harm',
    legalGround: 'Serious harm.',
  });
  const {compartmentId} = made.json<{compartmentId: string}>();
  const said = {stance: 'disagree', words: `I heard that ${MAN}`, expectedVersion: 0};
  const refused = await say('temi', 'F1', said);
  assert.deepEqual([refused.status, refused.error?.code], [409, 'COPIED_WORDS']);
  assert.equal((await say('callum', 'F1', said)).status, 200, 'he receives none of it, so it is words');
  assert.equal((await say('temi', 'F1', {...said, copyReason: 'known'})).status, 200);
  const notes = (await storage.audit(planId)).filter(({action}) => action === 'copied');
  assert.deepEqual(
    notes.map(one => [one.actor, one.compartmentId, one.detail['reason']]),
    [[id('temi'), compartmentId, 'known']],
  );
});

test('a purge takes words out of what was said of a document’s items, and of no other’s', async () => {
  const {say, as, shared, positionsOf} = await agreementStand(server);
  await say('callum', 'F1', {
    stance: 'partly',
    words: `They live at ${ADDRESS}, I think.`,
    expectedVersion: 0,
  });
  await say('temi', 'B2', {stance: 'agree', words: `At ${ADDRESS} too.`, expectedVersion: 1});
  const purged = await as('bronagh', 'POST', '/purges', {compartmentId: shared, text: ADDRESS});
  assert.equal(purged.statusCode, 202, purged.body);
  const words = (await positionsOf('temi')).map(one => one.words);
  assert.ok(words.includes('They live at , I think.'));
  assert.ok(words.includes(`At ${ADDRESS} too.`));
});

test('what is opened to everybody is looked at with what was said of it', async () => {
  const {say, as, id} = await agreementStand(server);
  const made = await as('bronagh', 'POST', '/withholdings', {
    draft: {root: 'sos:working', type: 'strength', text: 'He rings his gran.'},
    hiddenFrom: [{id: id('callum'), class: 'marked'}],
    reasonCode: 'third_party',
    legalGround: 'Their own matter.',
  });
  const {withholdingId, itemIds} = made.json<{withholdingId: string; itemIds: string[]}>();
  const words = 'On 07700 900123 each Sunday.';
  assert.equal(
    (await say('temi', itemIds[0] ?? '', {stance: 'agree', words, expectedVersion: 0})).status,
    200,
  );
  const path = `/withholdings/${withholdingId}`;
  assert.equal((await as('esme', 'POST', `${path}/approve`)).statusCode, 200);
  assert.equal((await as('esme', 'POST', `${path}/release`, {})).statusCode, 200);
  const stopped = await as('anita', 'POST', `${path}/release`, {});
  const {error} = stopped.json<{error: {code: string; findings: {key: string; words: string}[]}}>();
  assert.deepEqual([error.code, error.findings.map(one => one.words)], ['DISCLOSURE', ['07700 900123']]);
  const cleared = error.findings.map(({key}) => key);
  const opened = await as('anita', 'POST', `${path}/release`, {cleared});
  assert.equal(opened.statusCode, 200, opened.body);
  const father = await as('callum', 'GET', '/records?kinds=positions');
  assert.match(father.body, /07700 900123 each Sunday/);
});

test('what is said lies sealed, and of everything that is said who and when is noted for those who read the item', async () => {
  const {say, storage, planId, id, shared} = await agreementStand(server);
  const words = 'Neverwhere on a Tuesday';
  await say('temi', 'F1', {stance: 'agree', words, expectedVersion: 0});
  assert.deepEqual(filesHolding(server.folder, [words, 'positionTaken']), []);
  const [note] = (await storage.audit(planId)).filter(({action}) => action === 'positionTaken');
  assert.deepEqual([note?.actor, note?.compartmentId, note?.detail], [id('temi'), shared, {stance: 'agree'}]);
});

test('nothing of it is on another’s screen, in a view of another person or in a copy, but what its reader may know', async () => {
  const {say, as, id, get, planId} = await agreementStand(server);
  await say('temi', 'B2', {stance: 'disagree', words: 'It was the alarm.', expectedVersion: 1});
  await say('temi', 'F1', {stance: 'agree', words: 'Yes please.', expectedVersion: 0});
  for (const [viewer, target] of [
    ['esme', 'temi'],
    ['bronagh', 'callum'],
  ] as const) {
    const {body} = await get(viewer, `/as/${id(target)}`);
    assert.match(body, /Yes please/);
    assert.doesNotMatch(body, /the alarm/);
  }
  assert.match((await get('bronagh', `/as/${id('temi')}`)).body, /the alarm/);
  assert.match((await get('temi', '/export?format=json')).body, /the alarm/);
  assert.doesNotMatch((await get('marcus', '/export?format=json')).body, /the alarm/);
  const room = await as('bronagh', 'POST', '/room', {present: [id('temi'), id('callum')]});
  const headers = {authorization: `Bearer ${room.json<{sessionToken: string}>().sessionToken}`};
  const url = `/api/plans/${planId}/records?kinds=positions`;
  const shown = await server.send({method: 'GET', url, headers});
  assert.match(shown.body, /Yes please/);
  assert.doesNotMatch(shown.body, /the alarm|refuge/);
});

test('answers that an older version kept with the facts of a plan become answers of its items at the next start', async t => {
  const folder = await mkdtemp(join(tmpdir(), 'goldthread-'));
  t.after(() => rm(folder, {recursive: true, force: true}));
  const before = await TestServer.start({folder});
  const {storage, planId, item} = await agreementStand(before);
  const plan = await storage.plan(planId);
  assert.ok(plan);
  const facts = readFacts(plan);
  const filed = {item: item('F1'), party: 'temi', stance: 'partly', words: 'Twice.', on: '2026-11-03'};
  const old = JSON.stringify({...facts, records: {...facts.records, positions: [filed]}});
  await storage.updatePlan(planId, plan.version, {facts: old});
  await before.stop();
  const now = await TestServer.start({folder});
  t.after(() => now.stop());
  const {storage: kept, positions} = now.server.http;
  const temi = (await kept.participants(planId)).find(({key}) => key === 'temi');
  assert.ok(temi);
  const {positions: seen} = await positions.list(planId, {
    participant: temi,
    isConfirmed: true,
    onlookers: null,
  });
  const adopted = seen.filter(one => one.item === item('F1'));
  assert.deepEqual(
    adopted.map(one => [one.name, one.words, one.at?.slice(0, 10), one.isBeforeLastChange]),
    [['Temi Adeyemi', 'Twice.', '2026-11-03', false]],
  );
  const after = await kept.plan(planId);
  assert.ok(after);
  assert.deepEqual(readFacts(after).records.positions, []);
});
