import {newId, type CompartmentId, type ParticipantId, type PlanId} from '@goldthread/schema';
import type {CopyId, CopyRecord, RecordChange} from '../storage/index.ts';
import {printOf} from './copy-print.ts';
import type {CopiedRun} from './copy-watch.ts';
import type {Seat} from './live-plan.ts';
import type {RoomRegistry} from './room-registry.ts';
import type {ServerDocuments} from './server-documents.ts';
import type {SyncPorts} from './sync-server.ts';

/** Somebody at a session, and the document into which they write. */
export interface CopyTarget extends Seat {
  readonly compartmentId: CompartmentId;
}

/** Words that are to be written, by whom they will be read, and the documents of the plan that all of these read already. */
export interface ToBeShown {
  readonly texts: readonly string[];
  readonly readers: readonly ParticipantId[];
  readonly known: readonly CompartmentId[];
  /** The withheld document that they stand in now and come out of. */
  readonly own: CompartmentId | null;
}

/** Where it is decided that words of a withheld document may stand where more people read. */
export class CopyDesk {
  readonly #ports: SyncPorts;
  readonly #rooms: RoomRegistry;
  readonly #documents: ServerDocuments;

  constructor(ports: SyncPorts, rooms: RoomRegistry, documents: ServerDocuments) {
    this.#ports = ports;
    this.#rooms = rooms;
    this.#documents = documents;
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

  /**
   * The words of each text that somebody would show to its readers from withheld documents of which some of them receive less, but
   * for those that all of them could read before.
   */
  async shownIn(
    planId: PlanId,
    by: Seat,
    {texts, readers, known, own}: ToBeShown,
  ): Promise<readonly (readonly CopiedRun[])[]> {
    const [first] = known;
    const room = first === undefined ? null : await this.#rooms.open(planId, first);
    if (room === null) return [];
    try {
      const {plan} = room;
      const them = {plan, readers: new Set(readers), own, ...by};
      const found = texts.map(text => plan.copies.shownIn(text, them));
      const stood = new Set<string>();
      if (found.every(runs => runs.length === 0)) return found;
      for (const id of known) {
        const standing = await this.#documents.read(id, doc => plan.copies.standingIn(doc, them));
        for (const words of standing ?? []) stood.add(words);
      }
      return found.map(runs => runs.filter(({words}) => !stood.has(words)));
    } finally {
      room.holds -= 1;
    }
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
