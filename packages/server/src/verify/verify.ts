import type {CompartmentId} from '@goldthread/schema';
import type {Inspection, Sealing} from '../storage/index.ts';
import {checkAudit} from './check-audit.ts';
import {checkDocument} from './check-document.ts';
import type {Finding} from './finding.ts';
import {whyNot} from './why-not.ts';

/** What was looked at, and what of it isn't as it was written. */
export interface Verdict {
  readonly plans: number;
  readonly documents: number;
  /** Sealed rows, those of the audit included. */
  readonly rows: number;
  readonly findings: readonly Finding[];
}

/** Looks at everything in a data folder: every sealed row opens, every document can be put together, every audit is whole. */
export function verify(folder: Inspection, sealing: Sealing): Verdict {
  const findings: Finding[] = folder.damage().map(() => ({row: 'the database file', problem: 'is damaged'}));
  const found = (finding: Finding): void => void findings.push(finding);
  const plans = folder.plans();
  let [documents, rows] = [0, 0];
  for (const planId of plans) {
    rows += checkAudit(folder, sealing, planId, found);
    for (const id of folder.compartments(planId)) {
      documents += 1;
      rows += checkCompartment(folder, sealing, id, found);
    }
    for (const key of folder.contacts(planId)) rows += checkRows(folder, sealing, key, found).rows;
  }
  return {plans: plans.length, documents, rows, findings};
}

function checkCompartment(
  folder: Inspection,
  sealing: Sealing,
  id: CompartmentId,
  found: (finding: Finding) => void,
): number {
  const {rows, isWhole} = checkRows(folder, sealing, id, found);
  try {
    if (isWhole) checkDocument(folder, id, found);
  } catch {
    found({row: `the log of document ${id}`, problem: 'is not one'});
  }
  return rows;
}

function checkRows(
  folder: Inspection,
  sealing: Sealing,
  id: CompartmentId,
  found: (finding: Finding) => void,
): {rows: number; isWhole: boolean} {
  let [rows, isWhole] = [0, true];
  try {
    for (const {kind, name, bytes, bound} of folder.sealedRows(id)) {
      rows += 1;
      const problem = whyNot(() => sealing.open(id, kind, bytes, bound));
      if (problem === null) continue;
      isWhole = false;
      found({row: name, problem});
    }
  } catch {
    isWhole = false;
    found({row: `the log of document ${id}`, problem: 'is not one'});
  }
  return {rows, isWhole};
}
