import {addWorkingDays, type Day} from '../base/day.ts';
import type {ParticipantId} from '../base/ids.ts';
import type {Decider} from './decision.ts';
import {isManager, isProfessional, OFFICES} from './offices.ts';

/** How long what somebody opened in an emergency stays open, in milliseconds. */
export const EMERGENCY_MS = 60 * 60_000;
/** How often within {@link OFTEN_MS} somebody may, who is no manager. */
const OFTEN = 2;
/** Seven days. */
const OFTEN_MS = 7 * 24 * 60 * 60_000;

/** One withheld compartment with the decisions that hold for what is in it. */
export interface SealedFacts {
  readonly audience: readonly ParticipantId[];
  readonly decisions: readonly SealedDecision[];
  /** Whom the child doesn't want to see something of it. */
  readonly keptFrom: readonly ParticipantId[];
}

/** What of a decision says to whom it opens in an emergency, and who is told. */
export interface SealedDecision {
  readonly hiddenFrom: readonly ParticipantId[];
  readonly proposedBy: ParticipantId;
  readonly approvedBy: ParticipantId | null;
}

/** Whether a person's work lets them read in an emergency what is not for them (EMG-1). */
export function mayBreakGlass({role}: Decider): boolean {
  return OFFICES[role].breaksGlass;
}

/**
 * Whether a compartment that somebody doesn't read opens to them in an emergency: nothing in it is withheld from them by name,
 * and none of its readers is hidden from them (EMG-2). `people` is everybody who ever was on the plan.
 */
export function opensInEmergency(
  {id}: Decider,
  {audience, decisions, keptFrom}: SealedFacts,
  people: readonly Decider[],
): boolean {
  const named = [...audience, ...keptFrom, ...decisions.flatMap(({hiddenFrom}) => hiddenFrom)];
  if (named.includes(id)) return false;
  return !people.some(one => audience.includes(one.id) && one.hiddenFrom.includes(id));
}

/** Whether somebody did it so often of late that from now on a manager has to (EMG-3). `before` are the moments at which they did. */
export function didTooOften(person: Decider, before: readonly number[], now: number): boolean {
  return !isManager(person) && before.filter(at => now - at < OFTEN_MS).length >= OFTEN;
}

/**
 * Who is told at once (EMG-4): the managers of social care, whatever opened and even if nothing did, so that nobody learns from
 * it what there is; and of each compartment that opened, among its readers, the keyworkers, the lead and whoever decided.
 */
export function toldOfEmergency(
  breaker: Decider,
  opened: readonly SealedFacts[],
  people: readonly Decider[],
): ParticipantId[] {
  const isConcerned = (person: Decider): boolean =>
    isProfessional(person.role) &&
    opened.some(({audience, decisions}) => {
      const isDecider = decisions.some(one => [one.proposedBy, one.approvedBy].includes(person.id));
      return audience.includes(person.id) && (person.lead || person.role === 'keyworker' || isDecider);
    });
  const first = firstManagers(breaker, people);
  return people
    .filter(one => mayBeTold(one, breaker) && (first.includes(one) || isConcerned(one)))
    .map(({id}) => id);
}

/** Who is told as well when nobody looked at it in time: every manager (EMG-5). */
export function managersToTell(breaker: Decider, people: readonly Decider[]): ParticipantId[] {
  return people.filter(one => isManager(one) && mayBeTold(one, breaker)).map(({id}) => id);
}

/**
 * Whether somebody may say afterwards whether it was right (EMG-5): a manager who was told, or, on a plan that has none to tell,
 * whoever was told and may approve what is sealed. Never whoever did it.
 */
export function mayReviewEmergency(
  person: Decider,
  breaker: Decider,
  told: readonly ParticipantId[],
  people: readonly Decider[],
): boolean {
  if (!mayBeTold(person, breaker) || !told.includes(person.id)) return false;
  if (managersToTell(breaker, people).length > 0) return isManager(person);
  return OFFICES[person.role].approves === 'sealed';
}

/** The last day on which looking at it isn't late. */
export function emergencyReviewOn(day: Day): Day {
  return addWorkingDays(day, 1);
}

/** The managers of social care, or, where the only one did it, whichever manager there is. */
function firstManagers(breaker: Decider, people: readonly Decider[]): readonly Decider[] {
  const managers = people.filter(one => isManager(one) && mayBeTold(one, breaker));
  const ofCare = managers.filter(({role}) => role === 'socialCareManager');
  return ofCare.length > 0 ? ofCare : managers;
}

function mayBeTold({id}: Decider, breaker: Decider): boolean {
  return id !== breaker.id && !breaker.hiddenFrom.includes(id);
}
