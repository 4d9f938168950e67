import type {PlanId} from '@goldthread/schema';
import {CHAIN_START, chainHash, type Inspection, type Sealing} from '../storage/index.ts';
import type {Finding} from './finding.ts';
import {whyNot} from './why-not.ts';

/**
 * Checks the audit of a plan: that no row was changed, put in or taken out, which needs no key, and that each was sealed
 * where it stands in the chain, so that whoever has no key can't make a new chain either. Gives the number of rows.
 */
export function checkAudit(
  folder: Inspection,
  sealing: Sealing,
  planId: PlanId,
  found: (finding: Finding) => void,
): number {
  const nameOf = (number: number): string => `audit ${number} of plan ${planId}`;
  let before = CHAIN_START;
  let count = 0;
  for (const row of folder.auditChain(planId)) {
    count += 1;
    if (row.number !== count) found({row: nameOf(count), problem: 'was taken out'});
    count = row.number;
    const isNext = Buffer.compare(chainHash(before, row), row.hash) === 0;
    const problem = isNext
      ? whyNot(() => sealing.open(row.sealedWith, 'audit', row.body, before))
      : 'was changed, or one before it was changed or taken out';
    if (problem !== null) found({row: nameOf(row.number), problem});
    before = row.hash;
  }
  const head = folder.auditHead(planId);
  if ((head?.number ?? 0) > count)
    found({row: nameOf(count + 1), problem: 'was taken out, and all after it'});
  else if (head !== null && Buffer.compare(head.hash, before) !== 0) {
    found({row: nameOf(count), problem: 'is not the one that was noted as the newest'});
  } else if (head === null && count > 0) {
    found({row: nameOf(count), problem: 'is not noted as the newest'});
  }
  return count;
}
