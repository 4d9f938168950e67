import {
  newId,
  type CompartmentId,
  type ItemId,
  type ParticipantId,
  type WithholdingId,
} from '@goldthread/schema';
import {
  defaultAudience,
  defaultReview,
  isChildsWords,
  needsApproval,
  problemsOf,
  withChild,
} from '@goldthread/schema';
import {RequestProblem} from '../errors.ts';
import type {CompartmentRecord, WithholdingRecord} from '../storage/index.ts';
import type {OwnChange} from '../sync/index.ts';
import {childNames} from '../disclosure/index.ts';
import {compartmentFor} from './compartment-for.ts';
import {decidersOf, decisionOf, withheldFacts} from './decision-of.ts';
import {gatherItems, type Withheld} from './gather-items.ts';
import {plainText} from './move-items.ts';
import type {ItemMove} from './carried-along.ts';
import {peopleKnownTo, type PlanFacts} from './plan-facts.ts';
import type {WithholdRequest} from './request.ts';
import {dayOf, type WithholdingPorts} from './withholding-ports.ts';
import {changesFor} from './write-changes.ts';

/** A decision with everything that is written because of it. */
export interface Proposal {
  readonly record: WithholdingRecord;
  readonly compartment: CompartmentRecord;
  readonly isNewCompartment: boolean;
  readonly items: readonly Withheld[];
  readonly changes: readonly OwnChange[];
}

/** Which items a proposal moves. */
export function movesOf(items: Proposal['items']): ItemMove[] {
  return items.flatMap(({record, from}) =>
    from === null
      ? []
      : [
          {
            from: {itemId: from.formerId, compartmentId: from.compartmentId},
            to: {itemId: record.id, compartmentId: record.compartmentId},
            root: from.root,
          },
        ],
  );
}

/** Works out what withholding would write; fails with the code of the rule that forbids it, and changes nothing. */
export async function prepareWithholding(
  ports: WithholdingPorts,
  facts: PlanFacts,
  actor: ParticipantId,
  request: WithholdRequest,
): Promise<Proposal> {
  if (request.personId !== null) return preparePerson(ports, facts, actor, request, request.personId);
  const items = await gatherItems(ports, facts, actor, request);
  const audience = audienceFor(facts, actor, request, items);
  const {compartment, isNew} = compartmentFor(ports, facts, audience);
  const settled = items.map(one => ({...one, record: {...one.record, compartmentId: compartment.id}}));
  const draft = newRecord(ports, facts, actor, request, compartment.id, settled);
  const record = checked(ports, facts, actor, draft, settled, compartment);
  return {
    record,
    compartment,
    isNewCompartment: isNew,
    items: settled,
    changes: await changesFor(ports, facts, compartment.id, settled, record.shapes),
  };
}

/** A decision about a person, who is hidden from now on. Nothing is written in any document because of it. */
function preparePerson(
  ports: WithholdingPorts,
  facts: PlanFacts,
  actor: ParticipantId,
  request: WithholdRequest,
  personId: ParticipantId,
): Proposal {
  const shared = facts.compartments.find(({kind}) => kind === 'shared');
  if (shared === undefined) throw new RequestProblem('NOT_FOUND');
  const record = checked(
    ports,
    facts,
    actor,
    newRecord(ports, facts, actor, request, shared.id, []),
    [],
    shared,
  );
  const person = facts.people.find(({id}) => id === personId);
  if (person === undefined || person.role === 'child' || person.lead) throw new RequestProblem('STAYS_KNOWN');
  // What one decision hides another one doesn't, so that opening it shows the person to nobody too many.
  if (record.hiddenFrom.some(({id}) => person.hiddenFrom.includes(id)))
    throw new RequestProblem('HIDDEN_BEFORE');
  return {record, compartment: shared, isNewCompartment: false, items: [], changes: []};
}

function newRecord(
  ports: WithholdingPorts,
  facts: PlanFacts,
  actor: ParticipantId,
  request: WithholdRequest,
  compartmentId: CompartmentId,
  items: readonly Withheld[],
): WithholdingRecord {
  const {hiddenFrom, reasonCode, legalGround, factBase, alternatives, openReason, childTold, imminent} =
    request;
  return {
    id: newId<WithholdingId>(ports.random),
    planId: facts.plan.id,
    compartmentId,
    itemIds: items.map(({record}) => record.id),
    personId: request.personId,
    ...{hiddenFrom, reasonCode, legalGround, factBase, alternatives, openReason, childTold, imminent},
    shapes: shapedBy(facts, request.shapes),
    proposedBy: actor,
    proposedAt: ports.clock.now(),
    approvedBy: null,
    approvedAt: null,
    reviewOn: request.reviewOn ?? '',
    reviewedAt: null,
    status: 'pending',
    releaseAskedBy: null,
    releaseTold: null,
    readerAsked: null,
    escalatedAt: null,
    movedFrom: items.flatMap(({from}) => from ?? []),
  };
}

/** The decision with its dates and status, if every rule allows it. */
function checked(
  ports: WithholdingPorts,
  facts: PlanFacts,
  actor: ParticipantId,
  record: WithholdingRecord,
  items: readonly Withheld[],
  compartment: CompartmentRecord,
): WithholdingRecord {
  const known = {
    ...facts,
    compartments: [...facts.compartments, compartment],
    items: [...facts.items, ...items.map(one => one.record)],
  };
  const people = peopleKnownTo(facts, actor);
  const decision = decisionOf(record, {...known, people});
  const today = dayOf(ports.clock.now());
  const reviewOn = record.reviewOn === '' ? defaultReview(decision, people, today) : record.reviewOn;
  // What may be said of somebody who is hidden names them no more than it repeats an item.
  const hidden = people.filter(({id}) => id === record.personId).map(({name}) => name);
  const [problem] = problemsOf({...decision, reviewOn}, people, {
    today,
    withheldTexts: [...items.map(({node}) => plainText(node)), ...hidden],
    childNames: childNames(facts.plan),
  });
  if (problem !== undefined) throw new RequestProblem(problem);
  const status = needsApproval(decision, decidersOf(facts)) ? 'pending' : 'approved';
  return {...record, reviewOn, status};
}

function audienceFor(
  facts: PlanFacts,
  actor: ParticipantId,
  request: WithholdRequest,
  items: readonly Withheld[],
): readonly ParticipantId[] {
  const people = peopleKnownTo(facts, actor);
  const named = request.audience ?? defaultAudience(people, request.hiddenFrom);
  const all = items.map(({record}) => withheldFacts(record));
  const childs = all.filter(item => isChildsWords(item, people));
  const [first] = childs;
  const isFromChild = people.some(
    one => one.role === 'child' && request.hiddenFrom.some(({id}) => id === one.id),
  );
  // Kept from the child, the rules refuse it; else the child is among the readers of the child's own words.
  if (first === undefined || isFromChild) return named;
  const readers = withChild(named, first, people);
  // Together with the child's words the child would be given whatever else is withheld with them.
  if (readers.length > named.length && childs.length < items.length)
    throw new RequestProblem('CHILD_WORDS_APART');
  return readers;
}

/** The open items that were named; one that isn't open can't be pointed to from anywhere. */
function shapedBy(facts: PlanFacts, ids: readonly ItemId[]): WithholdingRecord['shapes'] {
  const open = new Set(facts.compartments.flatMap(one => (one.kind === 'withheld' ? [] : [one.id])));
  return ids.map(id => {
    const item = facts.items.find(one => one.id === id && open.has(one.compartmentId));
    if (item === undefined) throw new RequestProblem('NOT_FOUND');
    return {id, root: item.root};
  });
}
