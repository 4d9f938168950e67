import type {PlanId} from '@goldthread/schema';
import type {MovedProposals} from './move-proposals.ts';
import {isReader, planFacts} from './plan-facts.ts';
import type {WithholdingPorts} from './withholding-ports.ts';

/** Tells whoever reads there now of what was suggested for items that moved. Their documents have other roots from now on. */
export async function tellMoved(
  ports: WithholdingPorts,
  planId: PlanId,
  {moved}: Pick<MovedProposals, 'moved'>,
): Promise<void> {
  if (moved.length === 0) return;
  const {sync} = ports;
  await sync.changed(planId);
  const facts = await planFacts(ports, planId);
  const readers = moved.flatMap(({compartmentId, by}) => {
    const compartment = facts.compartments.find(({id}) => id === compartmentId);
    const author = facts.everyone.find(({id}) => id === by);
    return facts.people.filter(
      ({id}) =>
        compartment !== undefined && isReader(compartment, id) && !(author?.hiddenFrom.includes(id) ?? false),
    );
  });
  await sync.tellRecords(planId, new Set(readers.map(({id}) => id)), ['proposals']);
}
