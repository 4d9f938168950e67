import type {IncomingMessage} from 'node:http';
import type {Duplex} from 'node:stream';
import {SCHEMA_VERSION} from '@goldthread/schema/prosemirror';
import {CLOSE, type CloseName} from '@goldthread/schema/wire';
import {WebSocketServer, type WebSocket} from 'ws';
import type {Lockout} from './lockout.ts';
import type {SessionReach} from '../storage/index.ts';
import type {Rights, Seat} from './live-plan.ts';
import type {Room} from './room.ts';
import type {RoomRegistry} from './room-registry.ts';
import type {TicketHolder} from './sync-directory.ts';
import type {SyncPorts} from './sync-server.ts';
import {hangUp, NOT_FOUND, parseUpgrade, UNAVAILABLE, type UpgradeRequest} from './upgrade-request.ts';

/** Somebody who was let in. */
export interface Guest {
  readonly room: Room;
  readonly holder: TicketHolder & Seat;
  readonly rights: Rights;
  readonly ws: WebSocket;
  readonly socket: Duplex;
}

/** What the door asks of the house. */
export interface House {
  /** How many sockets are open in all. */
  readonly size: number;
  readonly isClosing: boolean;
  /** Takes a guest in; the room stays in memory because of them from here on. */
  welcome(guest: Guest): void;
}

/** Decides about sockets that want to open, before a byte of a document leaves. */
export class Door {
  readonly #ports: SyncPorts;
  readonly #rooms: RoomRegistry;
  readonly #lockout: Lockout;
  readonly #house: House;
  readonly #wss: WebSocketServer;

  constructor(ports: SyncPorts, rooms: RoomRegistry, lockout: Lockout, house: House) {
    this.#ports = ports;
    this.#rooms = rooms;
    this.#lockout = lockout;
    this.#house = house;
    // Compression costs more than twice the CPU of the whole relay, and its state would be memory for each socket.
    this.#wss = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: ports.limits.messageBytes,
    });
  }

  handle(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // Without a listener one reset connection would end the process.
    socket.on('error', ignore);
    if (this.#house.isClosing || this.#house.size >= this.#ports.limits.connections) {
      hangUp(socket, UNAVAILABLE);
      return;
    }
    this.#open(request, socket, head).catch(() => {
      this.#ports.logger.error({code: 'UPGRADE'}, 'a socket could not be opened');
      hangUp(socket, UNAVAILABLE);
    });
  }

  async #open(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const asked = parseUpgrade(request.url);
    const holder = asked === null ? null : await this.#ports.directory.resolveTicket(asked.ticket);
    if (asked === null || holder === null || !isFor(holder, asked)) {
      hangUp(socket, NOT_FOUND);
      return;
    }
    const room = await this.#rooms.open(holder.planId, holder.compartmentId);
    if (room === null) {
      hangUp(socket, NOT_FOUND);
      return;
    }
    try {
      await this.#learnBindings(room, holder);
      // Asked last, so that a session that ends meanwhile opens nothing.
      const session = await this.#settledSession(holder, room);
      this.#admit(request, socket, head, asked, holder, room, session);
    } finally {
      room.holds -= 1;
    }
  }

  /** The session of a ticket as it is now, or `null`; asked again if rights were decided anew meanwhile. */
  async #settledSession({sessionId}: TicketHolder, {plan}: Room): Promise<SessionReach | null> {
    for (;;) {
      await plan.decided;
      const {decisions} = plan;
      const session = await this.#ports.directory.session(sessionId);
      if (plan.deciding === 0 && plan.decisions === decisions) return session;
    }
  }

  /** From here on nothing waits, so that what is decided still holds when the socket joins. */
  #admit(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    asked: UpgradeRequest,
    holder: TicketHolder,
    room: Room,
    session: SessionReach | null,
  ): void {
    const guest = {...holder, session: session ?? OF_THE_PERSON};
    const rights = room.plan.rights(guest, holder.compartmentId);
    if (rights === null || socket.destroyed) {
      hangUp(socket, NOT_FOUND);
      return;
    }
    const refusal = session === null ? 'signedOut' : this.#refusal(asked, guest, room);
    this.#wss.handleUpgrade(request, socket, head, ws => {
      ws.on('error', ignore);
      if (refusal === null) {
        this.#house.welcome({room, holder: guest, rights, ws, socket});
      } else {
        this.#ports.metrics.count('sync_closed_total', refusal);
        ws.close(CLOSE[refusal].code);
      }
    });
  }

  #refusal(asked: UpgradeRequest, holder: TicketHolder, room: Room): CloseName | null {
    const {epoch} = room.compartment;
    if (room.spoiled || room.plan.deciding > 0 || this.#house.isClosing) return 'tryAgain';
    if (asked.cid !== holder.cid) return 'notYours';
    if (holder.epoch !== epoch || (asked.epoch !== null && asked.epoch !== epoch)) return 'stale';
    // Also for a document from before: others may write in it what came with a newer schema at any moment.
    if (asked.schema !== null && asked.schema < SCHEMA_VERSION) return 'schemaTooOld';
    const now = this.#ports.clock.now();
    if (this.#lockout.isOut(holder.participantId, room.compartment.id, now)) return 'tooFast';
    return this.#isFull(holder, room) ? 'tooFast' : null;
  }

  /** Counts only sockets of which the guest may know, so that no answer tells of others. */
  #isFull({participantId}: TicketHolder, {connections}: Room): boolean {
    const {connectionsPerDocument, connectionsPerParticipant} = this.#ports.limits;
    let inDocument = 0;
    let ofPerson = 0;
    for (const other of connections) {
      if (other.rights.visible) inDocument += 1;
      if (other.participantId === participantId) ofPerson += 1;
    }
    return inDocument >= connectionsPerDocument || ofPerson >= connectionsPerParticipant;
  }

  /** Every client id that this person was ever issued here, so that words typed under an earlier one are still theirs. */
  async #learnBindings(room: Room, {compartmentId, participantId}: TicketHolder): Promise<void> {
    for (const binding of await this.#ports.storage.bindings(compartmentId, participantId)) {
      room.bindings.set(binding.cid, binding.participantId);
    }
  }
}

/** Of a session that is over only its person is known; it opens nothing, but is told that it is over. */
const OF_THE_PERSON: SessionReach = {
  id: null,
  confirmed: true,
  present: null,
  hasStranger: false,
  expiresAt: 0,
};

function isFor(holder: TicketHolder, asked: UpgradeRequest): boolean {
  return holder.planId === asked.planId && holder.compartmentId === asked.compartmentId;
}

function ignore(): void {
  // The 'close' event that follows says all that matters.
}
