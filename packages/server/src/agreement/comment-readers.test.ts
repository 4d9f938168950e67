import assert from 'node:assert/strict';
import test, {after} from 'node:test';
import {NOWHERE, commentStand} from '../testing/comment-stand.ts';
import {TestServer} from '../testing/index.ts';

const server = await TestServer.start();
after(() => server.stop());

test('what is said beside a private note is in nobody else’s bytes, and asking for it says nothing', async () => {
  const {say, act, get, textsOf, item} = await commentStand(server);
  const before = await get('callum', '/records');
  const {thread} = await say('temi', 'B2', 'It was the alarm.');
  const after = await get('callum', '/records');
  assert.deepEqual([after.body, after.headers['etag']], [before.body, before.headers['etag']]);
  assert.deepEqual(await textsOf('bronagh'), ['It was the alarm.']);
  const real = await say('callum', 'B2', 'Tell me.');
  const none = await say('callum', NOWHERE, 'Tell me.');
  assert.deepEqual([real.status, real.body], [none.status, none.body]);
  const joined = await say('callum', 'F1', 'Tell me.', {replyTo: thread.id});
  assert.deepEqual([joined.status, joined.body], [none.status, none.body]);
  for (const what of ['resolve', 'reopen', 'take-back'] as const)
    assert.equal((await act('callum', what, thread.id)).body, none.body);
  assert.ok(item('B2') !== 'B2');
});

test('somebody hidden from a reader of the item says nothing beside it, and in a plan that has ceased nobody does', async () => {
  const {say, act, moveOn} = await commentStand(server);
  assert.equal((await say('delphine', 'F1', 'I am here.')).status, 404);
  const {thread} = await say('temi', 'F1', 'Before.');
  await moveOn('ceased');
  assert.equal((await say('temi', 'F1', 'After.')).status, 404);
  assert.equal((await act('temi', 'resolve', thread.id)).statusCode, 404);
});

test('comments go with an item to fewer people; what was said there stays with those people when it is opened', async () => {
  const {say, as, id, item, textsOf, threadsOf} = await commentStand(server);
  await say('temi', 'B1', 'Four, with cards.');
  await say('callum', 'F1', 'Beside another.');
  server.pass(1000);
  const withheld = await as('bronagh', 'POST', '/withholdings', {
    itemIds: [item('B1')],
    hiddenFrom: [id('callum')],
    reasonCode: 'risk_harm',
    legalGround: 'Serious harm.',
    safeWording: {[item('B1')]: null},
  });
  const made = withheld.json<{withholdingId: string; itemIds: [string]}>();
  server.pass(1000);
  assert.deepEqual(await textsOf('callum'), ['Beside another.']);
  assert.deepEqual(await textsOf('bronagh'), ['Four, with cards.', 'Beside another.']);
  await say('bronagh', made.itemIds[0], 'He must not read this.');
  server.pass(60_000);
  const path = `/withholdings/${made.withholdingId}`;
  assert.equal((await as('anita', 'POST', `${path}/approve`)).statusCode, 200);
  assert.equal((await as('bronagh', 'POST', `${path}/release`, {})).statusCode, 200);
  const opened = await as('anita', 'POST', `${path}/release`, {});
  assert.equal(opened.statusCode, 200, opened.body);
  assert.deepEqual(await textsOf('callum'), ['Four, with cards.', 'Beside another.']);
  const seen = (await threadsOf('bronagh')).flatMap(one => one.comments);
  assert.deepEqual(
    seen.map(one => [one.text, one.isForFewer]),
    [
      ['Four, with cards.', false],
      ['Beside another.', false],
      ['He must not read this.', true],
    ],
  );
  const narrow = (await threadsOf('bronagh')).find(one => one.comments[0]?.isForFewer);
  await say('anita', narrow?.item ?? '', 'Nor this.', {replyTo: narrow?.id});
  assert.doesNotMatch(JSON.stringify(await threadsOf('callum')), /Nor this/);
});

test('what was said in private stays with those who could read it, also where one more read the item before it was opened', async () => {
  const {say, as, id, item, textsOf} = await commentStand(server);
  const withheld = await as('bronagh', 'POST', '/withholdings', {
    ...{itemIds: [item('B1')], hiddenFrom: [id('callum')], audience: ['bronagh', 'anita', 'esme'].map(id)},
    ...{reasonCode: 'risk_harm', legalGround: 'Serious harm.', safeWording: {[item('B1')]: null}},
  });
  const made = withheld.json<{withholdingId: string; itemIds: [string]}>();
  server.pass(1000);
  await say('esme', made.itemIds[0], 'For three of us.');
  const path = `/withholdings/${made.withholdingId}`;
  const both = async (step: string, body: object) => {
    for (const who of ['bronagh', 'anita']) {
      const done = await as(who, 'POST', `${path}/${step}`, body);
      assert.equal(done.statusCode, 200, done.body);
    }
  };
  await both('readers', {readerId: id('marcus')});
  const list = (await as('bronagh', 'GET', '/withholdings')).json<{
    withholdings: {id: string; itemIds: string[]}[];
  }>();
  const now = list.withholdings.find(one => one.id === made.withholdingId)?.itemIds[0] ?? '';
  assert.deepEqual([await textsOf('marcus'), await textsOf('esme')], [[], ['For three of us.']]);
  await say('marcus', now, 'For four of us.');
  await both('release', {});
  assert.deepEqual(await textsOf('esme'), ['For three of us.', 'For four of us.']);
  assert.deepEqual([await textsOf('marcus'), await textsOf('callum')], [['For four of us.'], []]);
});

test('when a child chooses other people, what was said stays between those who could read it and can still', async () => {
  const {say, as, id, textsOf} = await commentStand(server);
  const own = {root: 'house:worries', text: 'big voice', shareWith: [id('esme'), id('temi')]};
  const {itemId} = (await as('jory', 'POST', '/items', own)).json<{itemId: string}>();
  await say('esme', itemId, 'I will ask him.');
  const share = (at: string, ...keys: string[]) =>
    as('jory', 'PUT', `/items/${at}/audience`, {shareWith: keys.map(id)});
  const wider = (await share(itemId, 'esme', 'bronagh')).json<{itemId: string}>();
  assert.deepEqual(await textsOf('esme'), ['I will ask him.']);
  assert.deepEqual(await textsOf('jory'), ['I will ask him.']);
  assert.deepEqual([...(await textsOf('temi')), ...(await textsOf('bronagh'))], []);
  await say('bronagh', wider.itemId, 'So will I.');
  await share(wider.itemId, 'bronagh');
  assert.deepEqual(await textsOf('bronagh'), ['So will I.']);
  assert.deepEqual(await textsOf('esme'), []);
});

test('exactly those who read a comment are told of it', async () => {
  const {say, id} = await commentStand(server);
  const {sync} = server.server;
  const told: string[][] = [];
  const original = sync.tellRecords.bind(sync);
  sync.tellRecords = (planId, readers, kinds) => {
    if (kinds.includes('comments')) told.push([...readers].sort());
    return original(planId, readers, kinds);
  };
  await say('temi', 'F1', 'For all.');
  await say('temi', 'B2', 'For two.');
  sync.tellRecords = original;
  const [open, narrow] = told;
  assert.ok(open?.includes(id('callum')) && open.includes(id('delphine')));
  assert.deepEqual(narrow, [id('temi'), id('bronagh')].sort());
});

test('a screen before a room shows what everybody there reads, and nobody comments from it', async () => {
  const {say, as, id, planId} = await commentStand(server);
  await say('temi', 'F1', 'For all.');
  await say('temi', 'B2', 'It was the alarm.');
  const room = await as('bronagh', 'POST', '/room', {present: [id('temi'), id('callum')]});
  const headers = {authorization: `Bearer ${room.json<{sessionToken: string}>().sessionToken}`};
  const url = `/api/plans/${planId}`;
  const shown = await server.send({method: 'GET', url: `${url}/records?kinds=comments`, headers});
  assert.match(shown.body, /For all/);
  assert.doesNotMatch(shown.body, /alarm/);
  const payload = {itemId: NOWHERE, text: 'Here.'};
  assert.equal(
    (await server.send({method: 'POST', url: `${url}/comments`, headers, payload})).statusCode,
    409,
  );
});
