import assert from 'node:assert/strict';
import {it} from 'node:test';
import {newId, type CompartmentId, type PlanId, type SessionId} from '@goldthread/schema';
import {idOf, item, newPlan, NOW, personOf, row, withPlan, type StoragePlace} from './contract-world.ts';

/** What the contract says of documents. */
export function documents(place: () => StoragePlace): void {
  void it('[9] keeps item records and notes what was read back', async () => {
    const {storage, made, random, append} = await withPlan(place());
    const record = item(random, made);
    await storage.commit([append({updates: [row(1)], items: [record]})]);
    assert.deepEqual(await storage.items(made.plan.id), [record]);
    await storage.record([{kind: 'readBack', in: idOf(made), itemIds: [record.id]}]);
    assert.deepEqual(await storage.items(made.plan.id), [{...record, readBack: true}]);
    await storage.close();
  });

  void it('[9] lets two plans hold an item of the same id, and mixes neither up with the other', async () => {
    const {storage, made, random, append} = await withPlan(place());
    const record = item(random, made);
    await storage.commit([append({updates: [row(1)], items: [record]})]);
    const other = newPlan(random);
    await storage.createPlan(other);
    const token = (await storage.acquireLease(other.plan.id, 'first', false))?.token ?? -1;
    const twin = {...record, planId: other.plan.id, compartmentId: idOf(other)};
    const there = {planId: other.plan.id, compartmentId: idOf(other), token};
    await storage.commit([append({...there, updates: [row(1)], items: [twin]})]);
    assert.deepEqual(await storage.items(made.plan.id), [record]);
    assert.deepEqual(await storage.items(other.plan.id), [twin]);
    await storage.close();
  });

  void it('[11] appends to many documents together, or to none', async () => {
    const {storage, made, append} = await withPlan(place());
    const voice = made.compartments[1]?.id;
    assert.ok(voice !== undefined);
    await storage.commit([
      append({updates: [row(1), row(2)]}),
      {...append({updates: [row(1)]}), compartmentId: voice},
    ]);
    const bad = {...append({updates: [row(7)]}), compartmentId: voice};
    await assert.rejects(storage.commit([append({updates: [row(3)]}), bad]), {code: 'SEQUENCE'});
    assert.equal((await storage.loadDocument(idOf(made)))?.headSeq, 2);
    assert.equal((await storage.loadDocument(voice))?.headSeq, 1);
    await storage.commit([append({updates: [row(3)]})]);
    const stored = await storage.loadDocument(idOf(made));
    assert.deepEqual(stored?.tail, [row(1), row(2), row(3)]);
    await storage.close();
  });

  void it('[12] refuses a row that leaves a gap or repeats a number', async () => {
    const {storage, made, append} = await withPlan(place());
    await assert.rejects(storage.commit([append({updates: [row(2)]})]), {code: 'SEQUENCE'});
    await storage.commit([append({updates: [row(1)]})]);
    await assert.rejects(storage.commit([append({updates: [row(1)]})]), {code: 'SEQUENCE'});
    await assert.rejects(storage.commit([append({updates: [row(3)]})]), {code: 'SEQUENCE'});
    assert.equal((await storage.loadDocument(idOf(made)))?.headSeq, 1);
    await storage.close();
  });

  void it('[14] puts a snapshot in the place of the rows it holds, and keeps who and when', async () => {
    const {storage, made, append, token} = await withPlan(place());
    await storage.commit([append({updates: [row(1), row(2), row(3)]})]);
    const snapshot = {upToSeq: 2, epoch: 1, stateVector: Uint8Array.of(1, 2, 3), bytes: Uint8Array.of(9, 9)};
    await storage.saveSnapshot(made.plan.id, token, idOf(made), snapshot);
    const stored = await storage.loadDocument(idOf(made));
    assert.deepEqual(stored?.snapshot, snapshot);
    assert.deepEqual(stored?.tail, [row(3)]);
    const log = await storage.updateLog(idOf(made), 0, 10);
    assert.deepEqual(
      log,
      [1, 2, 3].map(seq => ({...row(seq), bytes: null})),
    );
    assert.deepEqual(await storage.updateLog(idOf(made), 1, 1), [{...row(2), bytes: null}]);
    await storage.saveSnapshot(made.plan.id, token, idOf(made), {...snapshot, upToSeq: 3});
    assert.deepEqual((await storage.loadDocument(idOf(made)))?.tail, []);
    assert.equal((await storage.loadDocument(idOf(made)))?.headSeq, 3);
    await storage.commit([append({updates: [row(4)]})]);
    assert.equal((await storage.loadDocument(idOf(made)))?.headSeq, 4);
    await storage.close();
  });

  void it('[14] appends rows and puts a snapshot in the place of all of them in one transaction', async () => {
    const {storage, made, append, token} = await withPlan(place());
    await storage.commit([append({updates: [row(1), row(2)]})]);
    const snapshot = {upToSeq: 3, epoch: 2, stateVector: Uint8Array.of(1), bytes: Uint8Array.of(9, 9)};
    await storage.commit([append({updates: [{...row(3), kind: 'redact'}], snapshot})]);
    const stored = await storage.loadDocument(idOf(made));
    assert.deepEqual([stored?.snapshot, stored?.tail, stored?.headSeq], [snapshot, [], 3]);
    const log = await storage.updateLog(idOf(made), 0, 9);
    assert.deepEqual(
      log.map(one => [one.seq, one.bytes]),
      [
        [1, null],
        [2, null],
        [3, null],
      ],
    );
    const stale = {...append({updates: [row(4)], snapshot}), token: token - 1};
    await assert.rejects(storage.commit([stale]), {code: 'STALE_TOKEN'});
    assert.equal((await storage.loadDocument(idOf(made)))?.headSeq, 3);
    await storage.close();
  });

  void it('keeps carry ranges and refusals', async () => {
    const {storage, made, random, append} = await withPlan(place());
    const carry = {client: 4, clock: 2, length: 3, sourceClient: 9, sourceClock: 1};
    const refusal = {
      at: NOW,
      participantId: personOf(made),
      sessionId: newId<SessionId>(random),
      cid: 4,
      code: 'ROOT',
    };
    await storage.commit([append({carry: [carry], refusals: [refusal]})]);
    assert.deepEqual(await storage.carry(idOf(made)), [carry]);
    assert.deepEqual(await storage.refusals(idOf(made)), [refusal]);
    await storage.close();
  });

  void it('[15] backs up everything while others go on writing', async () => {
    const {at, storage, made, append} = await withPlan(place());
    await storage.commit([append({updates: [row(1)]})]);
    const folder = at.newFolder();
    await Promise.all([storage.backup(folder), storage.commit([append({updates: [row(2)]})])]);
    let seq = 2;
    for (let copies = 0; copies < 15; copies += 1) {
      const done = storage.backup(at.newFolder());
      for (const end = seq + 12; seq < end;) await storage.commit([append({updates: [row(++seq)]})]);
      await done;
    }
    const copy = await at.openBackup(folder);
    assert.deepEqual(await copy.plan(made.plan.id), made.plan);
    assert.ok(((await copy.loadDocument(idOf(made)))?.headSeq ?? 0) >= 1);
    await copy.close();
    await storage.close();
  });

  void it('has nothing to give where there is nothing', async () => {
    const {storage, random} = await withPlan(place());
    assert.equal(await storage.plan(newId<PlanId>(random)), null);
    assert.equal(await storage.compartment(newId<CompartmentId>(random)), null);
    assert.equal(await storage.loadDocument(newId<CompartmentId>(random)), null);
    assert.deepEqual(await storage.items(newId<PlanId>(random)), []);
    await storage.close();
  });
}

/** What the contract says of leases. */
export function leases(place: () => StoragePlace): void {
  void it('[10] gives a plan to one holder, and to another only if it takes over', async () => {
    const {storage, made, token} = await withPlan(place());
    assert.equal((await storage.acquireLease(made.plan.id, 'first', false))?.token, token);
    assert.equal(await storage.acquireLease(made.plan.id, 'second', false), null);
    assert.equal((await storage.acquireLease(made.plan.id, 'second', true))?.token, token + 1);
    await storage.close();
  });

  void it('[13] refuses every append of a holder whose lease another process took over', async () => {
    const {at, storage, made, append, token} = await withPlan(place());
    await storage.commit([append({updates: [row(1)]})]);
    const other = await at.open();
    const lease = await other.acquireLease(made.plan.id, 'second', true);
    assert.ok(lease !== null);
    await assert.rejects(storage.commit([append({updates: [row(2)]})]), {code: 'STALE_TOKEN'});
    const snapshot = {upToSeq: 1, epoch: 1, stateVector: Uint8Array.of(0), bytes: Uint8Array.of(0, 0)};
    await assert.rejects(storage.saveSnapshot(made.plan.id, token, idOf(made), snapshot), {
      code: 'STALE_TOKEN',
    });
    await other.commit([{...append({updates: [row(2)]}), token: lease.token}]);
    assert.equal((await storage.loadDocument(idOf(made)))?.headSeq, 2);
    await other.close();
    await storage.close();
  });

  void it('[13] refuses an append by someone who never held the plan', async () => {
    const {storage, append} = await withPlan(place());
    await assert.rejects(storage.commit([{...append({updates: [row(1)]}), token: 0}]), {code: 'STALE_TOKEN'});
    await storage.close();
  });
}
