import assert from 'node:assert/strict';
import {
  newId,
  type CompartmentId,
  type ItemId,
  type ParticipantId,
  type PlanId,
  type RandomBytes,
  type SessionId,
} from '@goldthread/schema';
import {seededRandom} from '@goldthread/schema/testing';
import type {DocumentAppend, NewPlan, PlanStorage} from '../plan-storage.ts';
import type {ItemRecord, ParticipantRecord, UpdateRow} from '../records.ts';

/** One place where plans are kept, as a test opens it. */
export interface StoragePlace {
  /** Opens it; a second time while the first is open stands for a second process. */
  open(): Promise<PlanStorage>;
  /** A place for a backup, and how to open what is in it. */
  openBackup(folder: string): Promise<PlanStorage>;
  newFolder(): string;
}

/** When everything in these tests happens. */
export const NOW = Date.UTC(2026, 10, 22, 12);

/** A storage with one plan in it, whose lease the caller holds. */
export async function withPlan(at: StoragePlace) {
  const random = seededRandom(7);
  const storage = await at.open();
  const made = newPlan(random);
  await storage.createPlan(made);
  const lease = await storage.acquireLease(made.plan.id, 'first', false);
  const token = lease?.token ?? -1;
  const append = (more: Partial<DocumentAppend>): DocumentAppend => ({
    planId: made.plan.id,
    compartmentId: idOf(made),
    token,
    updates: [],
    items: [],
    carry: [],
    refusals: [],
    ...more,
  });
  return {at, storage, random, made, token, append};
}

/** A plan with two people and both open compartments. */
export function newPlan(random: RandomBytes): NewPlan {
  const planId = newId<PlanId>(random);
  const person = (key: string): ParticipantRecord => ({
    id: newId<ParticipantId>(random),
    planId,
    key,
    name: 'Esme Farrow',
    relationship: 'keyworker',
    role: 'keyworker',
    lead: key === 'esme',
    hiddenFrom: [],
    accessEndsAt: null,
  });
  const compartment = (kind: 'shared' | 'voice') => ({
    id: newId<CompartmentId>(random),
    planId,
    kind,
    audience: null,
    epoch: 1,
    schemaVersion: 1,
    createdAt: NOW,
  });
  return {
    plan: {
      id: planId,
      planType: 'ehcp',
      stage: 'assessment',
      coWriting: {},
      facts: '{}',
      createdAt: NOW,
      version: 1,
    },
    participants: [person('esme'), person('bronagh')],
    compartments: [compartment('shared'), compartment('voice')],
    documents: [],
  };
}

/** The id of the first document. */
export function idOf(made: NewPlan): CompartmentId {
  const first = made.compartments[0];
  assert.ok(first !== undefined);
  return first.id;
}

/** The id of the first person. */
export function personOf(made: NewPlan): ParticipantId {
  const first = made.participants[0];
  assert.ok(first !== undefined);
  return first.id;
}

/** A new item of the first document. */
export function item(random: RandomBytes, made: NewPlan): ItemRecord {
  return {
    id: newId<ItemId>(random),
    planId: made.plan.id,
    compartmentId: idOf(made),
    root: 'section:B',
    anchorRoot: null,
    type: 'need',
    owner: personOf(made),
    typedBy: null,
    sessionId: null,
    verbatim: false,
    readBack: false,
    createdAt: NOW,
  };
}

/** A log row; odd ones are by a person, even ones by the server. */
export function row(seq: number): UpdateRow {
  const byServer = seq % 2 === 0;
  return {
    seq,
    epoch: 1,
    at: NOW + seq,
    // Any id will do for a writer of a log row.
    participantId: byServer ? null : ('AAAAAAAAAAAAAAAAAAAAAA' as ParticipantId),
    sessionId: byServer ? null : ('BBBBBBBBBBBBBBBBBBBBBB' as SessionId),
    kind: byServer ? 'cleanup' : 'edit',
    inserted: [{client: 4_000_000_000, clock: seq, length: 1}],
    deleted: byServer ? [{client: 5, clock: 0, length: 2}] : [],
    bytes: Uint8Array.of(seq, seq, seq),
  };
}
