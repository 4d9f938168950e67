import type {CompartmentId, PlanId} from '@goldthread/schema';
import type {CopiedRun} from './copy-watch.ts';
import type {Seat} from './live-plan.ts';
import type {RoomRegistry} from './room-registry.ts';

/** Somebody at a session, and the document into which they write. */
export interface CopyTarget extends Seat {
  readonly compartmentId: CompartmentId;
}

/** Where it is decided that words of a withheld document may stand where more people read. */
export class CopyDesk {
  readonly #rooms: RoomRegistry;

  constructor(rooms: RoomRegistry) {
    this.#rooms = rooms;
  }

  /**
   * The words of a text that somebody would copy into a document: from withheld ones that they receive, and that not everybody
   * receives who reads there. None while nobody has the plan open.
   */
  async copiedIn(planId: PlanId, to: CopyTarget, text: string): Promise<readonly CopiedRun[]> {
    const plan = await this.#rooms.planIfOpen(planId);
    const rights = plan?.rights(to, to.compartmentId) ?? null;
    return plan === null || rights === null ? [] : plan.copies.copiedIn(text, {plan, rights, ...to});
  }

  /** Lets somebody bring these words there, as long as somebody has the plan open. */
  async allow(
    planId: PlanId,
    {participantId, compartmentId}: CopyTarget,
    runs: readonly CopiedRun[],
  ): Promise<void> {
    const plan = await this.#rooms.planIfOpen(planId);
    plan?.copies.allow(participantId, compartmentId, runs);
  }
}
