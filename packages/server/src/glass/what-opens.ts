import {opensInEmergency, type CompartmentId, type Participant, type SealedFacts} from '@goldthread/schema';
import {sealedFactsOf} from '../storage/index.ts';
import type {PlanFacts, WithholdingPorts} from '../withholding/index.ts';

/** The withheld documents that open to somebody in an emergency: an empty one would say that there was something once. */
export async function whatOpens(
  {storage, sync}: WithholdingPorts,
  {plan, everyone, compartments}: PlanFacts,
  breaker: Participant,
): Promise<readonly (SealedFacts & {readonly id: CompartmentId})[]> {
  const withholdings = await storage.withholdings(plan.id);
  const choices = await storage.houses.choices.of(plan.id);
  const opened: (SealedFacts & {readonly id: CompartmentId})[] = [];
  for (const one of compartments.filter(({kind}) => kind === 'withheld')) {
    const sealed = sealedFactsOf(one, withholdings, choices);
    if (!opensInEmergency(breaker, sealed, everyone)) continue;
    const hasWords = await sync.withDocument(one.id, doc => doc.getXmlFragment('items').length > 0);
    if (hasWords === true) opened.push({id: one.id, ...sealed});
  }
  return opened;
}
