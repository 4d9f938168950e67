import assert from 'node:assert/strict';
import {it} from 'node:test';
import {
  newId,
  type CompartmentId,
  type ParticipantId,
  type RandomBytes,
  type SessionId,
} from '@goldthread/schema';
import type {NewPlan} from '../plan-storage.ts';
import type {SessionRecord, TicketRecord} from '../records.ts';
import {idOf, NOW, personOf, withPlan, type StoragePlace} from './contract-world.ts';

/** What the contract says of invites, sessions and tickets. */
export function signIn(place: () => StoragePlace): void {
  void it('[6] lets an invite be used once, and not after its time', async () => {
    const {storage, made} = await withPlan(place());
    const invite = {
      tokenHash: 'hash',
      planId: made.plan.id,
      participantId: personOf(made),
      confirmed: true,
      issuedBy: null,
      createdAt: NOW,
      expiresAt: NOW + 1000,
      usedAt: null,
    };
    await storage.createInvite(invite);
    await storage.createInvite({...invite, tokenHash: 'late'});
    assert.deepEqual(await storage.invite('hash'), invite);
    assert.equal(await storage.useInvite('late', NOW + 1000), null);
    assert.deepEqual(await storage.useInvite('hash', NOW), {...invite, usedAt: NOW});
    assert.equal(await storage.useInvite('hash', NOW), null);
    assert.equal(await storage.useInvite('nothing', NOW), null);
    await storage.close();
  });

  void it('[7] ends a session once and remembers when it was last used', async () => {
    const {storage, made, random} = await withPlan(place());
    const session = newSession(random, made);
    await storage.createSession(session);
    await storage.touchSession(session.id, NOW + 5);
    await storage.endSession(session.id, NOW + 10);
    await storage.endSession(session.id, NOW + 20);
    const expected = {...session, lastSeenAt: NOW + 5, endedAt: NOW + 10};
    assert.deepEqual(await storage.session(session.tokenHash), expected);
    assert.deepEqual(await storage.sessionById(session.id), expected);
    assert.deepEqual(await storage.sessions(made.plan.id), [expected]);
    assert.equal(await storage.session('nothing'), null);
    await storage.close();
  });

  void it('[19] narrows the room of a session more and more, and of no other', async () => {
    const {storage, made, random} = await withPlan(place());
    const [esme, bronagh] = made.participants.map(({id}) => id);
    const own = newSession(random, made);
    const room = {...newSession(random, made), tokenHash: 'room', present: [personOf(made)]};
    await storage.createSession(room);
    await storage.createSession(own);
    const narrow = {sessionId: room.id, present: made.participants.map(({id}) => id), hasStranger: true};
    await storage.record([{kind: 'room', narrow}]);
    await storage.record([{kind: 'room', narrow: {...narrow, present: [], hasStranger: false}}]);
    assert.deepEqual(await storage.session('room'), {...room, present: [esme, bronagh], hasStranger: true});
    assert.deepEqual(await storage.session(own.tokenHash), own);
    await assert.rejects(storage.record([{kind: 'room', narrow: {...narrow, sessionId: own.id}}]), {
      code: 'NOT_FOUND',
    });
    await storage.close();
  });

  void it('[8] binds a client id of a document once, whoever asks', async () => {
    const {storage, made, random} = await withPlan(place());
    const session = newSession(random, made);
    await storage.createSession(session);
    const ticket = newTicket(made, session, 7);
    assert.equal(await storage.createTicket(ticket), true);
    assert.equal(await storage.createTicket({...ticket, ticketHash: 'other'}), false);
    assert.equal(await storage.createTicket({...ticket, ticketHash: 'third', cid: 8}), true);
    await assert.rejects(
      storage.createTicket({...ticket, ticketHash: 'x', compartmentId: newId<CompartmentId>(random)}),
      {code: 'NOT_FOUND'},
    );
    assert.deepEqual(await storage.ticket(ticket.ticketHash), ticket);
    assert.equal(await storage.ticket('other'), null);
    const mine = [7, 8].map(cid => ({cid, participantId: session.participantId, sessionId: session.id}));
    assert.deepEqual(await storage.bindings(idOf(made), session.participantId), mine);
    assert.deepEqual(await storage.bindings(idOf(made)), mine);
    assert.deepEqual(await storage.bindings(idOf(made), newId<ParticipantId>(random)), []);
    await storage.close();
  });
}

function newSession(random: RandomBytes, made: NewPlan): SessionRecord {
  return {
    id: newId<SessionId>(random),
    tokenHash: 'session',
    planId: made.plan.id,
    participantId: personOf(made),
    device: 'own',
    confirmed: false,
    present: null,
    hasStranger: false,
    invitedBy: null,
    proof: null,
    createdAt: NOW,
    expiresAt: NOW + 1000,
    lastSeenAt: NOW,
    endedAt: null,
  };
}

function newTicket(made: NewPlan, session: SessionRecord, cid: number): TicketRecord {
  return {
    ticketHash: 'ticket',
    planId: made.plan.id,
    compartmentId: idOf(made),
    participantId: session.participantId,
    sessionId: session.id,
    cid,
    epoch: 1,
    createdAt: NOW,
  };
}
