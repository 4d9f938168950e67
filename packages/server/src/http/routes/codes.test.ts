import assert from 'node:assert/strict';
import test from 'node:test';
import {SoftPasskey} from '../../testing/index.ts';
import {ORIGIN, codeOf, proofStand as stand} from '../../testing/proof-stand.ts';

const MINUTE = 60_000;
const STOPPED = [409, 'CODE_STOPPED'];

test('a code that a second person gave confirms a session, once', async t => {
  const {signIn, invitedBy, codeFrom, post, look} = await stand(t);
  const esme = await signIn('esme');
  const temi = await invitedBy(esme, 'temi');
  assert.equal((await look(temi)).confirmed, false);
  const code = await codeFrom(await signIn('bronagh'), 'temi');
  assert.match(code, /^[bcdfghjkmnpqrstvwxz2-9]{8}$/);
  const again = await invitedBy(esme, 'temi');
  assert.deepEqual((await post(temi, '/confirm', {code})).json(), {confirmed: true});
  assert.equal((await look(temi)).confirmed, true);
  assert.deepEqual(codeOf(await post(again, '/confirm', {code})), STOPPED);
  assert.equal((await look(again)).confirmed, false);
});

test('a code may be typed with spaces, hyphens and capitals', async t => {
  const {signIn, codeFrom, post} = await stand(t);
  const code = await codeFrom(await signIn('bronagh'), 'temi');
  const written = ` ${code.slice(0, 4).toUpperCase()} - ${code.slice(4)} `;
  assert.equal((await post(await signIn('temi', false), '/confirm', {code: written})).statusCode, 200);
});

test('whoever made the link cannot confirm what came of it: they could have opened it', async t => {
  const {signIn, invitedBy, codeFrom, post, look} = await stand(t);
  const esme = await signIn('esme');
  const temi = await invitedBy(esme, 'temi');
  const code = await codeFrom(esme, 'temi');
  assert.deepEqual(codeOf(await post(temi, '/confirm', {code})), STOPPED);
  assert.equal((await look(temi)).confirmed, false);
  const fromAdmin = await signIn('temi', false);
  assert.equal((await post(fromAdmin, '/confirm', {code})).statusCode, 200);
});

test('a code confirms nobody else, and nobody gives one to themselves or to somebody unknown', async t => {
  const {signIn, codeFrom, post, id} = await stand(t);
  const bronagh = await signIn('bronagh');
  const code = await codeFrom(bronagh, 'temi');
  assert.deepEqual(codeOf(await post(await signIn('callum', false), '/confirm', {code})), STOPPED);
  const own = await post(bronagh, '/codes', {participantId: id('bronagh')});
  assert.deepEqual(codeOf(own), [409, 'NEEDS_SECOND_PERSON']);
  const nobody = await post(bronagh, '/codes', {participantId: 'A'.repeat(22)});
  assert.deepEqual(codeOf(nobody), [404, 'NOT_FOUND']);
});

test('only who knows people and is sure to be who they are gives codes', async t => {
  const {signIn, post, id} = await stand(t);
  const ask = async (key: string, confirmed?: boolean) =>
    codeOf(await post(await signIn(key, confirmed), '/codes', {participantId: id('jory')}));
  for (const key of ['temi', 'callum', 'delphine', 'jory'])
    assert.deepEqual(await ask(key), [404, 'NOT_FOUND']);
  assert.deepEqual(await ask('bronagh', false), [409, 'NOT_CONFIRMED']);
  for (const key of ['esme', 'bronagh', 'marcus', 'anita'])
    assert.deepEqual(await ask(key), [201, undefined]);
});

test('a code is void after ten minutes, after five wrong tries, and when a newer one was given', async t => {
  const {server, signIn, codeFrom, post, look} = await stand(t);
  const [bronagh, temi] = [await signIn('bronagh'), await signIn('temi', false)];
  const late = await codeFrom(bronagh, 'temi');
  server.pass(10 * MINUTE);
  assert.deepEqual(codeOf(await post(temi, '/confirm', {code: late})), STOPPED);
  const guessed = await codeFrom(bronagh, 'temi');
  for (let attempt = 0; attempt < 5; attempt += 1) {
    assert.deepEqual(codeOf(await post(temi, '/confirm', {code: 'bbbbbbbb'})), STOPPED);
  }
  assert.deepEqual(codeOf(await post(temi, '/confirm', {code: guessed})), STOPPED);
  const older = await codeFrom(bronagh, 'temi');
  const newer = await codeFrom(bronagh, 'temi');
  assert.deepEqual(codeOf(await post(temi, '/confirm', {code: older})), STOPPED);
  assert.equal((await look(temi)).confirmed, false);
  assert.equal((await post(temi, '/confirm', {code: newer})).statusCode, 200);
});

test('of two sessions that use one code at once one is confirmed', async t => {
  const {signIn, codeFrom, post, look} = await stand(t);
  const code = await codeFrom(await signIn('bronagh'), 'temi');
  const sessions = [await signIn('temi', false), await signIn('temi', false)];
  await Promise.all(sessions.map(headers => post(headers, '/confirm', {code})));
  const confirmed = await Promise.all(sessions.map(async headers => (await look(headers)).confirmed));
  assert.deepEqual(confirmed.toSorted(), [false, true]);
});

test('codes and passkeys are noted, for the person they are about too', async t => {
  const {server, plan, signIn, codeFrom, post, addPasskey, show, actions, id} = await stand(t);
  const [bronagh, temi] = [await signIn('bronagh'), await signIn('temi', false)];
  await post(temi, '/confirm', {code: await codeFrom(bronagh, 'temi')});
  const passkey = new SoftPasskey(ORIGIN);
  await addPasskey(temi, passkey);
  await show(temi, passkey);
  assert.deepEqual((await actions()).slice(0, 4), [
    ['confirmed', id('temi'), id('temi'), 'passkey'],
    ['passkeyAdded', id('temi'), id('temi'), undefined],
    ['confirmed', id('temi'), id('temi'), 'code'],
    ['codeIssued', id('bronagh'), id('temi'), undefined],
  ]);
  const url = `/api/plans/${plan.planId}/audit`;
  const seen = await server.send({method: 'GET', url, headers: temi});
  const found = seen.json<{entries: {action: string}[]}>().entries.map(({action}) => action);
  assert.deepEqual(found.slice(0, 4), ['confirmed', 'passkeyAdded', 'confirmed', 'codeIssued']);
});
