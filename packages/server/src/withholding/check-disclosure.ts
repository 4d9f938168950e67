import type {ParticipantId} from '@goldthread/schema';
import type {WithholdingRecord} from '../storage/index.ts';
import type {PlanFacts} from './plan-facts.ts';
import type {WithholdingPorts} from './withholding-ports.ts';

/** Fails unless everything that opening these items would disclose was cleared by name (rules SG-01 to SG-06). */
export async function checkDisclosure(
  _ports: WithholdingPorts,
  _facts: PlanFacts,
  _record: WithholdingRecord,
  _actor: ParticipantId,
  _cleared: readonly string[],
): Promise<void> {
  // filled when the rules land
}
