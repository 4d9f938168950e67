import type {CompartmentId} from '@goldthread/schema';
import type * as Y from 'yjs';
import type {CommitLoop} from './commit-loop.ts';
import {freshClientId} from './fresh-client-id.ts';
import type {Room} from './room.ts';
import {recordingsAlong} from './recordings.ts';
import type {RoomRegistry} from './room-registry.ts';
import type {OwnChange, OwnRecords, SyncPorts} from './sync-server.ts';
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

  /** Writes to documents of one plan as the server, with records; resolves once all of it is on disk. */
  async write(changes: readonly OwnChange[], records: OwnRecords): Promise<void> {
    const rooms: Room[] = [];
    try {
      for (const {id, accepts} of changes) {
        const room = await this.#openRoom(id);
        if (room === null) throw new Error(`There is no document ${id}.`);
        rooms.push(room);
        if ((accepts !== undefined || changes.length > 1) && room.firstWriters !== 'known')
          room.learnFirstWriters(await this.#ports.storage.carry(id));
      }
      await this.#write(rooms, changes, records);
    } finally {
      for (const room of rooms) room.holds -= 1;
    }
  }

  async #openRoom(id: CompartmentId): Promise<Room | null> {
    const compartment = await this.#ports.storage.compartment(id);
    return compartment === null ? null : this.#rooms.open(compartment.planId, id);
  }

  #write(rooms: readonly Room[], changes: readonly OwnChange[], records: OwnRecords): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#loop.write(turn => {
        if (rooms.some(room => room.spoiled)) {
          reject(new Error('The document was reset. Write again.'));
          return;
        }
        const takeBack = rooms.map(room => room.mark());
        // Words that go from one document into another stay those of whoever wrote them.
        const moved = changes.length > 1 ? [] : null;
        const along: (() => void)[] = [];
        try {
          for (const [at, change] of changes.entries()) {
            const room = rooms[at];
            if (room === undefined) continue;
            const id = freshClientId(this.#ports.random, room.document);
            const ranges = this.#writer.write(room, id, change, moved);
            along.push(() => room.carryAlong(ranges));
          }
        } catch (error) {
          // All or nothing: what another document of this change was given is taken back too.
          for (const back of takeBack) back();
          reject(asError(error));
          return;
        }
        for (const note of along) note();
        for (const room of rooms) turn.rooms.add(room);
        const asked = typeof records === 'function' ? records() : records;
        const all = [...asked, ...recordingsAlong(rooms, changes)];
        rooms[0]?.plan.learnRecordings(all);
        rooms[0]?.pendingRecords.push(...all);
        turn.writes.push({rooms, resolve, reject});
      });
    });
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('unknown');
}
