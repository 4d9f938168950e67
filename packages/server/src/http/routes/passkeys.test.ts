import assert from 'node:assert/strict';
import test from 'node:test';
import {SoftPasskey} from '../../testing/index.ts';
import {ORIGIN, codeOf, proofStand as stand} from '../../testing/proof-stand.ts';

const MINUTE = 60_000;

test('a passkey that was made in a sure session confirms another session of its person', async t => {
  const {signIn, addPasskey, show, look} = await stand(t);
  const passkey = new SoftPasskey(ORIGIN);
  const bronagh = await signIn('bronagh');
  assert.equal((await look(bronagh)).hasPasskey, false);
  assert.deepEqual((await addPasskey(bronagh, passkey)).json(), {hasPasskey: true});
  const later = await signIn('bronagh', false);
  assert.deepEqual(await look(later).then(({confirmed, hasPasskey}) => [confirmed, hasPasskey]), [
    false,
    true,
  ]);
  assert.deepEqual((await show(later, passkey)).json(), {confirmed: true});
  assert.equal((await look(later)).confirmed, true);
});

test('no passkey is made in a session that nobody confirmed: whoever made its link could make one', async t => {
  const {signIn, addPasskey, look} = await stand(t);
  const temi = await signIn('temi', false);
  assert.deepEqual(codeOf(await addPasskey(temi, new SoftPasskey(ORIGIN))), [409, 'NOT_CONFIRMED']);
  assert.deepEqual(await look(temi).then(({confirmed, hasPasskey}) => [confirmed, hasPasskey]), [
    false,
    false,
  ]);
});

test('a page that was left open is not enough to add a passkey; a code or a passkey opens that again', async t => {
  const {server, signIn, addPasskey, show, codeFrom, post} = await stand(t);
  const first = new SoftPasskey(ORIGIN);
  const bronagh = await signIn('bronagh');
  server.pass(16 * MINUTE);
  assert.deepEqual(codeOf(await addPasskey(bronagh, first)), [409, 'PROVE_AGAIN']);
  await post(bronagh, '/confirm', {code: await codeFrom(await signIn('anita'), 'bronagh')});
  assert.equal((await addPasskey(bronagh, first)).statusCode, 201);
  server.pass(16 * MINUTE);
  const second = new SoftPasskey(ORIGIN);
  assert.deepEqual(codeOf(await addPasskey(bronagh, second)), [409, 'PROVE_AGAIN']);
  assert.equal((await show(bronagh, first)).statusCode, 200);
  assert.equal((await addPasskey(bronagh, second)).statusCode, 201);
});

test('a passkey of somebody else, of another server, unlocked by nobody or shown twice confirms nothing', async t => {
  const {signIn, addPasskey, post, show, look} = await stand(t);
  const [bronaghs, annas] = [new SoftPasskey(ORIGIN), new SoftPasskey(ORIGIN)];
  await addPasskey(await signIn('bronagh'), bronaghs);
  await addPasskey(await signIn('anita'), annas);
  const bronagh = await signIn('bronagh', false);
  const failed = [409, 'PASSKEY_FAILED'];
  assert.deepEqual(codeOf(await show(bronagh, annas)), failed);
  assert.deepEqual(codeOf(await show(bronagh, new SoftPasskey(ORIGIN))), failed);
  const challenge = async () =>
    (await post(bronagh, '/passkeys/challenge')).json<{challenge: string}>().challenge;
  const locked = bronaghs.show(await challenge(), 0x01);
  assert.deepEqual(codeOf(await post(bronagh, '/passkeys/verify', {credential: locked})), failed);
  const old = bronaghs.show(await challenge());
  await challenge();
  assert.deepEqual(codeOf(await post(bronagh, '/passkeys/verify', {credential: old})), failed);
  assert.equal((await look(bronagh)).confirmed, false);
  const right = bronaghs.show(await challenge());
  assert.equal((await post(bronagh, '/passkeys/verify', {credential: right})).statusCode, 200);
  assert.deepEqual(codeOf(await post(bronagh, '/passkeys/verify', {credential: right})), failed);
});

test('a copy of a passkey that counts how often it is used is noticed', async t => {
  const {signIn, addPasskey, post} = await stand(t);
  const passkey = new SoftPasskey(ORIGIN, true);
  const bronagh = await signIn('bronagh');
  await addPasskey(bronagh, passkey);
  const shown = async (key: SoftPasskey) => {
    const {challenge} = (await post(bronagh, '/passkeys/challenge')).json<{challenge: string}>();
    return codeOf(await post(bronagh, '/passkeys/verify', {credential: key.show(challenge)}));
  };
  const copy = passkey.copy();
  assert.deepEqual(await shown(passkey), [200, undefined]);
  assert.deepEqual(await shown(copy), [409, 'PASSKEY_FAILED']);
});

test('who has no passkey is told to ask for a code', async t => {
  const {signIn, post} = await stand(t);
  assert.deepEqual(codeOf(await post(await signIn('temi', false), '/passkeys/challenge')), [
    409,
    'NO_PASSKEY',
  ]);
});
