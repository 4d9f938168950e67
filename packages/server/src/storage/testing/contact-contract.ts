import assert from 'node:assert/strict';
import {it} from 'node:test';
import {newId, type ContactId, type RandomBytes} from '@goldthread/schema';
import type {ContactRecord} from '../contact-record.ts';
import type {NewPlan} from '../plan-storage.ts';
import {idOf, item, newPlan, NOW, personOf, withPlan, type StoragePlace} from './contract-world.ts';

/** A value of the contact store. */
export function contact(random: RandomBytes, made: NewPlan): ContactRecord {
  return {
    id: newId<ContactId>(random),
    planId: made.plan.id,
    token: 'ADDR-7Q',
    kind: 'address',
    value: 'Flat 3, Harbour Court',
    audience: [personOf(made)],
    writtenBy: personOf(made),
    writtenAt: NOW,
    asked: null,
    sightings: [],
  };
}

/** What the contract says of the contact store. */
export function contacts(place: () => StoragePlace): void {
  void it('[21] keeps values of each plan, changes them and takes them out', async () => {
    const {at, storage, made, random} = await withPlan(place());
    const other = newPlan(random);
    await storage.createPlan({...other, changes: [{kind: 'contact', put: contact(random, other)}]});
    const [first, second] = [contact(random, made), contact(random, made)];
    await storage.record([
      {kind: 'contact', put: first},
      {kind: 'contact', put: second},
    ]);
    assert.deepEqual(await storage.contacts(made.plan.id), [first, second]);
    const sighting = {at: NOW, by: personOf(made), compartmentId: idOf(made), itemId: item(random, made).id};
    const changed = {...first, asked: {audience: [], askedBy: personOf(made)}, sightings: [sighting]};
    await storage.record([
      {kind: 'contact', put: changed},
      {kind: 'contactGone', id: second.id},
    ]);
    await storage.close();
    const again = await at.open();
    assert.deepEqual(await again.contacts(made.plan.id), [changed]);
    assert.equal((await again.contacts(other.plan.id)).length, 1);
    await again.close();
  });
}
