import {
  newId,
  type CompartmentId,
  type ParticipantId,
  type PlanId,
  type RandomBytes,
  type Role,
} from '@goldthread/schema';
import {SCHEMA_VERSION} from '@goldthread/schema/prosemirror';
import type {CompartmentRecord, NewPlan, ParticipantRecord} from '../../packages/server/src/storage/index.ts';

/** One person of a test plan: key, name, role, relationship. */
export type TestPerson = readonly [key: string, name: string, role: Role, relationship: string];

const PEOPLE: readonly TestPerson[] = [
  ['jory', 'Jory Penhale-Adeyemi', 'child', 'the child'],
  ['temi', 'Temi Adeyemi', 'parent', "Jory's mum"],
  ['callum', 'Callum Penhale', 'parent', "Jory's dad"],
  ['esme', 'Esme Farrow', 'keyworker', 'keyworker'],
  ['bronagh', 'Bronagh Kell', 'socialWorker', 'social worker'],
  ['marcus', 'Marcus Ibsen', 'sendOfficer', 'council SEND officer'],
];

/** A plan with both open compartments, empty, and some people of the first example plan or others. Esme is the lead. */
export function testPlan(random: RandomBytes, now: number, people: readonly TestPerson[] = PEOPLE): NewPlan {
  const planId = newId<PlanId>(random);
  const compartment = (kind: 'shared' | 'voice'): CompartmentRecord => ({
    id: newId<CompartmentId>(random),
    planId,
    kind,
    audience: null,
    epoch: 1,
    schemaVersion: SCHEMA_VERSION,
    createdAt: now,
  });
  const participants = people.map(([key, name, role, relationship]): ParticipantRecord => ({
    id: newId<ParticipantId>(random),
    planId,
    key,
    name,
    relationship,
    role,
    lead: key === 'esme',
    hiddenFrom: [],
    accessEndsAt: null,
  }));
  return {
    plan: {
      id: planId,
      planType: 'ehcp',
      stage: 'assessment',
      coWriting: {},
      facts: '{}',
      createdAt: now,
      version: 1,
    },
    participants,
    compartments: [compartment('shared'), compartment('voice')],
    documents: [],
  };
}
