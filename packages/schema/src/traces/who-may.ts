import {accessFor, mayBeSeenIn} from '../access/access-for.ts';
import type {CompartmentFacts} from '../access/facts.ts';
import type {Participant} from '../plan/participant.ts';
import type {STATEMENT_MODES} from '../plan/voice-item-types.ts';
import type {Stage} from '../plan/stage.ts';
import {isProfessional} from '../withholding/offices.ts';

/** How words came to be on record that are somebody else's account of what a child said or showed (TH-03). */
const NOT_OWN: ReadonlySet<string> = new Set<(typeof STATEMENT_MODES)[number]>([
  'interpreted',
  'observed',
  'proxy',
]);

/** Whether words that came to be on record in this way may stand as a quotation. */
export function isQuotable(mode: unknown): boolean {
  return typeof mode === 'string' && !NOT_OWN.has(mode);
}

/**
 * Whether somebody may put words of the child's into section A as a quotation, and take one out: the child, and whoever of the
 * professionals writes there. Another family member would choose for the child what of it counts.
 */
export function mayQuote(person: Participant, stage: Stage, shared: CompartmentFacts): boolean {
  const isChosen = person.role === 'child' || isProfessional(person.role);
  return isChosen && accessFor(person, stage, shared, 'section:A') === 'write';
}

/**
 * Whether somebody who reads an item of the child's may write down what came of it: a professional of whom everybody there may know.
 * Why something isn't in the plan is for those to say who write it.
 */
export function mayTrace(person: Participant, stage: Stage, home: CompartmentFacts): boolean {
  return stage !== 'ceased' && isProfessional(person.role) && mayBeSeenIn(person, home);
}
