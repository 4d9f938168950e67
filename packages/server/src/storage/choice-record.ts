import type {ChoiceId, CompartmentId, ItemId, ParticipantId, PlanId} from '@goldthread/schema';

/**
 * What a child chose about one item besides who reads it. It moves with the item and is sealed with the key of its compartment, so
 * that whoever the child doesn't want to read it never learns that they were named.
 */
export interface ChoiceRecord {
  readonly id: ChoiceId;
  readonly planId: PlanId;
  readonly compartmentId: CompartmentId;
  readonly itemId: ItemId;
  /** Who should not see it. */
  readonly notWith: readonly ParticipantId[];
}
