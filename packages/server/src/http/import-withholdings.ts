import {newId, type ParticipantId, type WithholdingId} from '@goldthread/schema';
import type {ImportedDecision, ImportedPlan} from '@goldthread/schema/json';
import type {PlanRecord, RecordChange, WithholdingRecord} from '../storage/index.ts';
import type {HttpPorts} from './http-ports.ts';
import type {IdOfKey, MadeDocument} from './import-documents.ts';

/** A review of which a file says nothing is due at once: nothing that is withheld goes without a day to look at it again. */
const DUE_AT_ONCE = 0;

/** The records of a file's decisions to withhold. `made` are the withheld compartments, in the order of the groups. */
export function importedWithholdings(
  tools: Pick<HttpPorts, 'random'>,
  plan: PlanRecord,
  content: ImportedPlan,
  made: readonly MadeDocument[],
  idOfKey: IdOfKey,
): RecordChange[] {
  return content.decisions.flatMap((imported): RecordChange[] => {
    const compartment = made[imported.group]?.compartment;
    const anybody = compartment?.audience?.[0];
    if (compartment === undefined || anybody === undefined) return [];
    const put = recordOf(tools, plan, imported, compartment.id, content, idOfKey, anybody);
    return [{kind: 'withholding', put}];
  });
}

function recordOf(
  tools: Pick<HttpPorts, 'random'>,
  plan: PlanRecord,
  {decision, itemIds}: ImportedDecision,
  compartmentId: WithholdingRecord['compartmentId'],
  content: ImportedPlan,
  idOfKey: IdOfKey,
  anybody: ParticipantId,
): WithholdingRecord {
  const proposedBy = idOfKey(decision.proposedBy ?? null) ?? anybody;
  const approvedBy = idOfKey(decision.approvedBy ?? null);
  const approvedOn = decision.approvedOn === undefined ? plan.createdAt : Date.parse(decision.approvedOn);
  const isOwnChoice = decision.reasonCode === 'child_confidence' && approvedBy === null;
  return {
    id: newId<WithholdingId>(tools.random),
    planId: plan.id,
    compartmentId,
    itemIds,
    personId: null,
    hiddenFrom: decision.hiddenFrom.flatMap(one => {
      const id = idOfKey(one.key);
      return id === null ? [] : [{id, class: one.class}];
    }),
    reasonCode: decision.reasonCode,
    legalGround: decision.legalGround,
    factBase: '',
    alternatives: '',
    openReason: decision.openReason ?? '',
    childTold: '',
    shapes: (decision.shapes ?? []).flatMap(ref => {
      const item = content.items.find(one => one.ref === ref);
      return item === undefined ? [] : [{id: item.id, root: item.root}];
    }),
    imminent: false,
    proposedBy,
    proposedAt: approvedOn,
    approvedBy,
    approvedAt: approvedBy === null ? null : approvedOn,
    reviewOn: decision.reviewOn ?? new Date(DUE_AT_ONCE).toISOString().slice(0, 10),
    reviewedAt: null,
    status: approvedBy !== null || isOwnChoice ? 'approved' : 'pending',
    releaseAskedBy: null,
    escalatedAt: null,
    movedFrom: [],
  };
}
