import type {ParticipantId} from '../base/ids.ts';
import type {CompartmentFacts} from './facts.ts';

/** Whether somebody on the plan receives a compartment at all: a withheld one is received by its audience alone. */
export function receives(id: ParticipantId, compartment: CompartmentFacts): boolean {
  return compartment.kind !== 'withheld' || (compartment.audience?.includes(id) ?? false);
}

/**
 * Whether a screen that several people look at may show a compartment: everybody in the room receives it. With somebody
 * in the room who isn't on the plan, or with nobody named, only what every participant receives is left (ruling 27).
 */
export function receivedByAll(
  compartment: CompartmentFacts,
  present: readonly ParticipantId[],
  hasStranger: boolean,
): boolean {
  if (compartment.kind !== 'withheld') return true;
  return !hasStranger && present.length > 0 && present.every(id => receives(id, compartment));
}
