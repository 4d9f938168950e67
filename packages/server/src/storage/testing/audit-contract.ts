import assert from 'node:assert/strict';
import {it} from 'node:test';
import {newId, type CompartmentId, type RandomBytes, type SessionId} from '@goldthread/schema';
import type {AuditEntry} from '../audit-entry.ts';
import type {NewPlan} from '../plan-storage.ts';
import {idOf, item, newPlan, NOW, personOf, row, withPlan, type StoragePlace} from './contract-world.ts';

function entry(made: NewPlan, more: Partial<AuditEntry> = {}): AuditEntry {
  return {
    planId: made.plan.id,
    at: NOW,
    actor: personOf(made),
    sessionId: null,
    action: 'read',
    compartmentId: idOf(made),
    itemIds: [],
    subject: null,
    detail: {},
    ...more,
  };
}

const noted = (append: AuditEntry, once = false) => ({kind: 'audit', append, once}) as const;

function invite(random: RandomBytes, made: NewPlan) {
  return {
    tokenHash: newId<SessionId>(random),
    planId: made.plan.id,
    participantId: personOf(made),
    confirmed: false,
    issuedBy: null,
    createdAt: NOW,
    expiresAt: NOW + 1,
    usedAt: null,
  };
}

/** What the contract says of the audit. */
export function audit(place: () => StoragePlace): void {
  void it('[18] gives back what was noted, newest first, each plan its own', async () => {
    const {at, storage, made, random} = await withPlan(place());
    const other = newPlan(random);
    await storage.createPlan(other);
    const first = entry(made, {itemIds: [item(random, made).id], detail: {part: 'shared'}});
    const second = entry(made, {
      at: NOW + 1,
      action: 'invited',
      compartmentId: null,
      subject: personOf(made),
    });
    await storage.record([noted(first), noted(entry(other)), noted(second)]);
    assert.deepEqual(await storage.audit(made.plan.id), [second, first]);
    assert.deepEqual(await storage.audit(other.plan.id), [entry(other)]);
    await storage.close();
    const again = await at.open();
    await again.record([noted(entry(made, {at: NOW + 2}))]);
    assert.deepEqual(await again.audit(made.plan.id), [entry(made, {at: NOW + 2}), second, first]);
    await again.close();
  });

  void it('[18] gives a page before a moment, and never parts the entries of one moment', async () => {
    const {storage, made} = await withPlan(place());
    const times = [1, 2, 2, 2, 3].map((ms, index) => entry(made, {at: NOW + ms, detail: {n: `${index}`}}));
    await storage.record(times.map(one => noted(one)));
    const numbers = async (page: {before?: number; limit?: number}) =>
      (await storage.audit(made.plan.id, page)).map(({detail}) => detail['n']);
    assert.deepEqual(await numbers({limit: 1}), ['4']);
    assert.deepEqual(await numbers({limit: 2}), ['4', '3', '2', '1']);
    assert.deepEqual(await numbers({before: NOW + 2, limit: 9}), ['0']);
    assert.deepEqual(await numbers({before: NOW + 1}), []);
    await storage.close();
  });

  void it('[18] notes once for a session and a document what is to be noted once', async () => {
    const {storage, made, random} = await withPlan(place());
    const [mine, theirs] = [newId<SessionId>(random), newId<SessionId>(random)];
    const voice = made.compartments[1]?.id ?? null;
    const wanted = [
      entry(made, {sessionId: mine}),
      entry(made, {sessionId: theirs}),
      entry(made, {sessionId: mine, action: 'wrote'}),
      entry(made, {sessionId: mine, compartmentId: voice}),
    ];
    for (let round = 0; round < 3; round += 1) await storage.record(wanted.map(one => noted(one, true)));
    assert.deepEqual(await storage.audit(made.plan.id), wanted.reverse());
    await storage.close();
  });

  void it('[17][18] writes entries with what they are about, or neither', async () => {
    const {storage, made, random, append} = await withPlan(place());
    const wrote = noted(entry(made, {action: 'wrote', sessionId: newId<SessionId>(random)}), true);
    await assert.rejects(storage.commit([append({updates: [row(5)]})], [wrote]), {code: 'SEQUENCE'});
    const missing = noted(entry(made, {compartmentId: newId<CompartmentId>(random)}));
    const invited = invite(random, made);
    await assert.rejects(storage.createInvite(invited, [missing]), {code: 'NOT_FOUND'});
    assert.equal(await storage.invite(invited.tokenHash), null);
    assert.equal(await storage.updatePlan(made.plan.id, 7, {stage: 'final'}, [wrote]), null);
    assert.deepEqual(await storage.audit(made.plan.id), []);
    await storage.commit([append({updates: [row(1)]})], [wrote]);
    const changed = noted(entry(made, {action: 'stageChanged', compartmentId: null}));
    await storage.updatePlan(made.plan.id, 1, {stage: 'final'}, [changed]);
    await storage.changeAccess(personOf(made), {lead: false}, [changed]);
    await storage.createInvite(invited, [changed]);
    const actions = (await storage.audit(made.plan.id)).map(({action}) => action);
    assert.deepEqual(actions, ['stageChanged', 'stageChanged', 'stageChanged', 'wrote']);
    await storage.close();
  });
}
