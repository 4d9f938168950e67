import {decodeFrame} from '@goldthread/schema/wire';
import type {Connection} from './connection.ts';
import type {Room} from './room.ts';
import type {SyncPorts} from './sync-server.ts';

/** What the loop does when waiting ends, or can't. */
export interface WaitOwner {
  wake(): void;
  /** The room's records can't be read: its copy can't be trusted. */
  cannotRead(room: Room): void;
}

/**
 * Says which frames have to wait: all of a plan while it is being decided who may read what, and all of a room from the
 * first words that somebody writes until it is known who first wrote what is there. Whoever only reads never waits for
 * the second, which is most of what opening an old plan would take.
 */
export class FramesInWait {
  readonly #ports: Pick<SyncPorts, 'storage' | 'logger'>;
  readonly #owner: WaitOwner;

  constructor(ports: Pick<SyncPorts, 'storage' | 'logger'>, owner: WaitOwner) {
    this.#ports = ports;
    this.#owner = owner;
  }

  /** Whether a frame that has just come up has to wait. */
  has({room}: Connection, bytes: Uint8Array): boolean {
    if (room.firstWriters === 'unread' && bringsWords(bytes)) void this.#readFirstWriters(room);
    return isHeldUp(room);
  }

  async #readFirstWriters(room: Room): Promise<void> {
    room.firstWriters = 'underWay';
    const {id} = room.compartment;
    try {
      room.learnFirstWriters(await this.#ports.storage.carry(id));
    } catch {
      this.#ports.logger.error({code: 'FIRST_WRITERS', compartmentId: id}, 'records can’t be read');
      room.firstWriters = 'unread';
      this.#owner.cannotRead(room);
    }
    this.#owner.wake();
  }
}

/** Whether nothing of a room may be dealt with now. */
export function isHeldUp({plan, firstWriters}: Room): boolean {
  return plan.deciding > 0 || firstWriters === 'underWay';
}

function bringsWords(bytes: Uint8Array): boolean {
  const frame = decodeFrame(bytes);
  if (!frame.ok || (frame.value.kind !== 'syncStep2' && frame.value.kind !== 'update')) return false;
  return !isEmptyUpdate(frame.value.update);
}

/** An update that says nothing, as everybody sends who has nothing of their own. */
export function isEmptyUpdate(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0;
}
