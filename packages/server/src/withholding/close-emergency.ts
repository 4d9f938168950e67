import type {WithholdingRecord} from '../storage/index.ts';
import type {WithholdingPorts} from './withholding-ports.ts';

/** Closes what somebody has open in an emergency before anything stands there that is kept from them by name. */
export async function closeEmergency(
  {storage, sync, clock}: WithholdingPorts,
  {planId, compartmentId, hiddenFrom}: WithholdingRecord,
): Promise<void> {
  const named = (await storage.glass(planId, clock.now())).filter(
    one => one.compartmentIds.includes(compartmentId) && hiddenFrom.some(({id}) => id === one.participantId),
  );
  if (named.length === 0) return;
  await storage.record(
    named.map(one => ({kind: 'glass', put: {...one, closed: [...one.closed, compartmentId]}})),
  );
  await sync.changed(planId);
}
