import assert from 'node:assert/strict';
import {it} from 'node:test';
import {newId, type CompartmentId, type RandomBytes, type WithholdingId} from '@goldthread/schema';
import type {NewPlan} from '../plan-storage.ts';
import type {CompartmentRecord} from '../records.ts';
import type {WithholdingRecord} from '../withholding-record.ts';
import {idOf, item, NOW, personOf, row, withPlan, type StoragePlace} from './contract-world.ts';

function withheldCompartment(random: RandomBytes, made: NewPlan): CompartmentRecord {
  return {
    id: newId<CompartmentId>(random),
    planId: made.plan.id,
    kind: 'withheld',
    audience: [personOf(made)],
    epoch: 1,
    schemaVersion: 1,
    createdAt: NOW,
  };
}

/** A decision to withhold something of a compartment. */
export function decision(
  random: RandomBytes,
  made: NewPlan,
  compartmentId: CompartmentId,
): WithholdingRecord {
  return {
    id: newId<WithholdingId>(random),
    planId: made.plan.id,
    compartmentId,
    itemIds: [],
    personId: null,
    hiddenFrom: [{id: personOf(made), class: 'sealed'}],
    reasonCode: 'location',
    legalGround: 'Serious harm.',
    factBase: '',
    alternatives: '',
    openReason: '',
    childTold: '',
    shapes: [],
    imminent: false,
    proposedBy: personOf(made),
    proposedAt: NOW,
    approvedBy: null,
    approvedAt: null,
    reviewOn: '2026-12-20',
    reviewedAt: null,
    status: 'pending',
    releaseAskedBy: null,
    releaseTold: null,
    readerAsked: null,
    escalatedAt: null,
    movedFrom: [],
  };
}

/** What the contract says of records that are written together. */
export function recordsTogether(place: () => StoragePlace): void {
  void it('[17] writes documents and records together, or neither', async () => {
    const {storage, made, random, append} = await withPlan(place());
    const compartment = withheldCompartment(random, made);
    const withheld = {...decision(random, made, compartment.id), itemIds: [item(random, made).id]};
    const changes = [
      {kind: 'compartment', put: compartment} as const,
      {kind: 'withholding', put: withheld} as const,
    ];
    await assert.rejects(storage.commit([append({updates: [row(9)]})], changes), {code: 'SEQUENCE'});
    assert.equal(await storage.compartment(compartment.id), null);
    assert.deepEqual(await storage.withholdings(made.plan.id), []);
    await storage.commit(
      [append({updates: [row(1)]}), {...append({updates: [row(1)]}), compartmentId: compartment.id}],
      changes,
    );
    assert.deepEqual(await storage.compartment(compartment.id), compartment);
    assert.deepEqual(await storage.withholdings(made.plan.id), [withheld]);
    assert.equal((await storage.loadDocument(compartment.id))?.headSeq, 1);
    assert.equal((await storage.loadDocument(idOf(made)))?.headSeq, 1);
    await storage.close();
  });

  void it('[17] puts a record in the place of the one with its id', async () => {
    const {storage, made, random} = await withPlan(place());
    const compartment = withheldCompartment(random, made);
    const first = decision(random, made, compartment.id);
    await storage.record([
      {kind: 'compartment', put: compartment},
      {kind: 'withholding', put: first},
    ]);
    const approved = {...first, status: 'approved', approvedBy: personOf(made), approvedAt: NOW} as const;
    await storage.record([
      {kind: 'withholding', put: approved},
      {kind: 'compartment', put: {...compartment, audience: [], epoch: 2}},
    ]);
    assert.deepEqual(await storage.withholdings(made.plan.id), [approved]);
    assert.deepEqual(await storage.compartment(compartment.id), {...compartment, audience: [], epoch: 2});
    await storage.close();
  });

  void it('[17] refuses a decision about a compartment that isn’t there', async () => {
    const {storage, made, random} = await withPlan(place());
    const put = decision(random, made, newId<CompartmentId>(random));
    await assert.rejects(storage.record([{kind: 'withholding', put}]), {code: 'NOT_FOUND'});
    await storage.close();
  });

  void it('[9] lets two documents of a plan hold an item of the same id', async () => {
    const {storage, made, random, append} = await withPlan(place());
    const record = item(random, made);
    const voice = made.compartments[1]?.id;
    assert.ok(voice !== undefined);
    const twin = {...record, compartmentId: voice, root: 'house:good'} as const;
    await storage.commit([append({items: [record]}), {...append({items: [twin]}), compartmentId: voice}]);
    assert.deepEqual(await storage.items(made.plan.id), [record, twin]);
    await storage.close();
  });
}
