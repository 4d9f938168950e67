import type {ParticipantId, Role} from '@goldthread/schema';
import type {OpenRecords, Plan, Ref} from '@goldthread/schema/json';
import type {PlanRecord} from '../storage/index.ts';

/** A change that gives somebody more access and waits for a second person. */
export interface PendingAccess {
  readonly participantId: ParticipantId;
  readonly role?: Role | undefined;
  readonly lead?: boolean | undefined;
  readonly accessEndsAt?: number | null | undefined;
  /** Who asked; `null` is the administrator. Somebody else has to approve. */
  readonly askedBy: ParticipantId | null;
  readonly askedAt: number;
}

/** What is known of a plan beside its wording, its people and what decides access. */
export interface PlanFacts {
  readonly child: Plan['child'];
  /** Records that everyone on the plan may see, but for people hidden from a reader. */
  readonly records: OpenRecords;
  /** In which Three Houses session an item was said, by item id. */
  readonly itemSessions: Readonly<Record<string, Ref>>;
  /** Changes of access that wait, at most one for each person. */
  readonly pending: readonly PendingAccess[];
  /** Which example this plan was made from; absent for a real plan. */
  readonly demo?: string | undefined;
}

/** The facts of a stored plan. */
export function readFacts(plan: PlanRecord): PlanFacts {
  // Only writeFacts ever wrote this text.
  return JSON.parse(plan.facts) as PlanFacts;
}

/** Facts as they are stored. */
export function writeFacts(facts: PlanFacts): string {
  return JSON.stringify(facts);
}
