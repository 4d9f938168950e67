import assert from 'node:assert/strict';
import test from 'node:test';
import type {PlanId} from '@goldthread/schema';
import {codeOf} from '../../testing/proof-stand.ts';
import {WHY, glassStand} from '../../testing/glass-stand.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NOT_FOUND = [404, 'NOT_FOUND'];

test('who has just shown that it is them reads for an hour what nobody keeps from them by name', async t => {
  const {server, ask, proved, documents, withheldFor} = await glassStand(t);
  const school = await withheldFor('temi', 'bronagh', 'anita', 'priya', 'delphine');
  const secret = await withheldFor('temi', 'bronagh', 'oluchi');
  const marked = await withheldFor('bronagh', 'anita');
  const oluchi = await proved('oluchi');
  const before = await documents(oluchi);
  const answer = await ask(oluchi, '/break-glass', WHY);
  assert.equal(answer.statusCode, 201, answer.body);
  const {until} = answer.json<{until: string}>();
  assert.equal(Date.parse(until), Date.UTC(2026, 10, 27, 13));
  const now = await documents(oluchi);
  const access = (id: string) => now.find(one => one.id === id)?.access;
  assert.equal(access(school), 'read');
  assert.equal(access(secret), 'write', 'what was theirs before stays theirs');
  assert.equal(access(marked), undefined, 'something there is kept from the doctor by name');
  server.pass(60 * MINUTE - 1);
  assert.deepEqual(await documents(oluchi), now);
  server.pass(1);
  assert.deepEqual(await documents(oluchi), before);
});

test('an opening shows words and from whom they are kept, and lets nothing be taken along, decided or purged', async t => {
  const {ask, exported, proved, withheldFor, id} = await glassStand(t);
  const school = await withheldFor('temi', 'bronagh', 'anita', 'priya', 'delphine');
  const priya = await proved('priya');
  const oluchi = await proved('oluchi');
  const own = await exported(oluchi);
  await ask(oluchi, '/break-glass', WHY);
  const read = (await ask(oluchi, '')).body;
  assert.match(read, /new surgery/);
  assert.doesNotMatch(own, /new surgery/);
  assert.equal(await exported(oluchi), own);
  const {withholdings} = (await ask(oluchi, '/withholdings')).json<{
    withholdings: {id: string; compartmentId: string; hiddenFrom: {id: string}[]; mayReview: boolean}[];
  }>();
  const decision = withholdings.find(one => one.compartmentId === school);
  assert.ok(decision);
  assert.deepEqual(
    decision.hiddenFrom.map(one => one.id),
    [id('callum')],
  );
  assert.equal(decision.mayReview, false);
  const act = async (path: string, body: object) => codeOf(await ask(oluchi, path, body));
  assert.deepEqual(await act(`/withholdings/${decision.id}/approve`, {}), NOT_FOUND);
  assert.deepEqual(await act(`/withholdings/${decision.id}/release`, {}), NOT_FOUND);
  const {entries} = (await ask(oluchi, '/audit?limit=200')).json<{entries: {action: string}[]}>();
  assert.equal(
    entries.filter(one => one.action === 'brokeGlass').length,
    1,
    'their own deed, and no document’s',
  );
  const bronagh = await proved('bronagh');
  const doctors = await withheldFor('bronagh', 'anita');
  await ask(priya, '/break-glass', WHY);
  const purge = {compartmentId: doctors, text: 'Nothing of the kind'};
  assert.deepEqual(codeOf(await ask(priya, '/purges', purge)), NOT_FOUND);
  assert.equal((await ask(bronagh, '/purges', purge)).statusCode, 202);
});

test('E07: an address that is kept safe is written neither in the reason nor in the judgement', async t => {
  const {ask, proved} = await glassStand(t);
  const bronagh = await proved('bronagh');
  const value = '9 Larch Way, Fenbrook, ZZ98 1AA';
  assert.equal((await ask(bronagh, '/contacts', {kind: 'address', value})).statusCode, 201);
  const words = `They are at ${value} and in danger.`;
  const kept = [409, 'PROTECTED_VALUE'];
  assert.deepEqual(codeOf(await ask(bronagh, '/break-glass', {...WHY, words})), kept);
  const oluchi = await proved('oluchi');
  const opened = await ask(oluchi, '/break-glass', {...WHY, words});
  assert.equal(opened.statusCode, 201, 'to whoever may not know it, it is text like any other');
  const path = `/break-glass/${opened.json<{id: string}>().id}/review`;
  const anita = await proved('anita');
  assert.deepEqual(codeOf(await ask(anita, path, {outcome: 'justified', words})), kept);
});

test('a link is no proof, nor is an old one, nor does it help in another session', async t => {
  const {server, ask, proved, signIn, documents} = await glassStand(t);
  const oluchi = await signIn('oluchi');
  const again = [409, 'PROVE_AGAIN'];
  assert.deepEqual(codeOf(await ask(oluchi, '/break-glass', WHY)), again);
  assert.deepEqual(codeOf(await ask(await signIn('oluchi', false), '/break-glass', WHY)), [
    409,
    'NOT_CONFIRMED',
  ]);
  const sure = await proved('oluchi');
  server.pass(5 * MINUTE + 1);
  assert.deepEqual(codeOf(await ask(sure, '/break-glass', WHY)), again);
  const fresh = await proved('oluchi');
  const before = await documents(oluchi);
  assert.equal((await ask(fresh, '/break-glass', WHY)).statusCode, 201);
  assert.deepEqual(await documents(oluchi), before);
  assert.ok((await documents(fresh)).length > before.length);
});

test('families and roles without the duty find no such door, and too few words are refused', async t => {
  const {ask, proved} = await glassStand(t);
  for (const key of ['temi', 'jory', 'esme', 'marcus', 'stan'])
    assert.deepEqual(codeOf(await ask(await proved(key), '/break-glass', WHY)), NOT_FOUND, key);
  const oluchi = await proved('oluchi');
  for (const words of ['Missing.', `${' '.repeat(30)}Missing.`, ''])
    assert.deepEqual(codeOf(await ask(oluchi, '/break-glass', {...WHY, words})), [400, 'BAD_REQUEST']);
});

test('the third time within seven days is for a manager', async t => {
  const {server, ask, proved} = await glassStand(t);
  const breakIt = async (key: string) => codeOf(await ask(await proved(key), '/break-glass', WHY));
  assert.deepEqual(await breakIt('oluchi'), [201, undefined]);
  server.pass(DAY);
  assert.deepEqual(await breakIt('oluchi'), [201, undefined]);
  assert.deepEqual(await breakIt('oluchi'), [409, 'GLASS_TOO_OFTEN']);
  for (let time = 0; time < 4; time += 1) assert.deepEqual(await breakIt('anita'), [201, undefined]);
  server.pass(6 * DAY);
  assert.deepEqual(await breakIt('oluchi'), [201, undefined]);
});

test('it closes to somebody before anything stands there that is kept from them by name', async t => {
  const {ask, proved, documents, withheldFor, id} = await glassStand(t);
  const readers = ['temi', 'bronagh', 'anita', 'priya', 'delphine'];
  const school = await withheldFor(...readers);
  const oluchi = await proved('oluchi');
  await ask(oluchi, '/break-glass', WHY);
  const bronagh = await proved('bronagh');
  const decided = await ask(bronagh, '/withholdings', {
    draft: {root: 'sos:worries', type: 'note', text: 'The doctor is a friend of the family.'},
    hiddenFrom: [id('oluchi')],
    audience: readers.map(id),
    reasonCode: 'third_party',
    legalGround: 'Working Together 2026',
  });
  assert.equal(decided.json<{compartmentId: string}>().compartmentId, school, decided.body);
  assert.equal(
    (await documents(oluchi)).some(one => one.id === school),
    false,
  );
});

test('in a room the opening does not count, and before a screen nothing is told of it', async t => {
  const {ask, proved, documents, id} = await glassStand(t);
  const note = await ask(await proved('temi'), '/withholdings', {
    draft: {root: 'sos:working', type: 'note', text: 'My own appointment.'},
    hiddenFrom: [id('callum')],
    audience: ['temi', 'oluchi', 'anita'].map(id),
    reasonCode: 'health_opinion',
    legalGround: 'My own health.',
  });
  const {compartmentId} = note.json<{compartmentId: string}>();
  const bronagh = await proved('bronagh');
  await ask(bronagh, '/break-glass', WHY);
  const sees = async (headers: typeof bronagh) =>
    (await documents(headers)).some(one => one.id === compartmentId);
  assert.equal(await sees(bronagh), true);
  const opened = await ask(bronagh, '/room', {present: [id('anita')]});
  const room = {authorization: `Bearer ${opened.json<{sessionToken: string}>().sessionToken}`};
  assert.equal(await sees(room), false);
  assert.deepEqual(codeOf(await ask(room, '/break-glass')), [409, 'IN_ROOM']);
  const records = (await ask(room, '/records?kinds=breakGlass')).json<{breakGlass: unknown[]}>();
  assert.deepEqual(records.breakGlass, []);
});

test('the readers of what opened see in the audit who read it and why, and others see nothing', async t => {
  const {ask, proved, plan, storage} = await glassStand(t);
  const oluchi = await proved('oluchi');
  await ask(oluchi, '/break-glass', WHY);
  await ask(oluchi, '');
  const seenBy = async (key: string) =>
    (await ask(await proved(key), '/audit?limit=200'))
      .json<{entries: {action: string; actor: {name: string} | null; detail: Record<string, string>}[]}>()
      .entries.filter(one => one.action === 'brokeGlass');
  const [entry] = await seenBy('bronagh');
  assert.equal(entry?.actor?.name, 'Dr Oluchi Brandt');
  assert.deepEqual(entry.detail, {emergency: 'missing'});
  for (const key of ['callum', 'temi', 'marcus', 'hollis']) assert.deepEqual(await seenBy(key), [], key);
  const words = JSON.stringify(await storage.audit(plan.planId as PlanId));
  assert.equal(words.includes('gate'), false, 'no words in the audit');
});
