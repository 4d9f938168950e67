import type {CompartmentId, ItemId, ParticipantId, PlanId, SessionId, TraceId} from '@goldthread/schema';

/** What came of an item of the child's. Days are `YYYY-MM-DD`. */
export type TraceEntry =
  /** Why it isn't in the plan. */
  | {readonly act: 'reason'; readonly words: string}
  /** What was done because of it, and on which day (domain 5.2, step 11). */
  | {readonly act: 'done'; readonly words: string; readonly on: string}
  /** What in the plan was written because of it, where only a few read it: nothing there may lead to it (ruling 23). */
  | {readonly act: 'linked'; readonly to: ItemId};

/**
 * One thing that somebody said or did because of what the child said. Never changed afterwards, but that its author may take it back.
 * It has the readers of its compartment who read the item too, and moves as comments do.
 */
export interface TraceRecord {
  readonly id: TraceId;
  readonly planId: PlanId;
  readonly compartmentId: CompartmentId;
  readonly itemId: ItemId;
  readonly by: ParticipantId;
  readonly sessionId: SessionId;
  readonly at: number;
  readonly entry: TraceEntry;
  readonly takenBackAt: number | null;
}
