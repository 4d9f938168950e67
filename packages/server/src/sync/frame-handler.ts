import {decodeClientMessage, decodeFrame, LIMITS, REFUSALS} from '@goldthread/schema/wire';
import type {Refusal} from '../gate/index.ts';
import {assertNever} from '@goldthread/schema';
import type {Connection} from './connection.ts';
import {isEmptyUpdate} from './frames-in-wait.ts';
import type {Lockout} from './lockout.ts';
import type {Outbox} from './outbox.ts';
import {durablePacket, messagePacket} from './packet.ts';
import type {SyncPorts} from './sync-server.ts';
import type {Turn} from './turn.ts';
import type {UpdateWriter} from './update-writer.ts';

/** Deals with one frame within a turn. What it wants to say waits in the turn until the commit is on disk. */
export class FrameHandler {
  readonly #ports: SyncPorts;
  readonly #writer: UpdateWriter;
  readonly #outbox: Outbox;
  readonly #lockout: Lockout;

  constructor(ports: SyncPorts, writer: UpdateWriter, outbox: Outbox, lockout: Lockout) {
    this.#ports = ports;
    this.#writer = writer;
    this.#outbox = outbox;
    this.#lockout = lockout;
  }

  handle(connection: Connection, bytes: Uint8Array, turn: Turn): void {
    const decoded = decodeFrame(bytes);
    if (!decoded.ok) {
      this.#malformed(connection, decoded.error);
      return;
    }
    const frame = decoded.value;
    switch (frame.kind) {
      case 'syncStep1':
        turn.after.push(() => {
          this.#answer(connection, frame.stateVector);
        });
        return;
      case 'syncStep2':
        this.#update(connection, frame.update, true, turn);
        return;
      case 'update':
        this.#update(connection, frame.update, false, turn);
        return;
      case 'awareness':
        turn.presence.set(connection, bytes);
        return;
      case 'queryAwareness':
        turn.after.push(() => {
          const others = connection.room.presence.everybodyElse(connection);
          if (others !== null) this.#outbox.send(connection, others);
        });
        return;
      case 'goldthread':
        this.#message(connection, frame.bytes);
        return;
      default:
        assertNever(frame);
    }
  }

  #update(connection: Connection, update: Uint8Array, isStep2: boolean, turn: Turn): void {
    connection.frames += 1;
    turn.updates += 1;
    turn.acknowledge.add(connection);
    if (isEmptyUpdate(update)) {
      if (isStep2) this.#releaseHeld(connection, turn);
      return;
    }
    const refusal = this.#write(connection, update, turn);
    if (refusal === null) {
      if (isStep2) this.#releaseHeld(connection, turn);
    } else if (refusal.code === 'MISSING_DEPS' && !isStep2 && this.#hold(connection, update)) {
      if (connection.held?.count === 1) this.#ask(connection, turn);
    } else {
      this.#refuse(connection, connection.frames, refusal, turn);
    }
  }

  #write(connection: Connection, update: Uint8Array, turn: Turn): Refusal | null {
    const outcome = this.#writer.receive(connection, update);
    if (outcome === 'pending') turn.rooms.add(connection.room);
    return typeof outcome === 'string' ? null : outcome;
  }

  /**
   * An update whose past is missing isn't hostile right after a reconnect: the client's answer to sync step 1 brings that
   * past. One frame is kept; a later one replaces it, since the answer holds everything sent before it.
   */
  #hold(connection: Connection, update: Uint8Array): boolean {
    const count = (connection.held?.count ?? 0) + 1;
    if (update.length > LIMITS.danglingBytes || count > this.#ports.limits.danglingFrames) return false;
    const frame = connection.held?.frame ?? connection.frames;
    connection.held = {frame, update: update.slice(), count};
    return true;
  }

  #ask(connection: Connection, turn: Turn): void {
    turn.after.push(() => {
      this.#outbox.send(connection, connection.room.document.step1);
    });
  }

  #releaseHeld(connection: Connection, turn: Turn): void {
    const {held} = connection;
    if (held === null) return;
    connection.held = null;
    const refusal = this.#write(connection, held.update, turn);
    if (refusal !== null) this.#refuse(connection, held.frame, refusal, turn);
  }

  /** Nothing more of this client counts: what it writes from here on builds on what was refused. */
  #refuse(connection: Connection, frame: number, {code, where}: Refusal, turn: Turn): void {
    const {room, participantId, sessionId, cid} = connection;
    const now = this.#ports.clock.now();
    turn.acknowledge.delete(connection);
    connection.refused = true;
    room.pendingRefusals.push({at: now, participantId, sessionId, cid, code});
    turn.rooms.add(room);
    const refused = messagePacket({kind: 'refused', frame, code, message: REFUSALS[code]});
    // What came before it is on disk by the time this is sent, but for what was held and is lost now.
    const upTo = Math.min(frame, connection.held?.frame ?? frame) - 1;
    turn.goodbyes.push({connection, packets: [durablePacket(upTo), refused]});
    this.#lockout.note(participantId, room.compartment.id, now);
    this.#ports.metrics.count('sync_refusals_total', code);
    this.#ports.logger.warn(
      {code, compartmentId: room.compartment.id, participantId, sessionId, ...(where ? {root: where} : {})},
      'update refused',
    );
  }

  #answer(connection: Connection, stateVector: Uint8Array): void {
    if (connection.cut) return;
    // Asked before anything is computed, because making an answer is what costs.
    if (!connection.fullSyncs.take(1, this.#ports.clock.now())) {
      connection.close('tooFast');
      return;
    }
    const {document} = connection.room;
    const answer = document.answer(stateVector);
    if (answer === null) {
      this.#malformed(connection, 'state vector');
    } else if (answer === 'whole') {
      connection.allowance = document.bytes;
      for (const packet of document.fullSync()) this.#outbox.send(connection, packet);
    } else {
      this.#outbox.send(connection, answer);
    }
  }

  #message(connection: Connection, bytes: Uint8Array): void {
    const message = decodeClientMessage(bytes);
    if (!message.ok) {
      this.#malformed(connection, message.error);
      return;
    }
    const {compartment} = connection.room;
    this.#ports.metrics.count('sync_incidents_total', 'diverged');
    this.#ports.logger.error(
      {
        code: 'DIVERGED',
        compartmentId: compartment.id,
        sessionId: connection.sessionId,
        root: message.value.root,
      },
      'a client holds other words at the same point',
    );
  }

  #malformed(connection: Connection, code: string): void {
    const {room, sessionId} = connection;
    this.#ports.logger.warn({code, compartmentId: room.compartment.id, sessionId}, 'not a message');
    connection.close('malformed');
  }
}
