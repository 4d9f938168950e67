import assert from 'node:assert/strict';
import test, {after} from 'node:test';
import type {ParticipantId} from '@goldthread/schema';
import {readFacts} from '../http/plan-facts.ts';
import {agreementStand} from '../testing/agreement-stand.ts';
import {TestServer, smallPlan} from '../testing/index.ts';
import type {ScaleView} from './scale-view.ts';

const server = await TestServer.start();
after(() => server.stop());

const ENDS = {zero: 'Jory cannot live safely with Mum.', ten: 'Everyone knows he is safe enough to close.'};

/** The small plan with scales: one for everybody, one for the mother and the social worker. */
async function stand() {
  const ratings = [
    {party: 'temi', value: 7},
    {party: 'callum', value: 10, words: 'there is no danger', oneHigher: 'seeing him'},
    {party: 'Marlshire social care', value: 4},
  ];
  const file = {
    ...smallPlan(),
    signsOfSafety: {
      scales: [
        {id: 'S1', ...ENDS, ratings: [], audience: 'everyone'},
        {id: 'S2', ...ENDS, ratings, audience: ['temi', 'bronagh']},
        {id: 'S3', ...ENDS, ratings},
      ],
    },
  };
  const made = await agreementStand(server, file);
  const scalesOf = async (key: string): Promise<readonly ScaleView[]> =>
    (await made.get(key, '/records?kinds=ratings')).json<{ratings: ScaleView[]}>().ratings;
  const [open] = await scalesOf('callum');
  const narrow = (await scalesOf('temi')).find(({id}) => id !== open?.id);
  assert.ok(open && narrow);
  const rate = (key: string, placed: object, id = open.id) =>
    made.as(key, 'PUT', `/scales/${id}/rating`, placed);
  const reveal = (key: string, id = open.id) => made.as(key, 'POST', `/scales/${id}/reveal`);
  const seenBy = async (key: string): Promise<(readonly [string, number, boolean])[]> =>
    ((await scalesOf(key)).find(({id}) => id === open.id)?.ratings ?? []).map(
      one => [one.name, one.value, one.isBlind] as const,
    );
  return {...made, open, narrow, scalesOf, rate, reveal, seenBy};
}

test('each person sees their own number alone until somebody whose office it is shows them all, side by side and never as one', async () => {
  const {rate, reveal, seenBy} = await stand();
  for (const [key, value] of [
    ['temi', 7],
    ['bronagh', 4],
    ['callum', 10],
    ['jory', 6],
  ] as const)
    assert.equal((await rate(key, {value})).statusCode, 200, key);
  assert.deepEqual(await seenBy('callum'), [['Callum Penhale', 10, true]]);
  assert.deepEqual(await seenBy('marcus'), []);
  for (const key of ['temi', 'callum', 'jory', 'marcus', 'anita'])
    assert.equal((await reveal(key)).statusCode, 404, key);
  assert.equal((await reveal('bronagh')).statusCode, 200);
  const all = [
    ['Temi Adeyemi', 7, false],
    ['Bronagh Kell', 4, false],
    ['Callum Penhale', 10, false],
    ['Jory Penhale-Adeyemi', 6, false],
  ];
  assert.deepEqual(await seenBy('marcus'), all);
  assert.deepEqual(await seenBy('callum'), all);
});

test('what others place changes nobody’s answers, audit or messages, until it is shown', async () => {
  const {rate, reveal, get, id, open, as} = await stand();
  await rate('callum', {value: 10});
  const {sync} = server.server;
  const told: (readonly [readonly ParticipantId[], readonly string[]])[] = [];
  const original = sync.tellRecords.bind(sync);
  sync.tellRecords = (planId, readers, kinds) => {
    told.push([[...readers], kinds]);
    return original(planId, readers, kinds);
  };
  const all = async () => {
    const answers = [];
    for (const path of ['/records', '/audit?limit=50', '', `/as/${id('callum')}`, '/export?format=json'])
      answers.push((await get(path.startsWith('/as') ? 'esme' : 'callum', path)).body);
    return answers.map(body => body.replaceAll(/"at":"[^"]*"/g, ''));
  };
  const before = await all();
  const again = await all();
  const noise = before.map((body, at) => body === again[at]);
  await rate('temi', {value: 7, whyNotLower: 'He sleeps.', oneHigher: 'A month of quiet.'});
  await rate('bronagh', {value: 4});
  assert.deepEqual(told, [
    [[id('temi')], ['ratings']],
    [[id('bronagh')], ['ratings']],
  ]);
  const now = await all();
  assert.deepEqual(
    now.map((body, at) => body === again[at] || !noise[at]),
    now.map(() => true),
  );
  assert.doesNotMatch(now.join(), /He sleeps|A month of quiet/);
  for (const key of ['marcus', 'esme']) assert.doesNotMatch((await get(key, '/audit')).body, /"rated"/, key);
  assert.match((await get('temi', '/audit')).body, /"rated"/);
  const wrong = await as('callum', 'PUT', `/scales/${open.id}/rating`, {value: 11});
  assert.equal(wrong.statusCode, 400);
  await reveal('esme');
  assert.ok(
    told.at(-1)?.[0].includes(id('callum') as ParticipantId),
    'whoever reads it is told that it is shown',
  );
  sync.tellRecords = original;
});

test('a number placed after numbers were shown is its owner’s alone again, and every number is kept', async () => {
  const {rate, reveal, scalesOf, open, seenBy} = await stand();
  await rate('temi', {value: 3});
  await reveal('bronagh');
  await rate('temi', {value: 8, oneHigher: 'A month of quiet.'});
  assert.deepEqual(await seenBy('callum'), [['Temi Adeyemi', 3, false]]);
  const hers = (await scalesOf('temi')).find(({id}) => id === open.id)?.ratings[0];
  assert.deepEqual([hers?.value, hers?.isBlind, hers?.earlier.map(one => one.value)], [8, true, [3]]);
  await reveal('bronagh');
  const theirs = (await scalesOf('callum')).find(({id}) => id === open.id)?.ratings[0];
  assert.deepEqual(
    [theirs?.value, theirs?.oneHigher, theirs?.earlier.map(one => one.value)],
    [8, 'A month of quiet.', [3]],
  );
});

test('a person’s own number is on no screen that others look at, in no view of that person, and in no session of which it isn’t sure', async () => {
  const {rate, as, id, planId, get} = await stand();
  await rate('temi', {value: 2, whyNotLower: 'He rang twice.'});
  assert.doesNotMatch((await get('bronagh', `/as/${id('temi')}`)).body, /rang twice/);
  const room = await as('bronagh', 'POST', '/room', {present: [id('temi')]});
  const url = `/api/plans/${planId}/records?kinds=ratings`;
  const roomHeaders = {authorization: `Bearer ${room.json<{sessionToken: string}>().sessionToken}`};
  assert.doesNotMatch((await server.send({method: 'GET', url, headers: roomHeaders})).body, /rang twice/);
  const {headers} = await server.signIn(planId, id('temi'), false);
  assert.doesNotMatch((await server.send({method: 'GET', url, headers})).body, /rang twice/);
  const scale = (await server.send({method: 'GET', url, headers})).json<{ratings: ScaleView[]}>().ratings[0];
  const placed = {
    method: 'PUT',
    url: `/api/plans/${planId}/scales/${scale?.id ?? ''}/rating`,
    headers,
  } as const;
  await server.send({...placed, payload: {value: 5, whyNotLower: 'He is calm.'}});
  assert.match((await server.send({method: 'GET', url, headers})).body, /He is calm/);
});

test('scales of a file are there with their ends and numbers for exactly their readers, and for nobody where it names none', async () => {
  const {scalesOf, narrow, rate, reveal} = await stand();
  assert.equal((await scalesOf('callum')).length, 1);
  assert.equal((await scalesOf('temi')).length, 2);
  assert.deepEqual(
    narrow.ratings.map(one => [one.party, one.value, one.words, one.oneHigher, one.isBlind]),
    [
      ['temi', 7, '', '', false],
      ['callum', 10, 'there is no danger', 'seeing him', false],
      ['Marlshire social care', 4, '', '', false],
    ],
  );
  assert.deepEqual([narrow.zero, narrow.ten], [ENDS.zero, ENDS.ten]);
  const [real, none] = [
    await rate('callum', {value: 1}, narrow.id),
    await rate('callum', {value: 1}, 'nowhere'),
  ];
  assert.deepEqual([real.statusCode, real.body], [none.statusCode, none.body]);
  assert.equal((await reveal('esme', narrow.id)).statusCode, 404, 'the lead doesn’t receive it');
  assert.equal((await rate('delphine', {value: 1})).statusCode, 404, 'the father must not know of her');
});

test('a reader’s copy holds the scales that this reader receives, and comes in again as they were', async () => {
  const {rate, reveal, get} = await stand();
  await rate('temi', {value: 3, whyNotLower: 'He sleeps.'});
  await reveal('bronagh');
  const copy = (await get('temi', '/export?format=json')).json<{signsOfSafety: {scales: object[]}}>();
  assert.equal(copy.signsOfSafety.scales.length, 2);
  const again = await agreementStand(server, copy);
  const second = (await again.get('temi', '')).json<{signsOfSafety: {scales: object[]}}>();
  const without = (scales: readonly object[]) => scales.map(one => ({...one, id: ''}));
  assert.deepEqual(without(second.signsOfSafety.scales), without(copy.signsOfSafety.scales));
});

test('whoever may write the worries makes a scale, for everybody or for the readers of a private note', async () => {
  const {as, narrow, scalesOf} = await stand();
  const made = await as('bronagh', 'POST', '/scales', {zero: 'Never.', ten: 'Always.'});
  assert.equal(made.statusCode, 201, made.body);
  assert.ok((await scalesOf('callum')).some(({zero}) => zero === 'Never.'));
  const {compartmentId} = narrow;
  assert.equal(
    (await as('bronagh', 'POST', '/scales', {zero: 'a', ten: 'b', compartmentId})).statusCode,
    201,
  );
  assert.equal((await scalesOf('callum')).length, 2);
  assert.equal((await as('temi', 'POST', '/scales', {zero: 'a', ten: 'b'})).statusCode, 404);
  assert.equal((await as('esme', 'POST', '/scales', {zero: 'a', ten: 'b', compartmentId})).statusCode, 404);
});

test('words with a number are held against private notes, and a purge takes words out of a scale', async () => {
  const {as, id, rate, shared, scalesOf} = await stand();
  const man = 'A man asked the school office what time Year 3 goes home.';
  await as('bronagh', 'POST', '/withholdings', {
    draft: {root: 'sos:worries', type: 'harm', text: man},
    hiddenFrom: [id('callum')],
    reasonCode: 'risk_harm',
    legalGround: 'Serious harm.',
  });
  const copied = await rate('temi', {value: 3, whyNotLower: `I heard that ${man}`});
  assert.equal(copied.json<{error: {code: string}}>().error.code, 'COPIED_WORDS');
  await rate('temi', {value: 3, whyNotLower: 'She is at Harbour Court now.'});
  assert.equal(
    (await as('esme', 'POST', '/purges', {compartmentId: shared, text: 'Harbour Court'})).statusCode,
    202,
  );
  assert.match(JSON.stringify(await scalesOf('temi')), /She is at {2}now/);
});

test('a plan keeps no scale among its facts', async () => {
  const {storage, planId} = await stand();
  const plan = await storage.plan(planId);
  assert.ok(plan);
  assert.deepEqual(readFacts(plan).records.scales, []);
});
