import type {ItemId, ParticipantId, Party, PlanId, ProposalId, RootName, SessionId} from '@goldthread/schema';
import type {CompartmentId} from '@goldthread/schema';
import type {PmJson} from '@goldthread/schema/prosemirror';
import type {ProposalState, ProposalStep} from '@goldthread/schema/proposals';

/** Something that was done to a proposal, once. */
export interface StepTaken {
  readonly step: ProposalStep;
  readonly by: ParticipantId;
  readonly party: Party;
  readonly at: number;
  /** In the words of whoever did it; empty for none. */
  readonly reason: string;
}

/**
 * Other words that a party suggests for an item. What it suggests stands in the item's document below the root `p:` and its id; this
 * record has the readers of that document, is stored sealed with its key, and is answered and never changed otherwise (ruling 22).
 */
export interface ProposalRecord {
  readonly id: ProposalId;
  readonly planId: PlanId;
  readonly compartmentId: CompartmentId;
  /** The item for which other words are suggested. */
  readonly itemId: ItemId;
  /** The item below the root of the proposal that holds them. */
  readonly wordingId: ItemId;
  readonly party: Party;
  readonly by: ParticipantId;
  readonly sessionId: SessionId;
  readonly at: number;
  readonly reason: string;
  /** The item as it was when the words were suggested. */
  readonly base: PmJson;
  /** The proposal that these words answer; `null` where they were the first. */
  readonly answersTo: ProposalId | null;
  readonly state: ProposalState;
  /** Oldest first. */
  readonly steps: readonly StepTaken[];
  /**
   * Its item went into a withheld document, and everything that was said went along. What is left keeps the root known as that of a
   * deleted item's proposal is, and is shown to nobody.
   */
  readonly hasMoved: boolean;
}

/** The root below which a proposal's wording stands. */
export function proposalRoot(id: ProposalId): RootName {
  return `p:${id}`;
}
