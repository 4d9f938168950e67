import assert from 'node:assert/strict';
import test, {after} from 'node:test';
import {agreementStand} from '../testing/agreement-stand.ts';
import {filesHolding} from '../testing/files-holding.ts';
import {TestServer} from '../testing/index.ts';
import type {DisagreementView, TryView} from './index.ts';

const server = await TestServer.start();
after(() => server.stop());

const NOWHERE = 'n'.repeat(22);

async function stand() {
  const on = await agreementStand(server);
  const {as, item} = on;
  const open = async (key: string, ref: string, words: string, more: object = {}) => {
    const answer = await as(key, 'POST', '/disagreements', {itemId: item(ref), words, ...more});
    return {status: answer.statusCode, body: answer.body, one: answer.json<DisagreementView>()};
  };
  const tell = async (key: string, id: string, what: 'say' | 'withdraw', body: object) => {
    const answer = await as(key, 'POST', `/disagreements/${id}/${what}`, body);
    return {status: answer.statusCode, body: answer.body, one: answer.json<DisagreementView>()};
  };
  const note = async (key: string, to: string, on_: string, means: string, more: object = {}) => {
    const answer = await as(key, 'POST', '/tries', {to, on: on_, means, ...more});
    return {status: answer.statusCode, body: answer.body};
  };
  const listOf = async (key: string) =>
    (await as(key, 'GET', '/records?kinds=disagreements')).json<{
      disagreements: DisagreementView[];
      tries: TryView[];
    }>();
  return {...on, open, tell, note, listOf};
}

test('each side says what it thinks in its own words, every word is kept, and only who opened it agrees now', async () => {
  const {open, tell, listOf} = await stand();
  const {one, status, body} = await open('temi', 'F1', 'Once is not enough.', {
    wish: 'Twice a week.',
    why: 'He forgets.',
  });
  assert.equal(status, 201, body);
  assert.equal(one.quote, 'A therapist will work with Jory.');
  assert.equal((await tell('marcus', one.id, 'say', {words: 'We offer once.'})).status, 200);
  const others = await tell('marcus', one.id, 'say', {outcome: 'agreedNow'});
  assert.deepEqual([others.status, /NOT_YOUR_DISAGREEMENT/.test(others.body)], [409, true]);
  assert.equal(
    (await tell('temi', one.id, 'say', {words: 'Still no.', outcome: 'stillDifferent'})).status,
    200,
  );
  const [seen] = (await listOf('callum')).disagreements;
  assert.deepEqual(
    seen?.entries.map(({act, name, byName, words, wish, why}) => [act, name, byName, words, wish, why]),
    [
      ['opened', 'Temi Adeyemi', 'Temi Adeyemi', 'Once is not enough.', 'Twice a week.', 'He forgets.'],
      ['said', 'Marlshire County Council', 'Marcus Ibsen', 'We offer once.', '', ''],
      ['stillDifferent', 'Temi Adeyemi', 'Temi Adeyemi', 'Still no.', '', ''],
    ],
  );
  assert.equal(seen?.outcome, 'stillDifferent');
  await tell('temi', one.id, 'say', {outcome: 'agreedNow'});
  assert.equal((await listOf('callum')).disagreements[0]?.outcome, 'agreedNow');
  assert.equal((await tell('temi', one.id, 'say', {})).status, 400);
});

test('only the side that opened it takes it back, its words may go, and what others said stays', async () => {
  const {open, tell, listOf, storage, planId} = await stand();
  const {one} = await open('callum', 'F1', 'I never said that.', {wish: 'Leave it out.'});
  await tell('esme', one.id, 'say', {words: 'I will ask.'});
  assert.equal((await tell('temi', one.id, 'withdraw', {hideWords: true})).status, 409);
  assert.equal((await tell('callum', one.id, 'withdraw', {hideWords: true})).status, 200);
  const [seen] = (await listOf('temi')).disagreements;
  assert.deepEqual(
    seen?.entries.map(({act, words}) => [act, words]),
    [
      ['opened', ''],
      ['said', 'I will ask.'],
      ['withdrawn', ''],
    ],
  );
  assert.equal(seen?.outcome, 'withdrawn');
  assert.doesNotMatch(JSON.stringify(await storage.talk.disagreements.of(planId)), /never said|Leave it/);
});

test('only its side says that it is printed with the plan, takes that back, and both stay to be seen', async () => {
  const {open, tell, listOf} = await stand();
  const {one} = await open('temi', 'F1', 'Once is not enough.');
  assert.equal(one.isPrinted, false);
  const others = await tell('marcus', one.id, 'say', {outcome: 'printed'});
  assert.deepEqual([others.status, /NOT_YOUR_DISAGREEMENT/.test(others.body)], [409, true]);
  await tell('temi', one.id, 'say', {outcome: 'stillDifferent'});
  const printed = (await tell('temi', one.id, 'say', {outcome: 'printed'})).one;
  assert.deepEqual([printed.isPrinted, printed.outcome], [true, 'stillDifferent']);
  assert.equal((await tell('temi', one.id, 'say', {outcome: 'notPrinted'})).one.isPrinted, false);
  await tell('temi', one.id, 'say', {outcome: 'printed'});
  assert.equal(
    (await tell('temi', one.id, 'withdraw', {})).one.isPrinted,
    false,
    'what was taken back isn’t',
  );
  const [seen] = (await listOf('callum')).disagreements;
  assert.deepEqual(
    seen?.entries.map(({act}) => act),
    ['opened', 'stillDifferent', 'printed', 'notPrinted', 'printed', 'withdrawn'],
  );
});

test('a whole part of the plan can be disagreed with, by whoever reads it, and it keeps none of the part’s words', async () => {
  const {as, tell, listOf, item, id} = await stand();
  const about = (key: string, root: string) =>
    as(key, 'POST', '/disagreements', {root, words: 'There is too little.'});
  const answer = await about('temi', 'section:F');
  assert.equal(answer.statusCode, 201, answer.body);
  const one = answer.json<DisagreementView>();
  assert.deepEqual([one.item, one.root, one.quote, one.isChangedSince], [null, 'section:F', '', false]);
  assert.equal((await tell('marcus', one.id, 'say', {words: 'It is what we have.'})).status, 200);
  assert.equal((await listOf('callum')).disagreements[0]?.entries.length, 2);
  for (const root of ['items', 'house:good', 'p:' + NOWHERE, 'section:Z'])
    assert.equal((await about('temi', root)).statusCode, 404, root);
  const both = {root: 'section:F', itemId: item('F1'), words: 'No.'};
  assert.equal((await as('temi', 'POST', '/disagreements', both)).statusCode, 400);
  const withheld = await as('bronagh', 'POST', '/withholdings', {
    itemIds: [item('F1')],
    hiddenFrom: [id('callum')],
    reasonCode: 'risk_harm',
    legalGround: 'Serious harm.',
    safeWording: {[item('F1')]: null},
  });
  assert.equal(withheld.statusCode, 201, withheld.body);
  for (const key of ['callum', 'bronagh'])
    assert.deepEqual(
      (await listOf(key)).disagreements.map(({root, isChangedSince}) => [root, isChangedSince]),
      [['section:F', true]],
      'as if the item had been deleted',
    );
});

test('a side that was asked on two days by two means and said nothing is shown as no answer, with both days, until it answers', async () => {
  const {note, say, positionsOf, moveOn, listOf} = await stand();
  const silent = async () =>
    (await positionsOf('esme')).filter(one => one.party === 'callum' && one.stance === 'noAnswer');
  await say('temi', 'F1', {stance: 'agree', expectedVersion: 0});
  assert.equal(
    (await note('esme', 'callum', '2026-11-03', 'letter', {words: 'A meeting at six.'})).status,
    201,
  );
  assert.equal((await note('marcus', 'callum', '2026-11-10', 'letter')).status, 201);
  assert.deepEqual(await silent(), [], 'a letter twice is one means');
  assert.equal((await note('marcus', 'callum', '2026-11-12', 'phone')).status, 201);
  const [one, ...more] = await silent();
  assert.deepEqual(more, [], 'not where he answered already');
  assert.deepEqual(one?.tries, [
    {on: '2026-11-03', means: 'letter'},
    {on: '2026-11-12', means: 'phone'},
  ]);
  assert.equal(one.version, 0);
  assert.equal((await listOf('callum')).tries[0]?.words, 'A meeting at six.', 'he reads what was offered');
  assert.equal((await say('callum', 'F1', {stance: 'partly', expectedVersion: 0})).status, 200);
  assert.deepEqual(await silent(), []);
  // None of it stands in the way of the plan.
  await moveOn('draftServed');
});

test('who was asked is noted by professionals alone, of sides that read it', async () => {
  const {note, item} = await stand();
  assert.equal((await note('temi', 'callum', '2026-11-03', 'letter')).status, 404);
  assert.equal((await note('esme', 'nobody', '2026-11-03', 'letter')).status, 404);
  assert.equal((await note('bronagh', 'callum', '2026-11-03', 'phone', {itemId: item('B2')})).status, 404);
  assert.equal((await note('bronagh', 'temi', '2026-11-03', 'phone', {itemId: item('B2')})).status, 201);
  for (const day of ['yesterday', '2026-02-31'])
    assert.equal((await note('esme', 'callum', day, 'letter')).status, 400);
});

test('what is said of a private note is in nobody else’s bytes, and asking for it says nothing', async () => {
  const {open, tell, note, get, item} = await stand();
  const before = await get('callum', '/records');
  const {one} = await open('temi', 'B2', 'It was the alarm.');
  await tell('bronagh', one.id, 'say', {words: 'I see.'});
  await note('bronagh', 'temi', '2026-11-03', 'phone', {itemId: item('B2')});
  await note('bronagh', 'temi', '2026-11-04', 'visit', {itemId: item('B2')});
  const after = await get('callum', '/records');
  assert.deepEqual([after.body, after.headers['etag']], [before.body, before.headers['etag']]);
  const [real, none] = [await open('callum', 'B2', 'Why?'), await open('callum', NOWHERE, 'Why?')];
  assert.deepEqual([real.status, real.body], [404, none.body]);
  for (const what of ['say', 'withdraw'] as const)
    assert.equal((await tell('callum', one.id, what, what === 'say' ? {words: 'Hm.'} : {})).body, none.body);
});

test('it goes with an item to fewer people; it is held against protected values, sealed, purged and noted', async () => {
  const {open, as, id, item, listOf, storage, planId, shared} = await stand();
  const ADDRESS = 'Flat 3, Harbour Court, Saltmere';
  const value = {kind: 'address', value: ADDRESS, audience: [id('bronagh'), id('anita')]};
  assert.equal((await as('bronagh', 'POST', '/contacts', value)).statusCode, 201);
  assert.match((await open('bronagh', 'B1', 'No.', {why: ADDRESS})).body, /PROTECTED_VALUE/);
  assert.equal((await open('callum', 'F1', 'No.', {why: `She is at ${ADDRESS}?`})).status, 201);
  assert.equal((await open('temi', 'B1', 'Four, with cards.')).status, 201);
  assert.deepEqual(filesHolding(server.folder, ['Four, with cards', 'askedAgain']), []);
  const notes = (await storage.audit(planId)).filter(({action}) => action === 'disagreed');
  assert.deepEqual(
    notes.map(({actor, compartmentId}) => [actor, compartmentId]),
    [
      [id('temi'), shared],
      [id('callum'), shared],
    ],
  );
  assert.equal(
    (await as('bronagh', 'POST', '/purges', {compartmentId: shared, text: ADDRESS})).statusCode,
    202,
  );
  const entries = (await listOf('temi')).disagreements.flatMap(one => one.entries);
  assert.deepEqual(
    entries.map(({why}) => why),
    ['She is at ?', ''],
  );
  server.pass(1000);
  const withheld = await as('bronagh', 'POST', '/withholdings', {
    itemIds: [item('B1')],
    hiddenFrom: [id('callum')],
    reasonCode: 'risk_harm',
    legalGround: 'Serious harm.',
    safeWording: {[item('B1')]: null},
  });
  assert.equal(withheld.statusCode, 201, withheld.body);
  const words = async (key: string) =>
    (await listOf(key)).disagreements.flatMap(one => one.entries.map(entry => entry.words));
  assert.deepEqual(await words('callum'), ['No.']);
  assert.deepEqual(await words('bronagh'), ['No.', 'Four, with cards.']);
});
