import type {ParticipantId, Role, RootName} from '@goldthread/schema';
import type {PersonOnPlan} from '../sync/plan-facts.ts';
import {FakePlan} from './fake-plan.ts';

const CAST: readonly (readonly [key: string, name: string, relationship: string, role: Role])[] = [
  ['jory', 'Jory Penhale-Adeyemi', '', 'child'],
  ['temi', 'Temi Adeyemi', 'Jory’s mum', 'parent'],
  ['callum', 'Callum Penhale', 'Jory’s dad', 'parent'],
  ['folasade', 'Folasade Adeyemi', 'Jory’s gran', 'family'],
  ['esme', 'Esme Farrow', 'Jory’s keyworker', 'keyworker'],
  ['bronagh', 'Bronagh Kell', 'Jory’s social worker', 'socialWorker'],
  ['priya', 'Priya Mistry-Lowe', '', 'safeguardingLead'],
  ['wren', 'Wren Castellan', '', 'therapist'],
  ['anita', 'Anita Dray', '', 'socialCareManager'],
  ['stan', 'Stan Whitlow', '', 'conferenceChair'],
];

export type JoryKey =
  'jory' | 'temi' | 'callum' | 'folasade' | 'esme' | 'bronagh' | 'priya' | 'wren' | 'anita' | 'stan';

/** An id of the right shape that says whose it is. */
export function idFor<Id extends string = ParticipantId>(key: string): Id {
  // Test ids; the shape is that of real ones, because answers are read by it.
  return key.padEnd(22, '-') as Id;
}

/** The people of the first example plan, as one of them sees the list. */
export function joryPeople(me: JoryKey): readonly PersonOnPlan[] {
  return CAST.map(([key, name, relationship, role]) => ({
    id: idFor(key),
    name,
    relationship,
    role,
    lead: key === 'esme',
    isMe: key === me,
  }));
}

/** The first example plan without a network, opened by one of its people. */
export function joryPlan(me: JoryKey, writable: readonly RootName[] = []): FakePlan {
  const people = joryPeople(me);
  const self = people.find(person => person.isMe);
  if (self === undefined) throw new RangeError(`Nobody is called ${me}`);
  const plan = new FakePlan(self.role, writable);
  if (plan.facts !== null) plan.facts = {...plan.facts, me: self, people};
  return plan;
}
