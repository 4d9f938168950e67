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
import {idOf, NOW, personOf, row, withPlan, type StoragePlace} from './contract-world.ts';

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
    assert.equal(await storage.createTicket(ticket), 'bound');
    assert.equal(await storage.createTicket({...ticket, ticketHash: 'other'}), 'taken');
    assert.equal(await storage.createTicket({...ticket, ticketHash: 'third', cid: 8}), 'bound');
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

  void it('[25] binds no more client ids to a session for one document and its epoch than it is told to', async () => {
    const {storage, made, random} = await withPlan(place());
    const session = newSession(random, made);
    const other = {...newSession(random, made), tokenHash: 'other'};
    for (const one of [session, other]) await storage.createSession(one);
    const bind = (cid: number, more: Partial<TicketRecord> = {}) =>
      storage.createTicket({...newTicket(made, session, cid), ticketHash: `t${cid}`, ...more}, [], 2);
    assert.deepEqual([await bind(1), await bind(1), await bind(2)], ['bound', 'taken', 'bound']);
    assert.deepEqual([await bind(3), await bind(2)], ['full', 'full']);
    assert.equal(await bind(3, {sessionId: other.id}), 'bound');
    assert.equal(await bind(4, {compartmentId: made.compartments[1]?.id ?? idOf(made)}), 'bound');
    assert.equal(await bind(5, {epoch: 2}), 'bound');
    assert.deepEqual(await storage.ticket('t3'), {
      ...newTicket(made, session, 3),
      ticketHash: 't3',
      sessionId: other.id,
    });
    await storage.close();
  });

  void it('[25] forgets the old tickets of sessions that are over, but for those whose client ids ever wrote', async () => {
    const {storage, made, random, append} = await withPlan(place());
    const id = idOf(made);
    const over = {...newSession(random, made), tokenHash: 'over', endedAt: NOW + 5};
    const expired = {...newSession(random, made), tokenHash: 'expired', expiresAt: NOW + 5};
    const live = {...newSession(random, made), tokenHash: 'live', expiresAt: NOW + 99};
    for (const one of [over, expired, live]) await storage.createSession(one);
    const bind = async (session: SessionRecord, cid: number, createdAt = NOW) => {
      const ticket = {...newTicket(made, session, cid), ticketHash: `t${cid}`, createdAt};
      assert.equal(await storage.createTicket(ticket), 'bound');
    };
    // The first rows of every document here are by this client id.
    await bind(over, 4_000_000_000);
    await bind(over, 1);
    await bind(expired, 2);
    await bind(live, 3);
    await bind(over, 4, NOW + 20);
    await storage.commit([append({updates: [row(1), row(2)]})]);
    const snapshot = {upToSeq: 2, epoch: 1, stateVector: Uint8Array.of(0), bytes: Uint8Array.of(9)};
    await storage.commit([append({updates: [row(3)], snapshot: {...snapshot, upToSeq: 3}})]);
    const age = {madeBefore: NOW + 10, overBefore: NOW + 6};
    assert.deepEqual(await storage.upkeep.oldTickets({...age, overBefore: NOW + 5}), []);
    assert.deepEqual(await storage.upkeep.oldTickets(age), [id]);
    await storage.upkeep.forgetTickets(id, age);
    const left = (await storage.bindings(id)).map(({cid}) => cid);
    assert.deepEqual(left, [4_000_000_000, 3, 4]);
    assert.equal(await storage.ticket('t1'), null);
    assert.deepEqual(await storage.upkeep.oldTickets(age), []);
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
