import type {ParticipantId} from '../base/ids.ts';
import {choiceOf, classOf, type Decider, type WithholdingDecision} from './decision.ts';
import {approves, isManager, isProfessional, proposes} from './offices.ts';

type Proposal = Pick<
  WithholdingDecision,
  'items' | 'personId' | 'hiddenFrom' | 'reasonCode' | 'proposedBy' | 'audience'
>;

/** Whether a person may propose this, as far as their office goes; whether they may write the items is `accessFor`'s. */
export function mayPropose(person: Decider, decision: Proposal, people: readonly Decider[]): boolean {
  if (person.id !== decision.proposedBy || !mayBeKnown(person, decision)) return false;
  return proposes(person, classOf(decision)) || choiceOf(decision, people) !== null;
}

/**
 * Whether somebody else must approve. Nobody need approve a child's own choice, nor what a keyworker or the lead
 * decides about something that is only marked.
 */
export function needsApproval(decision: Proposal, people: readonly Decider[]): boolean {
  if (choiceOf(decision, people) === 'child') return false;
  const proposer = personOf(decision.proposedBy, people);
  return !(classOf(decision) === 'marked' && proposer !== undefined && approves(proposer, 'marked'));
}

/** Whether a person may approve this: somebody else than its proposer, who reads it and holds the office. */
export function mayApprove(
  person: Decider,
  decision: Proposal & Pick<WithholdingDecision, 'approvedBy'>,
  people: readonly Decider[],
): boolean {
  if (decision.approvedBy !== null || !needsApproval(decision, people)) return false;
  return person.id !== decision.proposedBy && holdsOffice(person, decision, people);
}

/**
 * Whether a person may look at it again and let it stand to a later day. Of what is sealed it takes the second office,
 * not its proposer alone; of a child's own choice the child, or a professional who asks the child.
 */
export function mayReview(person: Decider, decision: Proposal, people: readonly Decider[]): boolean {
  if (!decision.audience.includes(person.id) || !isKnownToReaders(person, decision)) return false;
  if (choiceOf(decision, people) === 'child') {
    return person.id === decision.proposedBy || isProfessional(person.role);
  }
  if (person.id === decision.proposedBy && needsApproval(decision, people)) return false;
  return holdsOffice(person, decision, people);
}

/**
 * Whether a decision of this person tells nobody of them who may not know of them: neither a reader, who sees who decided,
 * nor somebody who reads that something is kept private.
 */
function mayBeKnown(person: Decider, decision: Proposal): boolean {
  const told = decision.hiddenFrom.filter(one => one.class === 'marked').map(one => one.id);
  return isKnownToReaders(person, decision) && !told.some(id => person.hiddenFrom.includes(id));
}

function isKnownToReaders(person: Decider, {audience}: Pick<Proposal, 'audience'>): boolean {
  return !audience.some(id => person.hiddenFrom.includes(id));
}

/**
 * Whether a person may ask that it be opened or, once somebody else has asked, may open it. Opening takes two different
 * people. One of the two holds the office that approves; of an own choice one is the person whose choice it was, or a
 * manager who overrides it.
 */
export function mayRelease(
  person: Decider,
  decision: Proposal & Pick<WithholdingDecision, 'releaseAskedBy'>,
  people: readonly Decider[],
): boolean {
  if (!mayAsk(person, decision, people)) return false;
  if (decision.releaseAskedBy === null) return true;
  // What is opened comes to stand where everybody reads, which somebody who is hidden doesn't bring about.
  if (person.hiddenFrom.length > 0) return false;
  const asker = personOf(decision.releaseAskedBy, people);
  if (asker === undefined || asker.id === person.id || !mayAsk(asker, decision, people)) return false;
  const pair = [asker, person];
  const choice = choiceOf(decision, people);
  if (choice !== null && !pair.some(one => one.id === decision.proposedBy || isManager(one))) return false;
  return choice === 'child' || pair.some(one => holdsOffice(one, decision, people));
}

/** The readers who may approve it; an empty list is a decision that nobody can finish. */
export function approversOf(decision: Proposal, people: readonly Decider[]): ParticipantId[] {
  return people
    .filter(person => mayApprove(person, {...decision, approvedBy: null}, people))
    .map(person => person.id);
}

/** Who is told when nobody approved or reviewed it in time: readers alone, since nobody else may know of it. */
export function escalatesTo(decision: Proposal, people: readonly Decider[]): ParticipantId[] {
  const readers = people.filter(person => decision.audience.includes(person.id));
  const steps = [
    readers.filter(person => isManager(person) && person.id !== decision.proposedBy),
    readers.filter(person => holdsOffice(person, decision, people)),
    readers.filter(person => isProfessional(person.role)),
    readers,
  ];
  return (steps.find(step => step.length > 0) ?? []).map(person => person.id);
}

function mayAsk(person: Decider, decision: Proposal, people: readonly Decider[]): boolean {
  if (!decision.audience.includes(person.id) || !isKnownToReaders(person, decision)) return false;
  if (person.id === decision.proposedBy) return true;
  if (choiceOf(decision, people) === 'child' && isProfessional(person.role)) return true;
  return proposes(person, classOf(decision));
}

/** Whether a reader holds the office that approves the class; without a keyworker among the readers a stricter one does. */
function holdsOffice(person: Decider, decision: Proposal, people: readonly Decider[]): boolean {
  if (!decision.audience.includes(person.id) || !isKnownToReaders(person, decision)) return false;
  const strictness = classOf(decision);
  if (approves(person, strictness)) return true;
  const readers = people.filter(one => decision.audience.includes(one.id) && isKnownToReaders(one, decision));
  return (
    strictness === 'marked' && approves(person, 'sealed') && !readers.some(one => approves(one, 'marked'))
  );
}

function personOf(id: ParticipantId, people: readonly Decider[]): Decider | undefined {
  return people.find(person => person.id === id);
}
