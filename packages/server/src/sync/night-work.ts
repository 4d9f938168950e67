import {renewKeysWithout, type DocumentName} from '../storage/index.ts';
import type {Caretaker} from './caretaker.ts';
import type {CommitLoop} from './commit-loop.ts';
import type {RoomRegistry} from './room-registry.ts';
import type {SyncPorts} from './sync-server.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Two o'clock UTC, which is two or three in England: nobody meets then. */
const NIGHT = 2 * HOUR;
/** How long a ticket is kept at least. */
const TICKET_DAYS = 30;
/** After somebody was in the way, or a fault. */
const TRY_AGAIN_AFTER = 60_000;

/** The newest moment, up to now, at which a night's work was due. */
export function lastNight(now: number): number {
  return Math.floor((now - NIGHT) / DAY) * DAY + NIGHT;
}

/**
 * Each night, and after a start that follows a missed one, folds the log of every document that changed into a snapshot without
 * what was deleted, and takes the old bytes out of every file. All of these documents, whatever happened in them, and in the
 * same lineage: a document from which something was withheld fares like one in which somebody mended a word (ruling 12).
 * What people could read whose access ended meanwhile is sealed under new keys first, and old tickets that were never written
 * with are forgotten.
 */
export class NightWork {
  readonly #ports: SyncPorts;
  readonly #rooms: RoomRegistry;
  readonly #loop: CommitLoop;
  readonly #caretaker: Caretaker;
  /** Not before this; unknown until storage was asked. */
  #nextAt: number | null = null;
  #working: Promise<void> | null = null;
  #isOver = false;

  constructor(ports: SyncPorts, rooms: RoomRegistry, loop: CommitLoop, caretaker: Caretaker) {
    this.#ports = ports;
    this.#rooms = rooms;
    this.#loop = loop;
    this.#caretaker = caretaker;
  }

  /** Begins the night's work if it is due and not under way. */
  look(now: number): void {
    const isDue = this.#nextAt === null || now >= this.#nextAt;
    if (!isDue || this.#working !== null || this.#isOver) return;
    this.#working = this.#work(now)
      .catch(() => {
        this.#nextAt = now + TRY_AGAIN_AFTER;
        this.#ports.logger.error({code: 'NIGHT'}, 'the work of a night could not be done');
      })
      .finally(() => {
        this.#working = null;
      });
  }

  /** Leaves off after the document in hand. */
  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#working;
  }

  async #work(now: number): Promise<void> {
    const {upkeep} = this.#ports.storage;
    const doneAt = await upkeep.nightDoneAt();
    // Where there was no night yet there is nothing that could have stayed too long.
    const isDue = doneAt !== null && doneAt < lastNight(now);
    if (isDue) await this.#renewKeys(doneAt, now);
    if (isDue) await this.#forgetTickets(now);
    if (isDue && !(await this.#foldAll())) {
      this.#nextAt = now + TRY_AGAIN_AFTER;
      return;
    }
    if (isDue || doneAt === null) await upkeep.noteNight(now);
    this.#nextAt = lastNight(now) + DAY;
  }

  /** New keys wherever somebody could read whose access ended by itself since the last night. */
  async #renewKeys(since: number, now: number): Promise<void> {
    const {storage} = this.#ports;
    for (const {id} of await storage.plans()) {
      for (const person of await storage.participants(id)) {
        const end = person.accessEndsAt;
        if (end !== null && end > since && end <= now) await renewKeysWithout(storage, id, person.id);
      }
    }
  }

  /** A client id that wrote nothing until its session was over never will, so nobody has to know whose it was. */
  async #forgetTickets(now: number): Promise<void> {
    const {upkeep} = this.#ports.storage;
    // A day, so that nothing of that session is still on its way.
    const age = {madeBefore: now - TICKET_DAYS * DAY, overBefore: now - DAY};
    for (const id of await upkeep.oldTickets(age)) {
      if (this.#isOver) return;
      await upkeep.forgetTickets(id, age);
    }
  }

  /** `false` where it has to be tried again. */
  async #foldAll(): Promise<boolean> {
    const {upkeep} = this.#ports.storage;
    for (const name of await upkeep.tails()) {
      if (this.#isOver) return false;
      await this.#fold(name);
    }
    return upkeep.scrub();
  }

  async #fold({planId, compartmentId}: DocumentName): Promise<void> {
    const room = await this.#rooms.open(planId, compartmentId);
    if (room === null) return;
    try {
      await new Promise<void>(resolve => {
        this.#loop.read(() => {
          void this.#caretaker.compact(room).then(resolve);
        });
      });
    } finally {
      room.holds -= 1;
    }
  }
}
