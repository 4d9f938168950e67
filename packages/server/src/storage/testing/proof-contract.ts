import assert from 'node:assert/strict';
import {it} from 'node:test';
import {newId, type ParticipantId, type SessionId} from '@goldthread/schema';
import type {SessionRecord} from '../records.ts';
import {NOW, personOf, withPlan, type StoragePlace} from './contract-world.ts';

async function withSession(place: StoragePlace) {
  const {storage, made, random} = await withPlan(place);
  const session: SessionRecord = {
    id: newId<SessionId>(random),
    tokenHash: 'session',
    planId: made.plan.id,
    participantId: personOf(made),
    device: 'own',
    confirmed: false,
    present: null,
    hasStranger: false,
    invitedBy: personOf(made),
    proof: null,
    createdAt: NOW,
    expiresAt: NOW + 1000,
    lastSeenAt: NOW,
    endedAt: null,
  };
  await storage.createSession(session);
  const code = {
    participantId: session.participantId,
    issuedBy: newId<ParticipantId>(random),
    salt: 'salt',
    hash: 'hash',
    expiresAt: NOW + 10,
    triesLeft: 2,
  };
  const passkey = {
    id: 'key',
    participantId: session.participantId,
    publicKey: Uint8Array.of(1, 2, 3),
    counter: 0,
    transports: ['usb'],
    createdAt: NOW,
  };
  return {storage, session, code, passkey};
}

/** What the contract says of codes, passkeys and challenges. */
export function proofs(place: () => StoragePlace): void {
  void it('[21] gives a code as often as it has attempts, within its time', async () => {
    const {storage, code} = await withSession(place());
    const {participantId} = code;
    assert.equal(await storage.proofs.tryCode(participantId, NOW), null);
    await storage.record([{kind: 'code', put: code}]);
    assert.equal(await storage.proofs.tryCode(participantId, NOW + 10), null);
    assert.deepEqual(await storage.proofs.tryCode(participantId, NOW), {...code, triesLeft: 1});
    assert.deepEqual(await storage.proofs.tryCode(participantId, NOW), {...code, triesLeft: 0});
    assert.equal(await storage.proofs.tryCode(participantId, NOW), null);
    await storage.close();
  });

  void it('[21] uses a code up once, and with it whatever is written beside', async () => {
    const {storage, session, code} = await withSession(place());
    await storage.record([{kind: 'code', put: code}]);
    const prove = {sessionId: session.id, at: NOW + 1, by: 'code'} as const;
    await storage.record([
      {kind: 'proof', prove},
      {kind: 'code', use: code},
    ]);
    const proved = {...session, confirmed: true, proof: {at: NOW + 1, by: 'code'}};
    assert.deepEqual(await storage.sessionById(session.id), proved);
    await assert.rejects(
      storage.record([
        {kind: 'proof', prove: {...prove, at: NOW + 2}},
        {kind: 'code', use: code},
      ]),
      {code: 'CONFLICT'},
    );
    assert.deepEqual(await storage.sessionById(session.id), proved);
    await storage.close();
  });

  void it('[21] confirms no session that is over', async () => {
    const {storage, session} = await withSession(place());
    await storage.endSession(session.id, NOW);
    const prove = {sessionId: session.id, at: NOW, by: 'code'} as const;
    await assert.rejects(storage.record([{kind: 'proof', prove}]), {code: 'NOT_FOUND'});
    await storage.close();
  });

  void it('[21] keeps passkeys for each person, and how often each was used', async () => {
    const {storage, session, passkey} = await withSession(place());
    const other = {...passkey, id: 'other', transports: []};
    await storage.record([
      {kind: 'passkey', put: passkey},
      {kind: 'passkey', put: other},
    ]);
    await storage.record([{kind: 'passkey', put: {...other, counter: 5}}]);
    const known = await storage.proofs.passkeys(session.participantId);
    assert.deepEqual(
      known.toSorted((a, b) => a.counter - b.counter),
      [passkey, {...other, counter: 5}],
    );
    assert.deepEqual(await storage.proofs.passkeys(somebodyElse(session)), []);
    await storage.close();
  });

  void it('[21] gives a challenge once, the newest, and not after its time', async () => {
    const {storage, session} = await withSession(place());
    const put = {sessionId: session.id, purpose: 'prove', challenge: 'one', expiresAt: NOW + 10} as const;
    const take = async (now: number) => await storage.proofs.takeChallenge(session.id, 'prove', now);
    await storage.record([{kind: 'challenge', put}]);
    await storage.record([{kind: 'challenge', put: {...put, challenge: 'two'}}]);
    assert.equal(await storage.proofs.takeChallenge(session.id, 'register', NOW), null);
    assert.deepEqual([await take(NOW), await take(NOW)], ['two', null]);
    await storage.record([{kind: 'challenge', put}]);
    assert.deepEqual([await take(NOW + 10), await take(NOW)], [null, null]);
    await storage.close();
  });
}

/** The id of somebody else. */
function somebodyElse({participantId}: SessionRecord): ParticipantId {
  return [...participantId].reverse().join('') as ParticipantId;
}
