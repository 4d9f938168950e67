import type {Connection} from './connection.ts';
import type {Packet} from './packet.ts';
import type {Room} from './room.ts';

/** A change by the server itself that waits for its commit. */
export interface OwnWrite {
  readonly rooms: readonly Room[];
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

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
  /** What the server itself wrote, each to be told what became of it. */
  readonly writes: OwnWrite[] = [];
  /** Told only after everything else of this turn. */
  readonly goodbyes: {readonly connection: Connection; readonly packets: readonly Packet[]}[] = [];
  updates = 0;
}
