import assert from 'node:assert/strict';
import test, {after} from 'node:test';
import type {CompartmentId} from '@goldthread/schema';
import {filesHolding} from '../testing/files-holding.ts';
import {proposalStand} from '../testing/proposal-stand.ts';
import {TestServer} from '../testing/index.ts';

const server = await TestServer.start();
after(() => server.stop());

const ADDRESS = 'Flat 3, Harbour Court, Saltmere';
const NOTE = 'He covers his ears when the bell rings at half past three.';

test('what is suggested for a private note changes nothing for anybody else, and asking for it says nothing', async () => {
  const {suggest, get, answer, list, as, item} = await proposalStand(server);
  const before = await get('callum', '/records');
  const hers = await suggest('temi', 'B2', NOTE, 'I was there.');
  const after_ = await get('callum', '/records');
  assert.deepEqual([after_.body, after_.headers['etag']], [before.body, before.headers['etag']]);
  assert.deepEqual(
    (await list('bronagh')).map(one => [one.name, one.reason]),
    [['Temi Adeyemi', 'I was there.']],
  );
  const missing = await as('callum', 'POST', '/proposals/AAAAAAAAAAAAAAAAAAAAAA/accept', {});
  for (const step of ['counter', 'accept', 'refuse', 'withdraw'] as const) {
    const asked = await as('callum', 'POST', `/proposals/${hers.proposalId}/${step}`, {});
    assert.deepEqual([asked.statusCode, asked.body], [404, missing.body], step);
  }
  const guessed = await as('callum', 'POST', '/proposals', {itemId: item('B2'), reason: ''});
  assert.deepEqual([guessed.statusCode, guessed.body], [404, missing.body]);
  assert.equal((await answer('bronagh', hers.proposalId, 'counter')).status, 201);
});

test('with its item a suggestion goes into a private note, words and all, and comes back when that is undone', async () => {
  const {suggest, as, id, item, list, suggested, shared, answer} = await proposalStand(server);
  const hers = await suggest('temi', 'F1', `A therapist will work with Jory at ${NOTE}`, 'I was there.');
  const made = await as('bronagh', 'POST', '/withholdings', {
    itemIds: [item('F1')],
    hiddenFrom: [id('callum')],
    reasonCode: 'risk_harm',
    legalGround: 'Serious harm.',
    safeWording: {[item('F1')]: 'Help from somebody who knows how.'},
  });
  assert.equal(made.statusCode, 201, made.body);
  const {compartmentId, withholdingId} = made.json<{compartmentId: CompartmentId; withholdingId: string}>();
  assert.deepEqual(await list('callum'), []);
  assert.equal(await suggested(hers.root), '', 'nothing of it is left where everybody reads');
  const [kept] = await list('temi');
  assert.ok(kept);
  assert.deepEqual(
    [kept.compartmentId, kept.reason, kept.state],
    [compartmentId, 'I was there.', 'proposed'],
  );
  assert.notEqual(kept.id, hers.proposalId);
  assert.match(await suggested(kept.root, compartmentId), /half past three/);
  assert.equal(
    (await answer('temi', hers.proposalId, 'withdraw')).status,
    404,
    'under its old id it is gone',
  );
  const undone = await as('bronagh', 'POST', `/withholdings/${withholdingId}/undo`, {});
  assert.equal(undone.statusCode, 200, undone.body);
  const [back] = await list('callum');
  assert.ok(back);
  assert.deepEqual([back.compartmentId, back.reason], [shared, 'I was there.']);
  assert.match(await suggested(back.root), /half past three/);
  assert.equal((await answer('marcus', back.id, 'accept')).status, 200);
});

test('what is opened to everybody is looked at with what was suggested for it', async () => {
  const {suggest, as, id} = await proposalStand(server);
  const made = await as('bronagh', 'POST', '/withholdings', {
    draft: {root: 'sos:working', type: 'strength', text: 'He rings his gran.'},
    hiddenFrom: [{id: id('callum'), class: 'marked'}],
    reasonCode: 'third_party',
    legalGround: 'Their own matter.',
  });
  const {withholdingId, itemIds} = made.json<{withholdingId: string; itemIds: string[]}>();
  await suggest('temi', itemIds[0] ?? '', 'He rings his gran on 07700 900123.');
  const path = `/withholdings/${withholdingId}`;
  assert.equal((await as('esme', 'POST', `${path}/approve`)).statusCode, 200);
  assert.equal((await as('esme', 'POST', `${path}/release`, {})).statusCode, 200);
  const stopped = await as('anita', 'POST', `${path}/release`, {});
  const {error} = stopped.json<{error: {code: string; findings: {key: string; words: string}[]}}>();
  assert.deepEqual([error.code, error.findings.map(one => one.words)], ['DISCLOSURE', ['07700 900123']]);
  const cleared = error.findings.map(({key}) => key);
  const opened = await as('anita', 'POST', `${path}/release`, {cleared});
  assert.equal(opened.statusCode, 200, opened.body);
});

test('E07, E08: why something is suggested or refused is held against what typed words are', async () => {
  const {suggest, as, id, item, answer} = await proposalStand(server);
  const value = {kind: 'address', value: ADDRESS, audience: [id('bronagh'), id('anita'), id('esme')]};
  assert.equal((await as('bronagh', 'POST', '/contacts', value)).statusCode, 201);
  const hers = await suggest('temi', 'F1', 'A therapist will work with him.');
  const refused = await answer('esme', hers.proposalId, 'refuse', {reason: `They live at ${ADDRESS}.`});
  assert.deepEqual([refused.status, refused.code], [409, 'PROTECTED_VALUE']);
  const guess = {itemId: item('F1'), reason: `Not at ${ADDRESS}.`};
  assert.equal((await as('callum', 'POST', '/proposals', guess)).statusCode, 201, 'to him it is words');
  const note = 'A man asked the school office what time Year 3 goes home.';
  await as('bronagh', 'POST', '/withholdings', {
    draft: {root: 'sos:worries', type: 'harm', text: note},
    hiddenFrom: [id('callum')],
    reasonCode: 'risk_harm',
    legalGround: 'Serious harm.',
  });
  const copied = {itemId: item('B1'), reason: `I heard that ${note}`};
  assert.equal(
    (await as('temi', 'POST', '/proposals', copied)).json<{error: {code: string}}>().error.code,
    'COPIED_WORDS',
  );
  assert.equal((await as('temi', 'POST', '/proposals', {...copied, copyReason: 'known'})).statusCode, 201);
});

test('a purge finds words in what was suggested, in why, in what was answered and in what stood there', async () => {
  const {suggest, edit, as, shared, list, answer, suggested} = await proposalStand(server);
  await edit('section:F', 'F1', `At ${ADDRESS} a therapist works.`);
  const hers = await suggest('temi', 'F1', `Not at ${ADDRESS}.`, `She left ${ADDRESS}.`);
  await edit('section:F', 'F1', 'A therapist works.');
  await answer('marcus', hers.proposalId, 'refuse', {reason: `It is at ${ADDRESS}.`});
  const purged = await as('bronagh', 'POST', '/purges', {compartmentId: shared, text: ADDRESS});
  assert.equal(purged.statusCode, 202, purged.body);
  const [left] = await list('temi');
  assert.deepEqual([left?.reason, left?.steps[0]?.reason], ['She left .', 'It is at .']);
  assert.doesNotMatch(JSON.stringify(left), /Harbour/);
  assert.equal(await suggested(hers.root), 'Not at .');
});

test('what is suggested lies sealed, and nobody hidden from a reader is named by it', async () => {
  const {suggest, list, storage, planId} = await proposalStand(server);
  await suggest('temi', 'F1', 'Neverwhere on a Tuesday', 'Because of Saltmarsh');
  assert.deepEqual(
    filesHolding(server.folder, ['Neverwhere on a Tuesday', 'Saltmarsh', 'proposalAnswered']),
    [],
  );
  const [record] = await storage.proposals.of(planId);
  assert.ok(record);
  const [delphine] = (await storage.participants(planId)).filter(({key}) => key === 'delphine');
  assert.ok(delphine);
  const hers = {...record, by: delphine.id, party: 'agency:refuge', reason: 'hers'} as const;
  await storage.record([{kind: 'proposal', put: hers}]);
  assert.deepEqual(await list('callum'), []);
  assert.equal((await list('temi'))[0]?.byName, 'Delphine Roe');
  const refused = {step: 'refuse', by: delphine.id, party: 'agency:refuge', at: 1, reason: 'no'} as const;
  await storage.record([{kind: 'proposal', put: {...record, steps: [refused]}}]);
  assert.deepEqual((await list('callum'))[0]?.steps, []);
  assert.equal((await list('temi'))[0]?.steps.length, 1);
});

test('on a screen that others look at there is what all of them receive, and nothing to press', async () => {
  const {suggest, as, id, planId} = await proposalStand(server);
  await suggest('temi', 'F1', 'A therapist will work with him.', 'For him.');
  await suggest('temi', 'B2', NOTE, 'I was there.');
  const room = await as('bronagh', 'POST', '/room', {present: [id('temi'), id('callum')]});
  const headers = {authorization: `Bearer ${room.json<{sessionToken: string}>().sessionToken}`};
  const url = `/api/plans/${planId}/records?kinds=proposals`;
  const {body} = await server.send({method: 'GET', url, headers});
  const {proposals} = JSON.parse(body) as {proposals: {reason: string; choices: string[]}[]};
  assert.deepEqual(
    proposals.map(one => [one.reason, one.choices]),
    [['For him.', []]],
  );
});
