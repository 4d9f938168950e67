import type {CompartmentId, HouseSessionId, ParticipantId, PlanId, SessionId} from '@goldthread/schema';

/** What is written down about a session with the child (domain 5.2), at its start or as it goes on. */
export interface HouseSessionWords {
  readonly place: string;
  /** Names of everybody who was there. */
  readonly present: readonly string[];
  /** What was asked or shown. */
  readonly prompts: readonly string[];
  /** What the child was told about who sees it and what can't stay secret. */
  readonly limitsTold: string;
  /** Whether a parent was told before; where not, why and who decided. */
  readonly parentTold: string;
  /** How it was read back, and what the child changed. */
  readonly readBack: string;
  /** How it ended. */
  readonly endedBy: string;
  /** To whom it was presented back, when, and what they said. */
  readonly presented: string;
  /** What was done because of it, as the child was told. */
  readonly feedback: string;
}

/**
 * One session in which somebody listens to the child and may write for the child, until what was written has been read back. Sealed
 * for whoever held it and the lead of the plan.
 */
export interface HouseSessionRecord extends HouseSessionWords {
  readonly id: HouseSessionId;
  readonly planId: PlanId;
  readonly compartmentId: CompartmentId;
  /** Whose words they are. */
  readonly speaker: ParticipantId;
  /** Who asks, and writes for the child. */
  readonly scribe: ParticipantId;
  readonly sessionId: SessionId;
  readonly beganAt: number;
  /** From then on only the child writes. */
  readonly readBackAt: number | null;
  readonly endedAt: number | null;
}

/** After so long a session is over, whether or not anybody said so. */
export const HOUSE_SESSION_MS = 12 * 3_600_000;

/** Whether somebody may still write for the child in it. */
export function isWriting({beganAt, readBackAt, endedAt}: HouseSessionRecord, now: number): boolean {
  return readBackAt === null && endedAt === null && now < beganAt + HOUSE_SESSION_MS;
}
