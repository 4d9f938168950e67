import {canonicalHash} from '@goldthread/schema/ydoc';
import type {RootName} from '@goldthread/schema';
import type {CommitLoop} from './commit-loop.ts';
import type {Connection} from './connection.ts';
import type {Outbox} from './outbox.ts';
import {messagePacket, presencePacket} from './packet.ts';
import type {Room} from './room.ts';
import type {RoomRegistry} from './room-registry.ts';
import {encodeStateVector} from './state-vector.ts';
import type {SyncPorts} from './sync-server.ts';

/** Tells nobody's presence: a message that every y-websocket client takes and that says nothing. */
const KEEP_ALIVE = presencePacket([]);

/**
 * Does what can wait, off the path of an edit: content hashes when a document falls silent, compaction, cursor moves that
 * were held back, heartbeats, sessions that ran out, rooms that nobody needs.
 */
export class Caretaker {
  readonly #ports: SyncPorts;
  readonly #rooms: RoomRegistry;
  readonly #loop: CommitLoop;
  readonly #outbox: Outbox;

  constructor(ports: SyncPorts, rooms: RoomRegistry, loop: CommitLoop, outbox: Outbox) {
    this.#ports = ports;
    this.#rooms = rooms;
    this.#loop = loop;
    this.#outbox = outbox;
  }

  /** Looks around once. */
  sweep(): void {
    const now = this.#ports.clock.now();
    for (const room of [...this.#rooms.rooms()]) {
      this.#passOnLateMoves(room, now);
      for (const connection of room.connections) this.#beat(connection, now);
      this.#lookAfter(room, now);
    }
    this.#outbox.flush();
  }

  /** Stores a room's document as one snapshot. The rows that it holds keep who and when. */
  async compact(room: Room): Promise<void> {
    if (room.compacting || room.spoiled) return;
    room.compacting = true;
    try {
      const snapshot = room.document.snapshot();
      if (snapshot === null) {
        this.#incident(room, 'PENDING');
        return;
      }
      await this.#ports.storage.saveSnapshot(room.plan.id, room.plan.token, room.compartment.id, snapshot);
      room.document.compacted(snapshot);
      this.#ports.metrics.count('sync_compactions_total');
    } catch {
      this.#incident(room, 'COMPACTION');
    } finally {
      room.compacting = false;
    }
  }

  /** Compacts a document that leaves memory, if more rows stand beside its snapshot than may then. */
  async compactAtRest(room: Room): Promise<void> {
    if (room.document.tailRows > this.#rowsKeptAtRest(room)) await this.compact(room);
  }

  #lookAfter(room: Room, now: number): void {
    const {limits} = this.#ports;
    if (room.connections.size > 0 || room.holds > 0 || room.hasPending) room.usedAt = now;
    const silence = now - room.editedAt;
    if (silence >= limits.checkAfterMs && room.unchecked.size > 0) {
      this.#loop.read(() => {
        this.#sendHashes(room);
      });
    }
    if (now - room.usedAt >= limits.unloadAfterMs) {
      this.#loop.read(() => void this.#unload(room));
      return;
    }
    if (room.document.tailRows > this.#rowsKept(room, silence)) {
      this.#loop.read(() => void this.compact(room));
    }
    if (room.document.isLive && silence >= limits.restAfterMs) {
      this.#loop.read(() => {
        if (!room.hasPending) room.document.reload();
      });
    }
  }

  /**
   * How many rows may stay beside the snapshot after some silence. After the time in which a room that nobody has open
   * leaves memory it is as many as then: whether a document is compacted shows in how it is sent, and must not tell
   * whether somebody unseen had it open.
   */
  #rowsKept(room: Room, silence: number): number {
    const {limits} = this.#ports;
    if (silence < limits.checkAfterMs) return limits.compactRowsAtOnce;
    return silence < limits.unloadAfterMs ? limits.compactRows : this.#rowsKeptAtRest(room);
  }

  /** None where an item was taken out, by whomever: whoever comes next is not to be sent it with the rows. */
  #rowsKeptAtRest({document}: Room): number {
    return document.hasRemains ? 0 : this.#ports.limits.compactRowsOnUnload;
  }

  async #unload(room: Room): Promise<void> {
    if (room.compacting) return;
    await this.compactAtRest(room);
    if (room.connections.size === 0 && room.holds === 0 && !room.hasPending) this.#rooms.drop(room);
  }

  #sendHashes(room: Room): void {
    const {document, unchecked} = room;
    const hashes: Partial<Record<RootName, string>> = {};
    for (const root of unchecked) hashes[root] = canonicalHash(document.doc, root);
    unchecked.clear();
    const stateVector = Buffer.from(encodeStateVector(document.stateVector)).toString('base64');
    room.tell(this.#outbox, messagePacket({kind: 'check', stateVector, hashes}), null);
    this.#outbox.flush();
  }

  #passOnLateMoves(room: Room, now: number): void {
    for (const {connection, packet} of room.presence.lateMoves(now))
      room.tell(this.#outbox, packet, connection);
  }

  #beat(connection: Connection, now: number): void {
    if (now >= connection.session.expiresAt) {
      connection.revoke('signedOut');
      return;
    }
    const {heartbeatMs} = this.#ports.limits;
    if (now - connection.beatAt < heartbeatMs) return;
    connection.beatAt = now;
    if (!connection.heard) {
      connection.terminate();
      return;
    }
    connection.beat(KEEP_ALIVE);
    // Every third beat, so that a session that ran out is noticed within a minute or so.
    if (now - connection.sessionCheckedAt >= 3 * heartbeatMs) void this.#checkSession(connection, now);
  }

  async #checkSession(connection: Connection, now: number): Promise<void> {
    connection.sessionCheckedAt = now;
    const session = await this.#ports.directory.session(connection.sessionId).catch(() => connection.session);
    if (session === null) connection.revoke('signedOut');
  }

  #incident(room: Room, code: string): void {
    this.#ports.metrics.count('sync_incidents_total', code);
    this.#ports.logger.error({code, compartmentId: room.compartment.id}, 'a document could not be compacted');
  }
}
