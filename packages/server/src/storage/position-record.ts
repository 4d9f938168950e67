import type {
  CompartmentId,
  ItemId,
  ParticipantId,
  Party,
  PlanId,
  PositionId,
  SessionId,
  Stance,
} from '@goldthread/schema';

/**
 * What one party said of one item, once. Never changed afterwards: a party that thinks otherwise says so anew, and the newest
 * counts. It has the readers of its item, moves with it, and is stored sealed with the key of its compartment (ruling 22).
 */
export interface PositionRecord {
  readonly id: PositionId;
  readonly planId: PlanId;
  readonly compartmentId: CompartmentId;
  readonly itemId: ItemId;
  readonly party: Party;
  /** Who said it for the party; `null` where a plan file names nobody. */
  readonly by: ParticipantId | null;
  readonly sessionId: SessionId | null;
  /** `null` where a plan file doesn't say when. */
  readonly at: number | null;
  readonly stance: Stance;
  readonly words: string;
  /** What the item said then, as a hash, so that it can be computed whether it says something else now. */
  readonly saw: string;
}
