import type {Connection} from './connection.ts';
import type {Packet} from './packet.ts';

/**
 * What is to be sent before the current turn ends. Packets for one socket leave in one write, because a write to the kernel
 * costs more than everything else that telling one reader of one edit takes.
 */
export class Outbox {
  #waiting: Connection[] = [];

  /** Puts a packet at the end of what a connection will receive. */
  send(connection: Connection, packet: Packet): void {
    if (connection.cut) return;
    if (connection.outgoing.length === 0) this.#waiting.push(connection);
    connection.outgoing.push(packet);
  }

  /** Hands everything to the sockets, but for those of which it is being decided whether they may receive it. */
  flush(): void {
    const waiting = this.#waiting;
    if (waiting.length === 0) return;
    this.#waiting = [];
    for (const connection of waiting) {
      if (connection.room.plan.deciding === 0) connection.writeOutgoing();
      else if (!connection.cut) this.#waiting.push(connection);
    }
  }
}
