import type {Decider, WithheldFacts, WithholdingDecision} from '@goldthread/schema';
import type {ItemRecord, WithholdingRecord} from '../storage/index.ts';
import {mayKnowOfHiding, type PlanFacts} from './plan-facts.ts';
import {dayOf} from './withholding-ports.ts';

/** A stored decision as the rules read it. */
export function decisionOf(record: WithholdingRecord, facts: PlanFacts): WithholdingDecision {
  const audience = facts.compartments.find(({id}) => id === record.compartmentId)?.audience;
  const items = facts.items.filter(
    item => item.compartmentId === record.compartmentId && record.itemIds.includes(item.id),
  );
  return {
    items: items.map(withheldFacts),
    personId: record.personId,
    hiddenFrom: record.hiddenFrom,
    audience: audience ?? readersOfPerson(record, facts),
    reasonCode: record.reasonCode,
    legalGround: record.legalGround,
    openReason: record.openReason,
    shapes: record.shapes,
    imminent: record.imminent,
    proposedBy: record.proposedBy,
    proposedOn: dayOf(record.proposedAt),
    approvedBy: record.approvedBy,
    reviewOn: record.reviewOn,
    releaseAskedBy: record.releaseAskedBy,
  };
}

/** What the rules ask of an item. */
export function withheldFacts({id, owner, verbatim}: ItemRecord): WithheldFacts {
  return {id, owner, verbatim};
}

/** People as the rules know them. */
export function decidersOf(facts: PlanFacts): readonly Decider[] {
  return facts.people;
}

/** Who may know of a decision about a person. */
function readersOfPerson(
  {personId, hiddenFrom}: WithholdingRecord,
  facts: PlanFacts,
): WithholdingDecision['audience'] {
  if (personId === null) return [];
  const hidden = hiddenFrom.map(({id}) => id);
  return facts.people.flatMap(({id}) => (mayKnowOfHiding(facts, personId, hidden, id) ? [id] : []));
}
