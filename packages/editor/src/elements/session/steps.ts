import {missingBefore, type BeforeWriting} from '@goldthread/schema';
import type {HouseSession} from '../../records/house-sessions.ts';

/** The steps of a session in their order (domain 5.2); watching for distress is no step but always in reach. */
export const STEPS = [
  'parent',
  'where',
  'explain',
  'choose',
  'write',
  'read',
  'share',
  'end',
  'show',
] as const;
export type Step = (typeof STEPS)[number];

type Facts = Pick<
  HouseSession,
  keyof BeforeWriting | 'beganAt' | 'readBackAt' | 'endedAt' | 'mayWrite' | 'mayChoose'
>;

/** At which step each thing is said that has to be said before anybody writes. */
const SAID_AT: Readonly<Record<keyof BeforeWriting, Step>> = {
  parentAnswer: 'parent',
  parentTold: 'parent',
  manager: 'parent',
  place: 'where',
  present: 'where',
  limitsTold: 'explain',
};

/** Whether a step can be taken now. */
export function isOpenTo(step: Step, session: Facts): boolean {
  const {beganAt, readBackAt, endedAt, mayWrite, mayChoose} = session;
  switch (step) {
    case 'parent':
    case 'where':
    case 'explain':
      return beganAt === null && endedAt === null;
    case 'choose':
    case 'write':
      return mayWrite;
    case 'read':
      return beganAt !== null && readBackAt === null;
    case 'share':
      return mayChoose;
    case 'end':
      return beganAt !== null && endedAt === null;
    case 'show':
      return beganAt !== null && (readBackAt !== null || endedAt !== null);
  }
}

/** Where somebody goes on who comes back: where they were if that is still open, else at the first thing that is not done. */
export function stepFor(session: Facts, left: string | undefined): Step {
  const known = STEPS.find(step => step === left);
  if (known !== undefined && isOpenTo(known, session)) return known;
  if (session.beganAt === null) return SAID_AT[missingBefore(session)[0] ?? 'limitsTold'];
  if (session.mayWrite) return 'write';
  if (session.mayChoose) return 'share';
  return session.endedAt === null ? 'end' : 'show';
}

/** The next step that can be taken after one; null after the last. */
export function stepAfter(step: Step, session: Facts): Step | null {
  return STEPS.slice(STEPS.indexOf(step) + 1).find(one => isOpenTo(one, session)) ?? null;
}

/** The step that can be taken before one; null before the first. */
export function stepBefore(step: Step, session: Facts): Step | null {
  return STEPS.slice(0, STEPS.indexOf(step)).findLast(one => isOpenTo(one, session)) ?? null;
}

/** Words after which a question asks for yes or no (TH-09). */
const CLOSED = /^(?:did|does|is|was|has)\s+(?:he|she|dad|mum|your)\b/i;

/** Whether a question puts an answer into a child's mouth. */
export function isLeading(question: string): boolean {
  return CLOSED.test(question.trim());
}
