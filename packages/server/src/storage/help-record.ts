import type {
  CompartmentId,
  HelpCallId,
  HelpOutcome,
  ItemId,
  ParticipantId,
  PlanId,
  SessionId,
} from '@goldthread/schema';

/** What somebody decided who was asked to help. */
export interface HelpDecision {
  readonly by: ParticipantId;
  readonly at: number;
  readonly outcome: HelpOutcome;
  readonly words: string;
  /** What the child was told. */
  readonly childTold: string;
  /** Whether the item stays kept from those whom it names. */
  readonly keepsSealed: boolean;
}

/**
 * That a child asked for help with an item, or said in it what may tell of harm (domain 5.6). It moves with the item and is sealed
 * with the key of its compartment; only those who were asked ever learn that it is there.
 */
export interface HelpRecord {
  readonly id: HelpCallId;
  readonly planId: PlanId;
  readonly compartmentId: CompartmentId;
  readonly itemId: ItemId;
  readonly by: ParticipantId;
  readonly sessionId: SessionId;
  readonly at: number;
  /** The child said so, or the words did. */
  readonly how: 'asked' | 'words';
  /** Whom the words name; none of them reads the item until somebody decided that they may. */
  readonly named: readonly ParticipantId[];
  /** Who is asked to decide the same day. */
  readonly asked: readonly ParticipantId[];
  /** Oldest first; the newest counts. */
  readonly decisions: readonly HelpDecision[];
  readonly escalatedAt: number | null;
}
