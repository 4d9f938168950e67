import type {Connection} from './connection.ts';
import type {FrameHandler} from './frame-handler.ts';
import {FramesInWait, isHeldUp} from './frames-in-wait.ts';
import type {Outbox} from './outbox.ts';
import {durablePacket} from './packet.ts';
import type {Room} from './room.ts';
import type {SyncPorts} from './sync-server.ts';
import {Turn} from './turn.ts';

interface Inbound {
  readonly connection: Connection;
  readonly bytes: Uint8Array;
}

/** Something that the server itself does between frames, with a consistent document in its hands. */
type Job = (turn: Turn) => void;

/** What the loop asks of whoever owns the rooms. */
export interface LoopOwner {
  /** The commit of these rooms failed: nothing of it may be told, and their copies can't be trusted. */
  commitFailed(rooms: ReadonlySet<Room>): void;
}

/**
 * The only place where documents change. One turn takes what arrived while the last commit ran, applies it, writes all of
 * it in one commit, and only then acknowledges, broadcasts and answers. There is no fixed wait: when little arrives a
 * turn is one frame, under load turns grow.
 */
export class CommitLoop {
  readonly #ports: SyncPorts;
  readonly #frames: FrameHandler;
  readonly #outbox: Outbox;
  readonly #owner: LoopOwner;
  readonly #waiting: FramesInWait;
  #inbox: Inbound[] = [];
  #writes: Job[] = [];
  #reads: (() => void)[] = [];
  #alone: (() => Promise<void>)[] = [];
  #scheduled = false;
  #running = false;
  #idle: (() => void)[] = [];

  constructor(ports: SyncPorts, frames: FrameHandler, outbox: Outbox, owner: LoopOwner) {
    this.#ports = ports;
    this.#frames = frames;
    this.#outbox = outbox;
    this.#owner = owner;
    this.#waiting = new FramesInWait(ports, {
      wake: () => this.wake(),
      cannotRead: room => owner.commitFailed(new Set([room])),
    });
  }

  /** Takes a frame from a connection. */
  receive(connection: Connection, bytes: Uint8Array): void {
    this.#inbox.push({connection, bytes});
    this.wake();
  }

  /** Runs `job` within the next turn, before its commit. */
  write(job: Job): void {
    this.#writes.push(job);
    this.wake();
  }

  /** Runs `job` when every document in memory is as it is on disk. */
  read(job: () => void): void {
    if (!this.#running && this.#writes.length === 0) {
      job();
      return;
    }
    this.#reads.push(job);
    this.wake();
  }

  /** Runs `job` when every document in memory is as it is on disk, and nothing else until it is done. */
  alone<T>(job: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#alone.push(() => job().then(resolve, reject));
      this.wake();
    });
  }

  /** Resolves once nothing is left to do. */
  settled(): Promise<void> {
    return new Promise(resolve => {
      this.#idle.push(resolve);
      this.wake();
    });
  }

  wake(): void {
    if (this.#scheduled || this.#running) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#running = true;
    const turn = new Turn();
    this.#takeFrames(turn);
    this.#takeWrites(turn);
    await this.#commit(turn);
    await decided(turn);
    this.#tell(turn);
    for (const job of this.#alone.splice(0)) await job();
    this.#running = false;
    for (const job of this.#reads.splice(0)) job();
    this.#outbox.flush();
    this.#next();
  }

  #next(): void {
    const isWaiting = this.#writes.length + this.#alone.length > 0;
    if (isWaiting || this.#inbox.some(({connection}) => !isHeldUp(connection.room))) {
      this.wake();
    } else if (this.#inbox.length === 0) {
      for (const resolve of this.#idle.splice(0)) resolve();
    }
  }

  #takeFrames(turn: Turn): void {
    const {framesPerTick} = this.#ports.limits;
    const inbox = this.#inbox;
    this.#inbox = inbox.length > framesPerTick ? inbox.slice(framesPerTick) : [];
    const count = Math.min(inbox.length, framesPerTick);
    const waiting: Inbound[] = [];
    for (let index = 0; index < count; index += 1) {
      const inbound = inbox[index];
      if (inbound === undefined) break;
      const {connection} = inbound;
      if (connection.cut || connection.refused || connection.room.spoiled) continue;
      if (this.#waiting.has(connection, inbound.bytes)) waiting.push(inbound);
      else this.#takeFrame(inbound, turn);
    }
    if (waiting.length > 0) this.#inbox = [...waiting, ...this.#inbox];
  }

  /** A fault of our own must not take every room down: it costs the connection whose frame met it. */
  #takeFrame({connection, bytes}: Inbound, turn: Turn): void {
    try {
      this.#frames.handle(connection, bytes, turn);
    } catch {
      const {room, sessionId} = connection;
      this.#ports.metrics.count('sync_incidents_total', 'fault');
      this.#ports.logger.error(
        {code: 'FAULT', compartmentId: room.compartment.id, sessionId},
        'frame failed',
      );
      room.document.reload();
      room.resetCarry();
      turn.acknowledge.delete(connection);
      connection.close('tryAgain');
    }
  }

  #takeWrites(turn: Turn): void {
    for (const job of this.#writes.splice(0)) job(turn);
  }

  /**
   * Writes everything in one commit. If that fails each plan is written by itself, so that one whose rows can't be stored
   * costs nobody else anything.
   */
  async #commit(turn: Turn): Promise<void> {
    const all = [...turn.rooms];
    if (all.length === 0) return;
    if (!(await this.#store(all))) {
      const plans = Map.groupBy(all, room => room.plan);
      for (const rooms of plans.values()) {
        if (plans.size > 1 && (await this.#store(rooms))) continue;
        for (const room of rooms) turn.rooms.delete(room);
        this.#owner.commitFailed(new Set(rooms));
      }
    }
    this.#ports.metrics.count('sync_updates_total', undefined, turn.updates);
  }

  async #store(rooms: readonly Room[]): Promise<boolean> {
    const started = performance.now();
    try {
      const records = rooms.flatMap(room => room.pendingRecords);
      await this.#ports.storage.commit(
        rooms.map(room => room.toAppend()),
        records,
      );
    } catch (error) {
      this.#ports.metrics.count('sync_commit_failures_total');
      this.#ports.logger.error({code: codeOf(error), count: rooms.length}, 'commit failed');
      return false;
    }
    this.#ports.metrics.timing('sync_commit_ms', performance.now() - started);
    this.#ports.metrics.count('sync_commits_total');
    return true;
  }

  #tell(turn: Turn): void {
    for (const room of turn.rooms) this.#tellRoom(room);
    for (const {rooms, resolve, reject} of turn.writes) {
      if (rooms.every(room => turn.rooms.has(room))) resolve();
      else reject(new Error('The change could not be stored.'));
    }
    for (const answer of turn.after) answer();
    for (const connection of turn.acknowledge) {
      const upTo = connection.held === null ? connection.frames : connection.held.frame - 1;
      this.#outbox.send(connection, durablePacket(upTo));
    }
    const now = turn.presence.size === 0 ? 0 : this.#ports.clock.now();
    for (const [connection, frame] of turn.presence) {
      if (connection.cut) continue;
      const told = connection.room.presence.receive(connection, frame, now);
      if (told !== null) connection.room.tell(this.#outbox, told, connection);
    }
    for (const {connection, packets} of turn.goodbyes) {
      for (const packet of packets) this.#outbox.send(connection, packet);
      connection.close('refused');
    }
  }

  #tellRoom(room: Room): void {
    const {pending} = room;
    room.pending = [];
    room.pendingItems = [];
    room.pendingCarry = [];
    room.pendingRefusals = [];
    room.pendingRecords = [];
    const packets = room.document.committed(pending.map(({row}) => row));
    for (const [index, packet] of packets.entries()) {
      room.tell(this.#outbox, packet, pending[index]?.author ?? null);
    }
  }
}

/** Waits until it is known who may hear of what was committed. */
async function decided({rooms}: Turn): Promise<void> {
  for (const {plan} of rooms) while (plan.deciding > 0) await plan.decided;
}

/** A code that may be logged; the message of a database error may hold what was being written. */
function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : 'UNKNOWN';
}
