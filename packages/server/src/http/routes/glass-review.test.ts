import assert from 'node:assert/strict';
import test from 'node:test';
import type {PlanId} from '@goldthread/schema';
import {codeOf} from '../../testing/proof-stand.ts';
import {WHY, glassStand} from '../../testing/glass-stand.ts';

const DAY = 24 * 60 * 60_000;
const NOT_FOUND = [404, 'NOT_FOUND'];
const FINE = {outcome: 'justified', words: 'He was found at the station.'} as const;

test('the manager, the lead and whoever decided are told at once, each of what they receive; others hear nothing', async t => {
  const {server, ask, proved, openings, documents, id} = await glassStand(t);
  const oluchi = await proved('oluchi');
  await ask(oluchi, '/break-glass', WHY);
  const told: string[] = [];
  for (const key of [
    'jory',
    'temi',
    'callum',
    'esme',
    'bronagh',
    'priya',
    'hollis',
    'stan',
    'anita',
    'delphine',
  ]) {
    const headers = await proved(key);
    const [opening] = await openings(headers);
    if (opening === undefined) continue;
    told.push(key);
    const received = (await documents(headers)).map(one => one.id);
    assert.equal(opening.by, id('oluchi'));
    assert.ok(opening.compartmentIds.length > 0, key);
    for (const one of opening.compartmentIds) assert.ok(received.includes(one), key);
    assert.equal(opening.words, key === 'anita' ? WHY.words : null, key);
    assert.equal(opening.mayReview, key === 'anita', key);
  }
  assert.deepEqual(told, ['esme', 'bronagh', 'priya', 'anita']);
  const lines = server.log.filter(line => line.includes('"GLASS"'));
  assert.deepEqual(
    lines.map(line => (JSON.parse(line) as {participantId: string}).participantId).toSorted(),
    told.map(id).toSorted(),
  );
});

test('a manager who reads nothing of it is told all the same, and of no document', async t => {
  const {ask, proved, openings, id} = await glassStand(t);
  const priya = await proved('priya');
  const temi = await proved('temi');
  const note = await ask(temi, '/withholdings', {
    draft: {root: 'sos:working', type: 'note', text: 'My own appointment.'},
    hiddenFrom: [{id: id('callum'), class: 'sealed'}],
    audience: [id('temi'), id('oluchi')],
    reasonCode: 'health_opinion',
    legalGround: 'My own health.',
  });
  assert.equal(note.statusCode, 201, note.body);
  await ask(priya, '/break-glass', WHY);
  const [hers] = await openings(priya);
  const [anitas] = await openings(await proved('anita'));
  assert.ok(hers?.compartmentIds.includes(note.json<{compartmentId: string}>().compartmentId));
  assert.equal(anitas?.compartmentIds.includes(note.json<{compartmentId: string}>().compartmentId), false);
});

test('somebody else looks at it afterwards, once, and whoever did it sees what came of it', async t => {
  const {ask, proved, openings, id} = await glassStand(t);
  const oluchi = await proved('oluchi');
  const {id: opened} = (await ask(oluchi, '/break-glass', WHY)).json<{id: string}>();
  const path = `/break-glass/${opened}/review`;
  assert.deepEqual(codeOf(await ask(oluchi, path, FINE)), [409, 'MAY_NOT_REVIEW']);
  for (const key of ['esme', 'priya'])
    assert.deepEqual(codeOf(await ask(await proved(key), path, FINE)), [409, 'MAY_NOT_REVIEW'], key);
  for (const key of ['callum', 'temi', 'marcus', 'stan'])
    assert.deepEqual(codeOf(await ask(await proved(key), path, FINE)), NOT_FOUND, key);
  const anita = await proved('anita');
  assert.deepEqual(codeOf(await ask(anita, `/break-glass/${'A'.repeat(22)}/review`, FINE)), NOT_FOUND);
  assert.equal((await ask(anita, path, FINE)).statusCode, 200);
  assert.deepEqual(codeOf(await ask(anita, path, FINE)), [409, 'ALREADY_CHANGED']);
  const [seen] = await openings(oluchi);
  assert.equal(seen?.review?.outcome, 'justified');
  assert.equal(seen.review.by, id('anita'));
});

test('what was not right closes at once, what was right goes on', async t => {
  const {ask, proved, documents} = await glassStand(t);
  const anita = await proved('anita');
  const breakAndJudge = async (key: string, outcome: string) => {
    const headers = await proved(key);
    const before = (await documents(headers)).length;
    const {id: opened} = (await ask(headers, '/break-glass', WHY)).json<{id: string}>();
    const open = (await documents(headers)).length;
    await ask(anita, `/break-glass/${opened}/review`, {...FINE, outcome});
    return [open > before, (await documents(headers)).length > before];
  };
  assert.deepEqual(await breakAndJudge('oluchi', 'action'), [true, true]);
  assert.deepEqual(await breakAndJudge('priya', 'notJustified'), [true, false]);
});

test('late after the next working day it goes to every manager, once', async t => {
  const {server, ask, proved, openings, glass, plan, storage} = await glassStand(t);
  await ask(await proved('oluchi'), '/break-glass', WHY);
  const planId = plan.planId as PlanId;
  const toldTo = async (key: string) => (await openings(await proved(key))).length;
  server.pass(3 * DAY);
  await glass.escalate(planId);
  assert.equal(await toldTo('stan'), 0, 'Monday is still in time');
  server.pass(DAY);
  await glass.escalate(planId);
  await glass.escalate(planId);
  const [stans] = await openings(await proved('stan'));
  assert.equal(stans?.isOverdue, true);
  assert.equal(stans.mayReview, true);
  const escalated = (await storage.audit(planId)).filter(one => one.action === 'escalated');
  assert.equal(escalated.filter(one => one.compartmentId === null).length, 1);
  assert.ok(server.log.some(line => line.includes('"GLASS_OVERDUE"')));
  assert.equal((await ask(await proved('stan'), `/break-glass/${stans.id}/review`, FINE)).statusCode, 200);
  server.pass(9 * DAY);
  await glass.escalate(planId);
  assert.equal((await openings(await proved('anita')))[0]?.isOverdue, false);
});
