import {newId, type ParticipantId, type WithholdingId} from '@goldthread/schema';
import type {ImportedDecision, ImportedPlan} from '@goldthread/schema/json';
import type {ParticipantRecord, PlanRecord, RecordChange, WithholdingRecord} from '../storage/index.ts';
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
  people: readonly ParticipantRecord[],
): RecordChange[] {
  return content.decisions.flatMap((imported): RecordChange[] => {
    const compartment = made[imported.group]?.compartment;
    const readers = compartment?.audience ?? [];
    // Its readers see who decided, so whoever is hidden from one of them didn't.
    const deciders = people.filter(one => !readers.some(id => one.hiddenFrom.includes(id)));
    const anybody = deciders.find(({id}) => readers.includes(id))?.id;
    if (compartment === undefined || anybody === undefined) return [];
    const who: Who = {anybody, idOf: keyed(people), deciderOf: keyed(deciders)};
    const put = recordOf(tools, plan, imported, compartment.id, content, who);
    return [{kind: 'withholding', put}];
  });
}

/** The people whom a decision may name. */
interface Who {
  readonly anybody: ParticipantId;
  readonly idOf: IdOfKey;
  readonly deciderOf: IdOfKey;
}

function keyed(people: readonly ParticipantRecord[]): IdOfKey {
  return key => people.find(one => one.key === key)?.id ?? null;
}

function recordOf(
  tools: Pick<HttpPorts, 'random'>,
  plan: PlanRecord,
  {decision, itemIds}: ImportedDecision,
  compartmentId: WithholdingRecord['compartmentId'],
  content: ImportedPlan,
  {anybody, idOf, deciderOf}: Who,
): WithholdingRecord {
  const proposedBy = deciderOf(decision.proposedBy ?? null) ?? anybody;
  const approvedBy = deciderOf(decision.approvedBy ?? null);
  const approvedOn = decision.approvedOn === undefined ? plan.createdAt : Date.parse(decision.approvedOn);
  const isOwnChoice = decision.reasonCode === 'child_confidence' && decision.approvedBy === undefined;
  return {
    id: newId<WithholdingId>(tools.random),
    planId: plan.id,
    compartmentId,
    itemIds,
    personId: null,
    hiddenFrom: decision.hiddenFrom.flatMap(one => {
      const id = idOf(one.key);
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
