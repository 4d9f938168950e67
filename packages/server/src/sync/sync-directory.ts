import type {
  CompartmentFacts,
  Participant,
  ParticipantId,
  PlanId,
  PlanType,
  SessionId,
  Stage,
} from '@goldthread/schema';
import type {Emergency, SessionReach, TicketRecord} from '../storage/index.ts';

/** Who a ticket stands for. */
export type TicketHolder = Omit<TicketRecord, 'ticketHash' | 'createdAt'>;

/** A Three Houses session that is open now: what the scribe writes is the speaker's. */
export interface OpenVoiceSession {
  readonly speaker: ParticipantId;
  readonly scribe: ParticipantId;
}

/** Every record of a plan on which access depends, as it is now. */
export interface PlanAccess {
  readonly planType: PlanType;
  readonly stage: Stage;
  /** The people who have access now; whoever isn't in the list has none. */
  readonly participants: readonly Participant[];
  readonly compartments: readonly CompartmentFacts[];
  readonly voiceSession: OpenVoiceSession | null;
  /** What people may read for a while because they broke the glass. */
  readonly emergencies: readonly Emergency[];
  /** When this answer ends by itself, because somebody's access or an emergency does; milliseconds, `null` for never. */
  readonly validUntil: number | null;
}

/** What the sync server asks about people. It decides nothing: access is `accessFor` of these facts. */
export interface SyncDirectory {
  /** The holder of a ticket, whether or not the session has ended since; `null` for anything that isn't a ticket. */
  resolveTicket(ticket: string): Promise<TicketHolder | null>;
  /**
   * How much of its holder's access a session gives; `null` once it is over. Asked when a socket opens, when something
   * changed, and now and then.
   */
  session(sessionId: SessionId): Promise<SessionReach | null>;
  /** The facts of a plan, or `null` if there is no such plan. */
  accessFacts(planId: PlanId): Promise<PlanAccess | null>;
}
