import {accessFor, mayBeSeenIn} from '../access/access-for.ts';
import type {CompartmentFacts, ItemFacts} from '../access/facts.ts';
import {partyOf, type Party} from '../access/party.ts';
import {accessThrough, type Reader} from '../access/reader.ts';
import type {Participant} from '../plan/participant.ts';
import type {RootName} from '../plan/root.ts';
import type {Stage} from '../plan/stage.ts';
import {afterStep, type ProposalState, type ProposalStep} from './states.ts';

/** An item and where it stands, as far as deciding about its wording goes. */
export interface ProposalPlace {
  readonly stage: Stage;
  readonly compartment: CompartmentFacts;
  readonly root: RootName;
  readonly item: ItemFacts;
}

/** A proposal, as far as deciding who may answer it goes. */
export interface ProposalFacts {
  readonly state: ProposalState;
  readonly party: Party;
  /** Who opened it, if that person still has access. */
  readonly author: Participant | null;
  /** The side to whose proposal these words were suggested back. */
  readonly answersTo: Party | null;
}

/** What a person can do with a proposal; `settle` only ever follows from another step. */
export type ProposalChoice = Exclude<ProposalStep, 'settle'>;

/**
 * Whether somebody may suggest other words for an item: whoever reads it, until the plan ceases, where everybody who would read
 * them may know of them. Nobody suggests words for a child's own (rulings 6 and 22).
 */
export function mayPropose(reader: Reader, {stage, compartment, root, item}: ProposalPlace): boolean {
  if (stage === 'ceased' || !mayBeSeenIn(reader.participant, compartment)) return false;
  if (root.startsWith('p:') || isChildsOwn(root, item)) return false;
  return accessThrough(reader, stage, compartment, root, item) !== 'none';
}

/** Whether these are a child's own words, which others answer beside and never reword. */
export function isChildsOwn(root: RootName, {verbatim, type, anchorRoot}: ItemFacts): boolean {
  return verbatim || (type !== 'note' && (anchorRoot ?? root).startsWith('house:'));
}

/**
 * What somebody may do with a proposal now. Its own side takes it back. Whoever may write the item accepts or refuses it, and so
 * does the side to which it was suggested back, to accept only while its author may write the item: that offer was the owner's
 * yes. Anybody else who may propose suggests other words back.
 */
export function choicesOf(
  reader: Reader,
  place: ProposalPlace,
  proposal: ProposalFacts,
): readonly ProposalChoice[] {
  if (!mayPropose(reader, place)) return [];
  return CHOICES.filter(
    step => afterStep(proposal.state, step) !== null && mayTake(step, reader.participant, place, proposal),
  );
}

const CHOICES: readonly ProposalChoice[] = ['accept', 'counter', 'refuse', 'withdraw'];

function mayTake(
  step: ProposalChoice,
  person: Participant,
  place: ProposalPlace,
  {party, author, answersTo}: ProposalFacts,
): boolean {
  const own = partyOf(person);
  if (own === party) return step === 'withdraw';
  if (step === 'counter') return true;
  if (step === 'withdraw') return false;
  if (mayWrite(person, place)) return true;
  const isForMe = answersTo === own;
  return isForMe && (step === 'refuse' || (author !== null && mayWrite(author, place)));
}

function mayWrite(person: Participant, {stage, compartment, root, item}: ProposalPlace): boolean {
  return accessFor(person, stage, compartment, root, item) === 'write';
}
