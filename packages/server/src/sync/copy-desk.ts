import {newId, type CompartmentId, type PlanId} from '@goldthread/schema';
import type {CopyId, CopyRecord, RecordChange} from '../storage/index.ts';
import {printOf} from './copy-print.ts';
import type {CopiedRun} from './copy-watch.ts';
import type {Seat} from './live-plan.ts';
import type {RoomRegistry} from './room-registry.ts';
import type {SyncPorts} from './sync-server.ts';

/** Somebody at a session, and the document into which they write. */
export interface CopyTarget extends Seat {
  readonly compartmentId: CompartmentId;
}

/** Where it is decided that words of a withheld document may stand where more people read. */
export class CopyDesk {
  readonly #ports: SyncPorts;
  readonly #rooms: RoomRegistry;

  constructor(ports: SyncPorts, rooms: RoomRegistry) {
    this.#ports = ports;
    this.#rooms = rooms;
  }

  /**
   * The words of a text that somebody would copy into a document: from withheld ones that they receive, and that not everybody
   * receives who reads there.
   */
  async copiedIn(planId: PlanId, to: CopyTarget, text: string): Promise<readonly CopiedRun[]> {
    const room = await this.#rooms.open(planId, to.compartmentId);
    if (room === null) return [];
    const {plan} = room;
    const rights = plan.rights(to, to.compartmentId);
    const runs = rights === null ? [] : plan.copies.copiedIn(text, {plan, rights, ...to});
    room.holds -= 1;
    return runs;
  }

  /** Lets somebody bring these words there from now on. `notes` are records of it, written with the decision or not at all. */
  async allow(
    planId: PlanId,
    to: CopyTarget,
    runs: readonly CopiedRun[],
    notes: readonly RecordChange[] = [],
  ): Promise<void> {
    const {storage, random, clock} = this.#ports;
    const decisions = [...Map.groupBy(runs, ({from}) => from)].map(([from, list]): CopyRecord => ({
      id: newId<CopyId>(random),
      ...{planId, from, to: to.compartmentId, by: to.participantId, at: clock.now()},
      prints: [...new Set(list.map(({words}) => printOf(words)))],
    }));
    await storage.record([...decisions.map(put => ({kind: 'copy', put}) as const), ...notes]);
    (await this.#rooms.planIfOpen(planId))?.copies.allow(decisions);
  }

  /** Forgets what was decided about words of a document, or in it, once storage has. */
  async forget(planId: PlanId, id: CompartmentId): Promise<void> {
    (await this.#rooms.planIfOpen(planId))?.copies.forget(id);
  }
}
