import type {CompartmentId} from '@goldthread/schema';
import * as Y from 'yjs';
import type {IdRange, RecordChange, UpdateRow} from '../storage/index.ts';
import type {CommitLoop} from './commit-loop.ts';
import {freshClientId} from './fresh-client-id.ts';
import {deletedBy, insertedBy} from './id-ranges.ts';
import type {Outbox} from './outbox.ts';
import {messagePacket} from './packet.ts';
import type {Room} from './room.ts';
import type {RoomRegistry} from './room-registry.ts';
import type {SyncPorts} from './sync-server.ts';

/** What is to be taken out of a document for good. */
export interface Redaction {
  readonly id: CompartmentId;
  /** Takes it out and gives how many places there were. */
  readonly cut: (doc: Y.Doc) => number;
  /** Records to be written in the same transaction, of what was deleted. */
  readonly records: (places: number, deleted: readonly IdRange[]) => readonly RecordChange[];
}

/**
 * Lets a document start afresh after a purge: the same lineage of Yjs ids under a new epoch, one garbage-collected snapshot in the
 * place of every byte of its log, and nobody left who holds the old one open. Other documents, their sockets included,
 * notice nothing.
 */
export class FreshStart {
  readonly #ports: SyncPorts;
  readonly #rooms: RoomRegistry;
  readonly #loop: CommitLoop;
  readonly #outbox: Outbox;

  constructor(ports: SyncPorts, rooms: RoomRegistry, loop: CommitLoop, outbox: Outbox) {
    this.#ports = ports;
    this.#rooms = rooms;
    this.#loop = loop;
    this.#outbox = outbox;
  }

  /** Resolves once it is on disk and everybody was told; fails with nothing changed. */
  begin(redaction: Redaction): Promise<void> {
    // Nothing is read, written or sent meanwhile, so that nobody is ever sent a row that held what is taken out.
    return this.#loop.alone(async () => {
      const compartment = await this.#ports.storage.compartment(redaction.id);
      const room = compartment === null ? null : await this.#rooms.open(compartment.planId, redaction.id);
      if (room === null) throw new Error(`There is no document ${redaction.id}.`);
      try {
        await this.#store(room, redaction);
      } catch (error) {
        room.document.reload();
        throw error;
      } finally {
        room.holds -= 1;
      }
      this.#sendAway(room);
    });
  }

  async #store(room: Room, {cut, records}: Redaction): Promise<void> {
    const {document, plan, compartment} = room;
    const epoch = compartment.epoch + 1;
    let places = 0;
    const clientId = freshClientId(this.#ports.random, document);
    const written = document.write(clientId, doc => {
      places = cut(doc);
    });
    const at = this.#ports.clock.now();
    const updates = written.map((bytes, index): UpdateRow => ({
      seq: document.headSeq + index + 1,
      epoch,
      at,
      participantId: null,
      sessionId: null,
      kind: 'redact',
      inserted: insertedBy(bytes),
      deleted: deletedBy(bytes),
      bytes,
    }));
    const {doc} = document;
    const snapshot = {
      upToSeq: document.headSeq + updates.length,
      epoch,
      stateVector: Y.encodeStateVector(doc),
      bytes: Y.encodeStateAsUpdate(doc),
    };
    const append = {planId: plan.id, compartmentId: compartment.id, token: plan.token, updates, snapshot};
    const deleted = updates.flatMap(row => row.deleted);
    await this.#ports.storage.commit(
      [{...append, items: [], carry: [], refusals: []}],
      [
        {kind: 'compartment', put: {...compartment, epoch}},
        // What was decided about words that are gone would let them be known again.
        {kind: 'copiesGone', of: compartment.id},
        ...records(places, deleted),
      ],
    );
    plan.copies.forget(compartment.id);
    if (compartment.kind === 'withheld') plan.copies.read(compartment.id, doc);
  }

  /** Whoever has it open drops what they hold and fetches it anew. */
  #sendAway(room: Room): void {
    room.spoiled = true;
    const reset = messagePacket({kind: 'reset', reason: 'purge'});
    for (const connection of [...room.connections]) {
      // Whatever waits in its queue may hold what was taken out.
      connection.outgoing = [];
      this.#outbox.send(connection, reset);
      connection.close('stale');
    }
    this.#rooms.drop(room);
  }
}
