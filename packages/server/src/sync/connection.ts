import type {Duplex} from 'node:stream';
import type {ParticipantId, SessionId} from '@goldthread/schema';
import {CLOSE, type CloseName} from '@goldthread/schema/wire';
import type {GatePolicy} from '../gate/index.ts';
import type {WebSocket} from 'ws';
import type {SessionReach} from '../storage/index.ts';
import type {SyncLimits} from './limits.ts';
import type {Rights, Seat} from './live-plan.ts';
import type {Packet} from './packet.ts';
import type {Room} from './room.ts';
import {TokenBucket} from './token-bucket.ts';

/** An update whose past is missing, waiting for the client's next sync step 2. */
export interface HeldFrame {
  readonly frame: number;
  readonly update: Uint8Array;
  /** Dangling frames since the first, this one included. */
  readonly count: number;
}

/** Who a connection belongs to. */
export interface Holder extends Seat {
  readonly sessionId: SessionId;
  readonly cid: number;
}

const PING = Buffer.of(0x89, 0);
const OPEN = 1;
const SMALL = 16 * 1024;

/** One socket in one room. Owns the socket and what its holder may still do; decides nothing. */
export class Connection implements Holder {
  readonly room: Room;
  readonly participantId: ParticipantId;
  readonly sessionId: SessionId;
  readonly cid: number;
  session: SessionReach;
  rights: Rights;
  policy: GatePolicy;
  /** Sync step 2 and update frames received so far. */
  frames = 0;
  held: HeldFrame | null = null;
  /** Set once it was noted that somebody writes here. */
  hasWritten = false;
  /** Set once an update of it was refused: later ones build on what the server doesn't have. */
  refused = false;
  /** Set once nothing more is read from or sent to this socket. */
  cut = false;
  outgoing: Packet[] = [];
  /** Bytes of the last whole document sent here, which may take its time. */
  allowance = 0;
  beatAt: number;
  sessionCheckedAt: number;
  heard = true;
  /** Called once, as soon as this connection is over, whoever ended it. */
  onOver: () => void = () => undefined;
  readonly fullSyncs: TokenBucket;
  readonly #ws: WebSocket;
  readonly #socket: Duplex;
  readonly #limits: SyncLimits;
  readonly #messages: TokenBucket;
  readonly #bytes: TokenBucket;

  constructor(
    room: Room,
    holder: Holder,
    rights: Rights,
    policy: GatePolicy,
    ws: WebSocket,
    socket: Duplex,
    limits: SyncLimits,
    now: number,
  ) {
    this.room = room;
    this.participantId = holder.participantId;
    this.sessionId = holder.sessionId;
    this.cid = holder.cid;
    this.session = holder.session;
    this.rights = rights;
    this.policy = policy;
    this.beatAt = now;
    this.sessionCheckedAt = now;
    this.#ws = ws;
    this.#socket = socket;
    this.#limits = limits;
    this.#messages = new TokenBucket(limits.messagesPerSecond, limits.messageBurst, now);
    this.#bytes = new TokenBucket(limits.bytesPerSecond, limits.byteBurst, now);
    this.fullSyncs = new TokenBucket(limits.fullSyncsPerSecond, limits.fullSyncBurst, now);
  }

  /** Charges a message to the budgets; `false` once they are used up. */
  mayReceive(bytes: number, now: number): boolean {
    return this.#messages.take(1, now) && this.#bytes.take(bytes, now);
  }

  /** Writes what is queued. A socket that doesn't keep up is dropped, so that memory doesn't grow for one slow reader. */
  writeOutgoing(): void {
    const packets = this.outgoing;
    this.outgoing = [];
    const first = packets[0];
    if (first === undefined || this.cut || this.#ws.readyState !== OPEN) return;
    if (this.#socket.writableLength > this.#limits.unsentBytes + this.allowance) {
      this.terminate();
      return;
    }
    if (packets.length === 1) this.#socket.write(first);
    else this.#writeAll(packets);
  }

  /** Asks whether the other side is there, and gives stock clients, which hang up after 30 s of silence, something to hear. */
  beat(keepAlive: Packet): void {
    this.heard = false;
    if (!this.cut && this.#ws.readyState === OPEN) this.#socket.write(Buffer.concat([PING, keepAlive]));
  }

  /** Says goodbye with one of our codes; nothing is read or sent after it. */
  close(name: CloseName, reason = ''): void {
    this.closeWith(CLOSE[name].code, reason);
  }

  closeWith(code: number, reason = ''): void {
    if (this.cut) return;
    if (this.room.plan.deciding === 0) this.writeOutgoing();
    if (!this.#end()) return;
    this.#ws.close(code, reason);
  }

  /** Closes a socket whose holder may not receive what waits to be sent; not another byte of that leaves. */
  revoke(name: CloseName): void {
    this.outgoing = [];
    // What the socket already took on would go out before the goodbye, however slowly the other side reads.
    if (this.#socket.writableLength > 0) this.terminate();
    else this.close(name);
  }

  /** Drops the socket without a word; also to be called when it closed by itself. */
  terminate(): void {
    if (this.#end()) this.#ws.terminate();
  }

  #end(): boolean {
    if (this.cut) return false;
    this.cut = true;
    this.onOver();
    return true;
  }

  /** Copying small packets together is cheaper than asking the kernel to gather them; large ones aren't copied. */
  #writeAll(packets: readonly Packet[]): void {
    const total = packets.reduce((sum, packet) => sum + packet.length, 0);
    if (total <= SMALL) {
      this.#socket.write(Buffer.concat(packets, total));
      return;
    }
    this.#socket.cork();
    for (const packet of packets) this.#socket.write(packet);
    this.#socket.uncork();
  }
}
