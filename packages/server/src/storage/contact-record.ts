import type {
  AudienceChange,
  CompartmentId,
  ContactId,
  ContactKind,
  ItemId,
  ParticipantId,
  PlanId,
} from '@goldthread/schema';

/** Where somebody wrote a value who may not read it, and so can't be told; those who keep it are. */
export interface Sighting {
  readonly at: number;
  readonly by: ParticipantId;
  readonly compartmentId: CompartmentId;
  readonly itemId: ItemId;
}

/** One value of the protected contact store (class V3). It stands in no plan, log, export or audit. */
export interface ContactRecord {
  readonly id: ContactId;
  readonly planId: PlanId;
  /** What stands in a plan in its place. */
  readonly token: string;
  readonly kind: ContactKind;
  readonly value: string;
  /** Exactly its readers. */
  readonly audience: readonly ParticipantId[];
  /** `null` is whoever imported the plan. */
  readonly writtenBy: ParticipantId | null;
  readonly writtenAt: number;
  /** Other readers, for whom a second person is waited. */
  readonly asked: AudienceChange | null;
  readonly sightings: readonly Sighting[];
}
