import assert from 'node:assert/strict';
import {it} from 'node:test';
import {newId, type ParticipantId} from '@goldthread/schema';
import type {ParticipantRecord} from '../records.ts';
import {idOf, item, newPlan, NOW, row, withPlan, type StoragePlace} from './contract-world.ts';

/** What the contract says of plans, people and compartments. */
export function plansAndPeople(place: () => StoragePlace): void {
  void it('[1] gives back after opening again everything that was written before', async () => {
    const {at, storage, made} = await withPlan(place());
    await storage.close();
    const again = await at.open();
    assert.deepEqual(await again.plan(made.plan.id), made.plan);
    assert.deepEqual(await again.plans(), [made.plan]);
    assert.deepEqual(await again.participants(made.plan.id), made.participants);
    assert.deepEqual(await again.compartments(made.plan.id), made.compartments);
    assert.deepEqual(await again.compartment(idOf(made)), made.compartments[0]);
    await again.close();
  });

  void it('[2][3] writes a plan with its people and wording, or nothing of it', async () => {
    const {storage, random, made} = await withPlan(place());
    const other = newPlan(random);
    const clash = {...other, participants: [...other.participants, ...made.participants]};
    await assert.rejects(storage.createPlan(clash), {code: 'CONFLICT'});
    assert.equal(await storage.plan(other.plan.id), null);
    assert.deepEqual(await storage.participants(other.plan.id), []);
    await storage.createPlan({
      ...other,
      documents: [{compartmentId: idOf(other), update: row(1), items: [item(random, other)]}],
    });
    assert.equal((await storage.loadDocument(idOf(other)))?.headSeq, 1);
    assert.equal((await storage.items(other.plan.id)).length, 1);
    await storage.close();
  });

  void it('[4] changes a plan only from the version that the change was decided on', async () => {
    const {storage, made} = await withPlan(place());
    const changed = await storage.updatePlan(made.plan.id, 1, {
      stage: 'final',
      coWriting: {'section:B': false},
    });
    assert.deepEqual(changed, {...made.plan, stage: 'final', coWriting: {'section:B': false}, version: 2});
    assert.equal(await storage.updatePlan(made.plan.id, 1, {stage: 'ceased'}), null);
    assert.deepEqual(await storage.plan(made.plan.id), changed);
    await storage.close();
  });

  void it('[5] adds a person or replaces their record, in the order in which they came', async () => {
    const {storage, made, random} = await withPlan(place());
    const [first, second] = made.participants;
    assert.ok(first !== undefined && second !== undefined);
    const changed: ParticipantRecord = {
      ...first,
      role: 'carer',
      hiddenFrom: [second.id],
      accessEndsAt: NOW,
      agency: 'x',
    };
    await storage.putParticipant(changed);
    const added = {...first, id: newId<ParticipantId>(random), key: 'new'};
    await storage.putParticipant(added);
    assert.deepEqual(await storage.participants(made.plan.id), [changed, second, added]);
    await storage.close();
  });

  void it('[16] changes what is named of a person and nothing else', async () => {
    const {storage, made, random} = await withPlan(place());
    const [first, second] = made.participants;
    assert.ok(first !== undefined && second !== undefined);
    assert.deepEqual(await storage.changeAccess(first.id, {accessEndsAt: NOW}), {
      ...first,
      accessEndsAt: NOW,
    });
    const changed: ParticipantRecord = {...first, accessEndsAt: NOW, role: 'carer', lead: !first.lead};
    assert.deepEqual(await storage.changeAccess(first.id, {role: 'carer', lead: !first.lead}), changed);
    assert.deepEqual(await storage.participants(made.plan.id), [changed, second]);
    assert.equal(await storage.changeAccess(newId<ParticipantId>(random), {role: 'carer'}), null);
    await storage.close();
  });
  void it('[16] changes from whom a person is hidden and nothing else, together with what says so', async () => {
    const {storage, made, random} = await withPlan(place());
    const [first, second] = made.participants;
    assert.ok(first !== undefined && second !== undefined);
    await storage.changeAccess(first.id, {accessEndsAt: NOW});
    await storage.record([{kind: 'hiding', hide: {participantId: first.id, from: [second.id]}}]);
    const hidden = {...first, accessEndsAt: NOW, hiddenFrom: [second.id]};
    assert.deepEqual(await storage.participants(made.plan.id), [hidden, second]);
    const nobody = {participantId: newId<ParticipantId>(random), from: []};
    const both = [{kind: 'hiding', hide: {participantId: first.id, from: []}} as const];
    await assert.rejects(storage.record([...both, {kind: 'hiding', hide: nobody}]), {code: 'NOT_FOUND'});
    assert.deepEqual(await storage.participants(made.plan.id), [hidden, second]);
    await storage.close();
  });
}
