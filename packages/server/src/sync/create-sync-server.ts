import type {IncomingMessage} from 'node:http';
import type {Duplex} from 'node:stream';
import {
  newId,
  type Brand,
  type CompartmentId,
  type ParticipantId,
  type PlanId,
  type SessionId,
} from '@goldthread/schema';
import {MESSAGE, type RecordKind} from '@goldthread/schema/wire';
import type {WebSocket} from 'ws';
import type * as Y from 'yjs';
import {repeat, type CancelTimer} from '../ports/index.ts';
import {Caretaker} from './caretaker.ts';
import {CommitLoop, type LoopOwner} from './commit-loop.ts';
import {Connection} from './connection.ts';
import {CopyDesk} from './copy-desk.ts';
import {Door, type Guest, type House} from './door.ts';
import {FrameHandler} from './frame-handler.ts';
import {FreshStart, type Redaction} from './fresh-start.ts';
import {gatePolicy} from './gate-policy.ts';
import {Lockout} from './lockout.ts';
import {NightWork} from './night-work.ts';
import {Outbox} from './outbox.ts';
import {messagePacket} from './packet.ts';
import {RightsWatch} from './rights-watch.ts';
import type {Room} from './room.ts';
import {RoomRegistry} from './room-registry.ts';
import {ServerDocuments} from './server-documents.ts';
import type {OwnChange, OwnRecords, SyncPorts, SyncServer} from './sync-server.ts';
import {UpdateWriter} from './update-writer.ts';

const GOING_AWAY = 1001;
const TEXT_OR_EMPTY = 'unknownMessage';

/** Makes the sync server. It listens to nothing: whoever owns the HTTP server hands it the upgrades. */
export function createSyncServer(ports: SyncPorts): SyncServer {
  return new LiveSync(ports);
}

/** Puts the parts together. Owns the set of connections and the caretaker's timer. */
class LiveSync implements SyncServer, House, LoopOwner {
  readonly #ports: SyncPorts;
  readonly #outbox = new Outbox();
  readonly #connections = new Set<Connection>();
  /** Sockets that haven't closed, of connections that are over included. */
  readonly #sockets = new Set<WebSocket>();
  #lastSocketClosed: () => void = () => undefined;
  readonly #rooms: RoomRegistry;
  readonly #documents: ServerDocuments;
  readonly #loop: CommitLoop;
  readonly #door: Door;
  readonly #rights: RightsWatch;
  readonly #caretaker: Caretaker;
  readonly #night: NightWork;
  readonly #freshStart: FreshStart;
  readonly copies: CopyDesk;
  readonly #cancelSweep: CancelTimer;
  isClosing = false;

  constructor(ports: SyncPorts) {
    this.#ports = ports;
    const lockout = new Lockout(ports.limits);
    this.#rooms = new RoomRegistry(ports, newId<Brand<string, 'ProcessId'>>(ports.random));
    const writer = new UpdateWriter(ports);
    const frames = new FrameHandler(ports, writer, this.#outbox, lockout);
    this.#loop = new CommitLoop(ports, frames, this.#outbox, this);
    this.#documents = new ServerDocuments(ports, this.#rooms, this.#loop, writer);
    this.#door = new Door(ports, this.#rooms, lockout, this);
    this.#rights = new RightsWatch(ports, this.#outbox);
    this.#caretaker = new Caretaker(ports, this.#rooms, this.#loop, this.#outbox);
    this.#freshStart = new FreshStart(ports, this.#rooms, this.#loop, this.#outbox);
    this.#night = new NightWork(ports, this.#rooms, this.#loop, this.#caretaker);
    this.copies = new CopyDesk(ports, this.#rooms, this.#documents);
    this.#cancelSweep = repeat(this.#ports.clock, this.#ports.limits.sweepMs, () => {
      this.#sweep();
    });
  }

  get size(): number {
    return this.#connections.size;
  }

  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#door.handle(request, socket, head);
  }

  welcome({room, holder, rights, ws, socket}: Guest): void {
    const now = this.#ports.clock.now();
    const policy = gatePolicy(room, holder, rights);
    const connection = new Connection(room, holder, rights, policy, ws, socket, this.#ports.limits, now);
    room.byCid.get(holder.cid)?.close('notYours', 'replaced');
    room.byCid.set(holder.cid, connection);
    room.connections.add(connection);
    this.#connections.add(connection);
    this.#ports.metrics.gauge('sync_connections', this.#connections.size);
    connection.onOver = () => {
      this.#left(connection);
    };
    ws.on('message', (data: Buffer, isBinary: boolean) => {
      this.#received(connection, isBinary ? data : null);
    });
    ws.on('pong', () => {
      connection.heard = true;
    });
    this.#sockets.add(ws);
    ws.on('close', () => {
      connection.terminate();
      this.#sockets.delete(ws);
      if (this.#sockets.size === 0) this.#lastSocketClosed();
    });
    this.#greet(connection);
  }

  async changed(planId: PlanId): Promise<void> {
    const plan = await this.#rooms.planIfOpen(planId);
    if (plan === null) return;
    await this.#rights.decideAnew(plan);
    this.#loop.wake();
  }

  withDocument<T>(id: CompartmentId, read: (doc: Y.Doc) => T): Promise<T | null> {
    return this.#documents.read(id, read);
  }

  writeAsServer(changes: readonly OwnChange[], records: OwnRecords = []): Promise<void> {
    return this.#documents.write(changes, records);
  }

  startAfresh(redaction: Redaction): Promise<void> {
    return this.#freshStart.begin(redaction);
  }

  tellRecords(planId: PlanId, readers: ReadonlySet<ParticipantId>, kinds: readonly RecordKind[]) {
    return this.#tell(planId, kinds, connection => connection.room.plan.isFor(connection, readers));
  }

  tellSession(planId: PlanId, session: SessionId, kinds: readonly RecordKind[]) {
    return this.#tell(planId, kinds, ({sessionId}) => sessionId === session);
  }

  async #tell(planId: PlanId, kinds: readonly RecordKind[], isMeant: (one: Connection) => boolean) {
    const plan = await this.#rooms.planIfOpen(planId);
    const told = messagePacket({kind: 'records', kinds});
    for (const room of plan?.rooms.values() ?? []) {
      if (room.compartment.kind !== 'shared') continue;
      for (const connection of room.connections) if (isMeant(connection)) this.#outbox.send(connection, told);
    }
    this.#outbox.flush();
  }

  commitFailed(rooms: ReadonlySet<Room>): void {
    for (const plan of new Set([...rooms].map(room => room.plan))) {
      this.#rooms.forget(plan);
      for (const room of plan.rooms.values()) {
        for (const connection of [...room.connections]) {
          // Whatever waits in its queue was written for a state that never came to be.
          connection.outgoing = [];
          connection.close('tryAgain');
        }
      }
    }
  }

  async close(): Promise<void> {
    if (this.isClosing) return;
    this.isClosing = true;
    this.#cancelSweep();
    await this.#night.stop();
    await this.#loop.settled();
    for (const connection of this.#connections) connection.closeWith(GOING_AWAY);
    await this.#socketsClosed();
    for (const room of [...this.#rooms.rooms()]) {
      await this.#caretaker.compactAtRest(room);
      this.#rooms.drop(room);
    }
  }

  /** Gives the other sides time to read what was sent last, and then hangs up. */
  async #socketsClosed(): Promise<void> {
    if (this.#sockets.size === 0) return;
    await new Promise<void>(resolve => {
      this.#lastSocketClosed = resolve;
      this.#ports.clock.after(this.#ports.limits.closeMs, resolve);
    });
    for (const ws of this.#sockets) ws.terminate();
  }

  /** Hello first, so that a client knows what it may do before it has a word of the document. */
  #greet(connection: Connection): void {
    const {room, rights} = connection;
    const {epoch, schemaVersion} = room.compartment;
    const hello = messagePacket({kind: 'hello', epoch, schemaVersion, writableRoots: rights.writable});
    this.#outbox.send(connection, hello);
    this.#outbox.send(connection, room.document.step1);
    const others = room.presence.everybodyElse(connection);
    if (others !== null) this.#outbox.send(connection, others);
    this.#outbox.flush();
  }

  #received(connection: Connection, bytes: Buffer | null): void {
    if (connection.cut) return;
    connection.heard = true;
    const now = this.#ports.clock.now();
    if (bytes === null || bytes.length === 0) {
      this.#ports.logger.warn({code: TEXT_OR_EMPTY, sessionId: connection.sessionId}, 'not a message');
      connection.close('malformed');
    } else if (!connection.mayReceive(bytes.length, now)) {
      this.#ports.metrics.count('sync_closed_total', 'tooFast');
      connection.close('tooFast');
    } else if (bytes[0] === MESSAGE.awareness && !connection.room.presence.hasNews(connection, bytes)) {
      this.#ports.metrics.count('sync_presence_dropped_total');
    } else {
      this.#loop.receive(connection, bytes);
    }
  }

  #left(connection: Connection): void {
    const {room} = connection;
    room.leave(connection);
    this.#connections.delete(connection);
    const told = room.presence.leave(connection, this.#ports.clock.now());
    if (told !== null && !room.spoiled) {
      room.tell(this.#outbox, told, connection);
      this.#outbox.flush();
    }
    this.#ports.metrics.gauge('sync_connections', this.#connections.size);
  }

  #sweep(): void {
    this.#caretaker.sweep();
    this.#night.look(this.#ports.clock.now());
    void this.#decideExpired();
  }

  /** Somebody's access may end by itself, without a command that says so. */
  async #decideExpired(): Promise<void> {
    const now = this.#ports.clock.now();
    for (const plan of [...this.#rooms.plans()]) {
      const {validUntil} = plan.access;
      if (validUntil !== null && now >= validUntil) await this.changed(plan.id).catch(() => undefined);
    }
  }
}
