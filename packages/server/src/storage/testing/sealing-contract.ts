import assert from 'node:assert/strict';
import {it} from 'node:test';
import {newId, type CompartmentId} from '@goldthread/schema';
import type {SealedKind} from '../sealing.ts';
import {idOf, item, NOW, personOf, row, withPlan, type StoragePlace} from './contract-world.ts';
import {attachment, RECORDED} from './attachment-contract.ts';
import {comment} from './comment-contract.ts';
import {disagreementFile, FILED} from './disagreement-file-contract.ts';
import {disagreement} from './disagreement-contract.ts';
import {contact} from './contact-contract.ts';
import {copy} from './copy-contract.ts';
import {houseSession} from './house-session-contract.ts';
import {choice} from './choice-contract.ts';
import {helpCall} from './help-contract.ts';
import {position} from './position-contract.ts';
import {proposal} from './proposal-contract.ts';
import {purge} from './purge-contract.ts';
import {scale} from './scale-contract.ts';
import {opening} from './glass-contract.ts';
import {trace} from './trace-contract.ts';
import {decision} from './withholding-contract.ts';

/** A plan with something of every kind that is ever sealed, and how to read each back. */
export async function withEveryKind(at: StoragePlace) {
  const world = await withPlan(at);
  const {storage, made, random, append, token} = world;
  const id = idOf(made);
  const planId = made.plan.id;
  const entry = {planId, at: NOW, actor: personOf(made), sessionId: null, action: 'read'} as const;
  const recorded = attachment(random, made);
  const filed = disagreementFile(random, made);
  await storage.commit(
    [append({updates: [row(1), row(2), row(3)], items: [item(random, made)]})],
    [
      {kind: 'withholding', put: decision(random, made, id)},
      {kind: 'position', put: position(random, made)},
      {kind: 'scale', put: scale(random, made)},
      {kind: 'attachment', put: recorded, bytes: RECORDED},
      {kind: 'disagreementFile', put: filed, bytes: FILED},
      {kind: 'comment', put: comment(random, made)},
      {kind: 'disagreement', put: disagreement(random, made)},
      {kind: 'trace', put: trace(random, made)},
      {kind: 'houseSession', put: houseSession(random, made)},
      {kind: 'help', put: helpCall(random, made)},
      {kind: 'choice', put: choice(random, made)},
      {kind: 'proposal', put: proposal(random, made)},
      {kind: 'contact', put: contact(random, made)},
      {kind: 'copy', put: copy(random, made)},
      {kind: 'purge', put: purge(random, made)},
      {kind: 'glass', put: opening(random, made)},
      {kind: 'audit', append: {...entry, compartmentId: id, itemIds: [], subject: null, detail: {}}},
      {kind: 'audit', append: {...entry, compartmentId: null, itemIds: [], subject: null, detail: {}}},
    ],
  );
  const snapshot = {upToSeq: 2, epoch: 1, stateVector: Uint8Array.of(0), bytes: Uint8Array.of(0, 0)};
  await storage.saveSnapshot(planId, token, id, snapshot);
  // A kind that is missing here doesn't compile.
  const read: Record<SealedKind, () => Promise<unknown>> = {
    update: async () => (await storage.loadDocument(id))?.tail,
    snapshot: async () => (await storage.loadDocument(id))?.snapshot,
    facts: () => storage.plan(planId),
    person: () => storage.participants(planId),
    withholding: () => storage.withholdings(planId),
    position: () => storage.positions(planId),
    scale: () => storage.scales.of(planId),
    attachment: () => storage.attachments.of(planId),
    recording: () => storage.attachments.bytes(recorded),
    disagreement: () => storage.talk.disagreements.of(planId),
    disagreementFile: () => storage.talk.files.of(planId),
    disagreementFileBytes: () => storage.talk.files.bytes(filed),
    comment: () => storage.talk.comments.of(planId),
    trace: () => storage.talk.traces.of(planId),
    houseSession: () => storage.houses.sessions.of(planId),
    help: () => storage.houses.help.of(planId),
    choice: () => storage.houses.choices.of(planId),
    proposal: () => storage.proposals.of(planId),
    contact: () => storage.contacts(planId),
    copy: () => storage.copies(planId),
    purge: () => storage.purges(),
    glass: () => storage.glass(planId, 0),
    audit: () => storage.audit(planId),
  };
  const everything = async (): Promise<Record<string, unknown>> => {
    const found: Record<string, unknown> = {};
    for (const [kind, get] of Object.entries(read)) found[kind] = await get();
    return found;
  };
  return {...world, id, everything};
}

/** What the contract says of keys; a storage that seals nothing keeps it too. */
export function keys(place: () => StoragePlace): void {
  void it('[19] reads everything as before after a compartment got a new key, and goes on writing', async () => {
    const {at, storage, made, append, id, everything} = await withEveryKind(place());
    const before = await everything();
    for (const compartment of made.compartments) await storage.rotateKey(compartment.id);
    assert.deepEqual(await everything(), before);
    await storage.commit([append({updates: [row(4)]})]);
    assert.equal((await storage.loadDocument(id))?.headSeq, 4);
    await storage.close();
    const again = await at.open();
    assert.deepEqual((await again.loadDocument(id))?.tail, [row(3), row(4)]);
    assert.deepEqual(await again.withholdings(made.plan.id), before['withholding']);
    await again.close();
  });

  void it('[17][19] changes who receives a compartment together with what is written there, or neither', async () => {
    const {storage, made, append, id, everything} = await withEveryKind(place());
    const [shared] = made.compartments;
    assert.ok(shared !== undefined);
    const before = await everything();
    const narrowed = {kind: 'compartment', put: {...shared, audience: [personOf(made)]}} as const;
    await assert.rejects(storage.commit([append({updates: [row(9)]})], [narrowed]), {code: 'SEQUENCE'});
    assert.deepEqual(await everything(), before);
    await storage.commit([append({updates: [row(4)]})], [narrowed]);
    assert.deepEqual((await storage.loadDocument(id))?.tail, [row(3), row(4)]);
    assert.deepEqual({...(await everything()), update: []}, {...before, update: []});
    await storage.rotateKey(newId<CompartmentId>(() => new Uint8Array(16)));
    await storage.close();
  });
}
