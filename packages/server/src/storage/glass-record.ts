import type {Brand, CompartmentId, ParticipantId, PlanId, SessionId} from '@goldthread/schema';

/** Why somebody reads in an emergency what is not meant for them. */
export const GLASS_REASONS = ['missing', 'danger', 'medical', 'court'] as const;
export type GlassReason = (typeof GLASS_REASONS)[number];

/** What became of it when a manager looked at it afterwards. */
export const GLASS_OUTCOMES = ['justified', 'notJustified', 'action'] as const;
export type GlassOutcome = (typeof GLASS_OUTCOMES)[number];

/** The id of one opening. */
export type GlassId = Brand<string, 'GlassId'>;

/** Who may read what, in which session and until when, because they broke the glass. */
export interface Emergency {
  readonly participantId: ParticipantId;
  readonly sessionId: SessionId;
  readonly compartmentIds: readonly CompartmentId[];
  readonly until: number;
}

/** How a manager judged an opening. */
export interface GlassReview {
  readonly by: ParticipantId;
  readonly at: number;
  readonly outcome: GlassOutcome;
  readonly words: string;
}

/** One opening of everything withheld that somebody may need in an emergency. Its words are stored sealed. */
export interface GlassRecord extends Emergency {
  readonly id: GlassId;
  readonly planId: PlanId;
  /** The shared compartment, with whose key the words are sealed. */
  readonly sharedId: CompartmentId;
  /** Which of them were closed again before the end, because something in them was to be kept from this person. */
  readonly closed: readonly CompartmentId[];
  readonly at: number;
  readonly reason: GlassReason;
  readonly words: string;
  /** Who was told of it at once. */
  readonly told: readonly ParticipantId[];
  readonly review: GlassReview | null;
  readonly escalatedAt: number | null;
}
