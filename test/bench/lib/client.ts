import * as decoding from 'lib0/decoding';
import {EMPTY_UPDATE, SYNC, syncFrame, type Received} from './frames.ts';
import {now, within} from './measure.ts';
import {RawSocket} from './raw-socket.ts';
import type {Tracker} from './tracker.ts';
import type {Seat, Wire} from './wire.ts';

/** What every client of the bench is made from. */
export interface ClientOptions {
  readonly port: number;
  readonly wire: Wire;
  readonly seat: Seat;
  readonly tracker?: Tracker;
}

/** Kinds of Goldthread's own messages that the bench reads. */
const KIND = {durable: 2, refused: 3} as const;

/** One websocket to one room, over one connection or several after each other. */
export abstract class Client {
  readonly seat: Seat;
  readonly tracker: Tracker | undefined;
  /** Messages that were no valid update. */
  undecodable = 0;
  /** Update frames sent on this connection, and how many of them the server has called durable. */
  framesSent = 0;
  framesDurable = 0;
  /** Codes of refused updates. */
  readonly refused: string[] = [];
  lost = false;
  lastClose = '';
  connectedAt = 0;
  syncedAt = 0;
  protected socket: RawSocket | undefined;
  readonly #options: ClientOptions;
  #synced: (() => void) | undefined;

  constructor(options: ClientOptions) {
    this.#options = options;
    this.seat = options.seat;
    this.tracker = options.tracker;
  }

  get open(): boolean {
    return this.socket?.open ?? false;
  }
  get closed(): boolean {
    return this.socket?.closed ?? true;
  }
  get backlog(): number {
    return this.socket?.backlog ?? 0;
  }
  get bytesIn(): number {
    return this.socket?.bytesIn ?? 0;
  }
  get messagesIn(): number {
    return this.socket?.messagesIn ?? 0;
  }
  protected get wire(): Wire {
    return this.#options.wire;
  }

  /** Opens the socket and resolves when the server has answered the first sync step 1. */
  async connect(ms = 20_000, port = this.#options.port): Promise<this> {
    this.lost = false;
    this.framesSent = 0;
    this.framesDurable = 0;
    this.connectedAt = now();
    const {wire, seat} = this.#options;
    const opened = new Promise<void>((resolve, reject) => {
      this.#synced = resolve;
      this.socket = new RawSocket(port, wire.path(seat), {
        onOpen: () => this.#opened(),
        onMessage: bytes => this.#message(bytes),
        onClose: reason => {
          this.lost = true;
          this.lastClose = reason;
          reject(new Error(`closed: ${reason}`));
        },
      });
    });
    await within(opened, ms, `sync of ${seat.room}`);
    return this;
  }

  send(message: Uint8Array): void {
    this.socket?.send(this.wire.wrap(this.seat, message));
  }

  /** Sends an update frame and counts it for the durable acknowledgement. */
  sendUpdate(update: Uint8Array): void {
    if (!this.open) return;
    this.framesSent++;
    this.send(syncFrame(SYNC.update, update));
  }

  /** Sends bytes without the room's wrapping, as a hostile client would. */
  sendBare(payload: Uint8Array, opcode?: number): void {
    this.socket?.send(payload, opcode);
  }
  /** Writes to the socket past the websocket protocol. */
  sendRaw(bytes: Uint8Array): void {
    this.socket?.sendRaw(bytes);
  }
  close(): void {
    this.socket?.close();
  }
  kill(): void {
    this.socket?.kill();
  }

  /** The state vector to ask with. */
  protected abstract askFrom(): Uint8Array;
  protected abstract onSync(kind: number, body: Uint8Array): void;
  protected abstract onAwareness(body: Uint8Array, whole: Uint8Array): void;
  /** Called each time the server says that more of this connection's frames are on disk. */
  protected onDurable(_upTo: number): void {}

  #opened(): void {
    const hello = this.wire.hello(this.seat);
    if (hello) this.socket?.send(hello);
    else this.#ask();
  }

  #ask(): void {
    this.send(syncFrame(SYNC.step1, this.askFrom()));
  }

  #message(bytes: Uint8Array): void {
    const message = this.wire.unwrap(bytes);
    if (message.type === 'sync') this.#sync(message.kind, message.body);
    else if (message.type === 'awareness') this.onAwareness(message.body, bytes);
    else if (message.type === 'goldthread') this.#control(message);
    else if (message.type === 'letIn') this.#ask();
  }

  #sync(kind: number, body: Uint8Array): void {
    this.onSync(kind, body);
    if (kind !== SYNC.step2) return;
    if (this.#synced) this.syncedAt = now();
    this.#synced?.();
    this.#synced = undefined;
  }

  #control(message: Received & {type: 'goldthread'}): void {
    if (message.kind !== KIND.durable && message.kind !== KIND.refused) return;
    const facts: unknown = JSON.parse(Buffer.from(message.body).toString());
    if (typeof facts !== 'object' || facts === null) return;
    if ('upTo' in facts && typeof facts.upTo === 'number') {
      this.framesDurable = facts.upTo;
      this.onDurable(facts.upTo);
    }
    if ('code' in facts && typeof facts.code === 'string') this.refused.push(facts.code);
  }
}

/** Answers a server's sync step 1 with nothing, as a client does that has nothing to give. */
export const NOTHING_TO_GIVE = syncFrame(SYNC.step2, EMPTY_UPDATE);

/** Calls `each` with client id and clock of every entry of an awareness update; false when it isn't one. */
export function eachPresence(body: Uint8Array, each: (cid: number, clock: number) => void): boolean {
  try {
    const decoder = decoding.createDecoder(body);
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const cid = decoding.readVarUint(decoder);
      each(cid, decoding.readVarUint(decoder));
      decoding.readVarUint8Array(decoder);
    }
    return true;
  } catch {
    return false;
  }
}
