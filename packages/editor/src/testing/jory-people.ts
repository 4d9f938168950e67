import type {ParticipantId, Role} from '@goldthread/schema';
import type {PersonOnPlan} from '../sync/plan-facts.ts';

const CAST = [
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
] as const satisfies readonly (readonly [key: string, name: string, relationship: string, role: Role])[];

export type JoryKey = (typeof CAST)[number][0];

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
