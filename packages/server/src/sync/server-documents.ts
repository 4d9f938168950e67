import type {CompartmentId} from '@goldthread/schema';
import type * as Y from 'yjs';
import type {ItemRecord} from '../storage/index.ts';
import type {CommitLoop} from './commit-loop.ts';
import type {Room} from './room.ts';
import type {RoomRegistry} from './room-registry.ts';
import type {SyncPorts} from './sync-server.ts';
import type {UpdateWriter} from './update-writer.ts';

/** What the server itself does with documents, between the turns of the commit loop. */
export class ServerDocuments {
  readonly #ports: SyncPorts;
  readonly #rooms: RoomRegistry;
  readonly #loop: CommitLoop;
  readonly #writer: UpdateWriter;

  constructor(ports: SyncPorts, rooms: RoomRegistry, loop: CommitLoop, writer: UpdateWriter) {
    this.#ports = ports;
    this.#rooms = rooms;
    this.#loop = loop;
    this.#writer = writer;
  }

  /** Reads a document as it stands on disk; `null` if there is none. */
  async read<T>(id: CompartmentId, read: (doc: Y.Doc) => T): Promise<T | null> {
    const room = await this.#openRoom(id);
    if (room === null) return null;
    try {
      return await new Promise<T | null>((resolve, reject) => {
        this.#loop.read(() => {
          try {
            // A copy that can't be trusted any more isn't read; the next one comes from disk.
            resolve(room.spoiled ? this.read(id, read) : read(room.document.doc));
          } catch (error) {
            reject(asError(error));
          }
        });
      });
    } finally {
      room.holds -= 1;
    }
  }

  /** Writes to a document as the server; resolves once it is on disk. */
  async write(id: CompartmentId, items: readonly ItemRecord[], write: (doc: Y.Doc) => void): Promise<void> {
    const room = await this.#openRoom(id);
    if (room === null) throw new Error(`There is no document ${id}.`);
    try {
      await this.#write(room, items, write);
    } finally {
      room.holds -= 1;
    }
  }

  async #openRoom(id: CompartmentId): Promise<Room | null> {
    const compartment = await this.#ports.storage.compartment(id);
    return compartment === null ? null : this.#rooms.open(compartment.planId, id);
  }

  #write(room: Room, items: readonly ItemRecord[], write: (doc: Y.Doc) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#loop.write(turn => {
        if (room.spoiled) {
          reject(new Error('The document was reset. Write again.'));
          return;
        }
        try {
          this.#writer.write(room, this.#freshClientId(room), items, write);
        } catch (error) {
          room.document.reload();
          reject(asError(error));
          return;
        }
        turn.rooms.add(room);
        turn.writes.push({room, resolve, reject});
      });
    });
  }

  /** A Yjs client id that this document doesn't have, of those that are never issued to people. */
  #freshClientId(room: Room): number {
    const [high = 0, low = 0] = this.#ports.random(2);
    const id = high * 256 + low;
    return id === 0 || room.document.stateVector.has(id) ? this.#freshClientId(room) : id;
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('unknown');
}
