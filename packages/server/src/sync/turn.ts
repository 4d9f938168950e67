import type {Connection} from './connection.ts';
import type {Packet} from './packet.ts';
import type {Room} from './room.ts';

/** What one turn of the commit loop did and what it may say once the commit is on disk. */
export class Turn {
  /** Rooms with something to commit. */
  readonly rooms = new Set<Room>();
  /** Connections whose frames were dealt with. */
  readonly acknowledge = new Set<Connection>();
  /** Newest presence frame of each connection. */
  readonly presence = new Map<Connection, Uint8Array>();
  /** Answers, in order. */
  readonly after: (() => void)[] = [];
  /** Whom to tell if nothing of it came to be. */
  readonly failed: ((error: Error) => void)[] = [];
  /** Told only after everything else of this turn. */
  readonly goodbyes: {readonly connection: Connection; readonly packets: readonly Packet[]}[] = [];
  updates = 0;
}
