import {
  decodeFrame,
  hasAwarenessNews,
  type AwarenessEntry,
  type AwarenessState,
} from '@goldthread/schema/wire';
import type {Connection} from './connection.ts';
import {readCursor, type SafeCursor} from './cursor.ts';
import type {SyncLimits} from './limits.ts';
import {presencePacket, type Packet} from './packet.ts';
import {TokenBucket} from './token-bucket.ts';

/** What is known of one client. */
interface Present {
  /** The client's own count, to know an echo. */
  theirClock: number;
  /** The server's count, which is what readers see. */
  clock: number;
  stateText: string;
  /** The part of the state that says who it is. */
  user: string;
  cursor: SafeCursor | null;
  readonly moves: TokenBucket;
}

/**
 * Who is in one room and where their cursors are. What a client says about itself is cut down to a cursor; who it is comes from
 * the server. Clocks are the server's own and grow with time, so that a client that returns is seen again even by
 * readers who remember a higher clock of it.
 */
export class Presence {
  readonly #limits: SyncLimits;
  readonly #present = new Map<Connection, Present>();
  /** Moves that came too soon after others, the newest of each connection; passed on when their time comes. */
  readonly #late = new Map<Connection, AwarenessEntry>();
  #lastClock = 0;

  constructor(limits: SyncLimits) {
    this.#limits = limits;
  }

  /** Whether a frame says anything that isn't known of a client. */
  hasNews(connection: Connection, bytes: Uint8Array): boolean {
    return hasAwarenessNews(bytes, cid => this.clockOf(connection, cid));
  }

  /**
   * The clock up to which a frame from this connection is no news. Of other clients nothing is ever news: stock
   * clients send back each cursor that they receive.
   */
  clockOf(connection: Connection, cid: number): number | undefined {
    if (cid !== connection.cid) return Number.MAX_SAFE_INTEGER;
    return this.#present.get(connection)?.theirClock;
  }

  /** Takes an awareness frame; gives what everybody else is to be told, if anything. */
  receive(connection: Connection, frame: Uint8Array, now: number): Packet | null {
    const decoded = decodeFrame(frame);
    if (!decoded.ok || decoded.value.kind !== 'awareness') return null;
    const entry = decoded.value.entries.findLast(one => one.cid === connection.cid);
    if (entry === undefined || !connection.rights.visible) return null;
    const known = this.#present.get(connection);
    if (entry.isGone) return this.leave(connection, now);
    const present = known ?? this.#newcomer(connection, now);
    present.theirClock = entry.clock;
    if (present.moves.take(1, now)) return this.#move(connection, present, entry, now);
    this.#late.set(connection, entry);
    return null;
  }

  /** The moves that waited and whose time has come, with those whose moves they are. */
  lateMoves(now: number): {readonly connection: Connection; readonly packet: Packet}[] {
    return [...this.#late].flatMap(([connection, entry]) => {
      const present = this.#present.get(connection);
      if (present?.moves.take(1, now) !== true) return [];
      this.#late.delete(connection);
      return [{connection, packet: this.#move(connection, present, entry, now)}];
    });
  }

  /** Everybody but this connection, for whoever comes in or asks; `null` where nobody is. */
  everybodyElse(connection: Connection): Packet | null {
    const states: AwarenessState[] = [];
    for (const [other, {clock, stateText}] of this.#present) {
      if (other !== connection) states.push({cid: other.cid, clock, stateText});
    }
    return states.length === 0 ? null : presencePacket(states);
  }

  /** Forgets a connection; gives what the others are to be told, `null` if they never knew of it. */
  leave(connection: Connection, now: number): Packet | null {
    this.#late.delete(connection);
    if (!this.#present.delete(connection)) return null;
    return presencePacket([{cid: connection.cid, clock: this.#nextClock(now), stateText: 'null'}]);
  }

  /**
   * Says again who somebody is, if their name, role or visibility changed. Where nothing did nobody is told anything:
   * readers would see from it that something changed about somebody of whom they don't know.
   */
  identityChanged(connection: Connection, now: number): Packet | null {
    const present = this.#present.get(connection);
    if (present === undefined) return null;
    if (!connection.rights.visible) return this.leave(connection, now);
    return present.user === userOf(connection) ? null : this.#tell(connection, present, present.cursor, now);
  }

  #newcomer(connection: Connection, now: number): Present {
    const moves = new TokenBucket(this.#limits.presencePerSecond, this.#limits.presenceBurst, now);
    const present: Present = {theirClock: 0, clock: 0, stateText: '', user: '', cursor: null, moves};
    this.#present.set(connection, present);
    return present;
  }

  #move(connection: Connection, present: Present, entry: AwarenessEntry, now: number): Packet {
    const tooBig = entry.state.length > this.#limits.presenceBytes;
    const state = tooBig ? null : parse(entry.stateText);
    const cursor = readCursor(state?.['cursor'], connection.room.document.stateVector);
    return this.#tell(connection, present, cursor, now);
  }

  #tell(connection: Connection, present: Present, cursor: SafeCursor | null, now: number): Packet {
    present.clock = this.#nextClock(now);
    present.user = userOf(connection);
    present.cursor = cursor;
    present.stateText = `{"user":${present.user},"cursor":${JSON.stringify(cursor)}}`;
    return presencePacket([{cid: connection.cid, clock: present.clock, stateText: present.stateText}]);
  }

  #nextClock(now: number): number {
    this.#lastClock = Math.max(this.#lastClock + 1, Math.floor(now));
    return this.#lastClock;
  }
}

/** Who somebody is, as JSON. */
function userOf({rights}: Connection): string {
  const {id, name, relationship, role} = rights.participant;
  return JSON.stringify({id, name, relationship, role});
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    // Any object may be read by name; what its fields hold is checked by whoever reads them.
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
