import type {AuditAction, CompartmentId, ItemId, ParticipantId, PlanId, SessionId} from '@goldthread/schema';

/** One thing that somebody did on a plan. Never changed once it is written. */
export interface AuditEntry {
  readonly planId: PlanId;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  /** `null` is the administrator or the server itself. */
  readonly actor: ParticipantId | null;
  readonly sessionId: SessionId | null;
  readonly action: AuditAction;
  /** Whose readers may see this entry; `null` where it says nothing of any document's words. */
  readonly compartmentId: CompartmentId | null;
  readonly itemIds: readonly ItemId[];
  /** Whom it was done to, for instance the person who was invited. */
  readonly subject: ParticipantId | null;
  /** Codes, dates and counts. Never words of a plan, nor the name or id of anybody but `actor` and `subject`. */
  readonly detail: Readonly<Record<string, string>>;
}

/** Which part of a plan's audit is asked for. */
export interface AuditPage {
  /** Only what was done before this moment. */
  readonly before?: number;
  /** About how many entries; those of one moment are never parted, so there may be more. */
  readonly limit?: number;
}
