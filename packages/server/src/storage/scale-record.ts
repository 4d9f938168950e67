import type {
  CompartmentId,
  ItemId,
  ParticipantId,
  PlanId,
  RatingId,
  ScaleId,
  SessionId,
} from '@goldthread/schema';

/** Whose number it is: a person's own, or one that a plan file gives for an agency and nobody by name. */
export type Rater = `person:${string}` | `agency:${string}`;

/** One number that somebody placed on a scale, once. Never changed: a new one is a new rating. */
export interface Rating {
  readonly id: RatingId;
  readonly rater: Rater;
  /** In which session it was placed; `null` where it comes from a plan file. */
  readonly sessionId: SessionId | null;
  /** `null` where a plan file doesn't say when. */
  readonly at: number | null;
  /** From 0 to 10. */
  readonly value: number;
  readonly words: string;
  readonly whyNotLower: string;
  readonly oneHigher: string;
}

/** That somebody showed everybody the numbers that were placed until then. */
export interface Reveal {
  readonly by: ParticipantId | null;
  readonly at: number;
  readonly ratings: readonly RatingId[];
}

/**
 * A scale with its two ends and every number that was ever placed on it (domain 4.3). Until a reveal each number is its owner's
 * alone. Whoever receives its compartment reads the rest; all of it is stored sealed with the key of that compartment.
 */
export interface ScaleRecord {
  readonly id: ScaleId;
  readonly planId: PlanId;
  readonly compartmentId: CompartmentId;
  /** The danger statement whose scale it is; none for the child's safety as a whole. */
  readonly about?: ItemId;
  /** What 0 means, and what 10 means. */
  readonly zero: string;
  readonly ten: string;
  readonly madeAt: number;
  /** Oldest first. */
  readonly ratings: readonly Rating[];
  readonly reveals: readonly Reveal[];
}

/** Where the scales of plans are read. Written as a record change. [27] */
export interface StoredScales {
  of(planId: PlanId): Promise<readonly ScaleRecord[]>;
}
