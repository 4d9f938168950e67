import {opensInEmergency, type PlanId, type SealedFacts} from '@goldthread/schema';
import type {ChoiceRecord} from './choice-record.ts';
import type {Emergency} from './glass-record.ts';
import type {PlanStorage} from './plan-storage.ts';
import type {CompartmentRecord} from './records.ts';
import {isInForce, type WithholdingRecord} from './withholding-record.ts';

/**
 * What people read now because they broke the glass. Asked of the rules each time, so that what is withheld from somebody by
 * name closes to them at once. Costs one look-up while nobody did; else a few more, and nothing is opened twice.
 */
export async function emergenciesOf(
  storage: Pick<PlanStorage, 'glass' | 'participants' | 'compartments' | 'withholdings' | 'houses'>,
  planId: PlanId,
  now: number,
): Promise<readonly Emergency[]> {
  const openings = await storage.glass(planId, now);
  if (openings.length === 0) return [];
  const people = await storage.participants(planId);
  const compartments = await storage.compartments(planId);
  const withholdings = await storage.withholdings(planId);
  const choices = await storage.houses.choices.of(planId);
  return openings.map(({participantId, sessionId, until, compartmentIds, closed}) => {
    const person = people.find(({id}) => id === participantId);
    const open = compartments.filter(
      one =>
        person !== undefined &&
        compartmentIds.includes(one.id) &&
        !closed.includes(one.id) &&
        opensInEmergency(person, sealedFactsOf(one, withholdings, choices), people),
    );
    return {participantId, sessionId, until, compartmentIds: open.map(({id}) => id)};
  });
}

/** What the rules about an emergency ask of a compartment. Whom a child doesn't want to see something of it, it is kept from by name. */
export function sealedFactsOf(
  {id, audience}: CompartmentRecord,
  withholdings: readonly WithholdingRecord[],
  choices: readonly ChoiceRecord[],
): SealedFacts {
  const keptFrom = choices.filter(one => one.compartmentId === id).flatMap(one => one.notWith);
  const decisions = withholdings
    .filter(one => one.compartmentId === id && isInForce(one))
    .map(({hiddenFrom, proposedBy, approvedBy}) => ({
      hiddenFrom: hiddenFrom.map(one => one.id),
      proposedBy,
      approvedBy,
    }));
  return {audience: audience ?? [], decisions, keptFrom};
}
