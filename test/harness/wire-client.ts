import {
  decodeFrame,
  decodeServerMessage,
  encodeAwareness,
  encodeSyncStep1,
  encodeSyncStep2,
  encodeUpdate,
  type Frame,
  type ServerMessage,
} from '@goldthread/schema/wire';
import {WebSocket} from 'ws';
import * as Y from 'yjs';
import {waitFor} from './wait-for.ts';

/** How a {@link WireClient} connects and behaves. */
export interface WireClientOptions {
  readonly url: string;
  readonly cid: number;
  readonly doc?: Y.Doc;
  /** Whether it answers sync step 1 and sends its own edits, as an honest client does. */
  readonly automatic?: boolean;
}

/** One entry of presence as it came in. */
export interface SeenPresence {
  readonly cid: number;
  readonly clock: number;
  readonly state: unknown;
}

/**
 * A client made by hand: it speaks the wire as an honest client does, notes everything that it receives, and sends
 * whatever bytes a test gives it.
 */
export class WireClient {
  readonly url: string;
  readonly doc: Y.Doc;
  readonly cid: number;
  readonly messages: ServerMessage[] = [];
  readonly frames: Frame[] = [];
  /** Every message as it went out. */
  readonly told: Uint8Array[] = [];
  /** Every message as it came in. */
  readonly received: Uint8Array[] = [];
  readonly presence: SeenPresence[] = [];
  /** Sync step 2 and update frames sent on this connection. */
  sent = 0;
  /** Answers to sync step 1 that came in. */
  answers = 0;
  closeCode: number | null = null;
  /** Status of the HTTP answer where the upgrade was refused. */
  httpStatus: number | null = null;
  readonly #ws: WebSocket;
  readonly #automatic: boolean;

  constructor(options: WireClientOptions) {
    this.url = options.url;
    this.doc = options.doc ?? new Y.Doc();
    this.doc.clientID = options.cid;
    this.cid = options.cid;
    this.#automatic = options.automatic ?? true;
    this.#ws = new WebSocket(options.url, {perMessageDeflate: false});
    this.#ws.on('open', () => {
      if (this.#automatic) this.send(encodeSyncStep1(Y.encodeStateVector(this.doc)));
    });
    this.#ws.on('message', (data: Buffer) => {
      this.#onMessage(new Uint8Array(data));
    });
    this.#ws.on('close', code => {
      this.closeCode = code;
      this.doc.off('update', this.#onUpdate);
    });
    this.#ws.on('unexpected-response', (_request, response) => {
      this.httpStatus = response.statusCode ?? null;
      response.resume();
    });
    this.#ws.on('error', () => undefined);
    if (this.#automatic) this.doc.on('update', this.#onUpdate);
  }

  /** Number of the last frame that the server says is on disk. */
  get durable(): number {
    return this.messages.reduce((upTo, message) => (message.kind === 'durable' ? message.upTo : upTo), 0);
  }

  get isSaved(): boolean {
    return this.durable === this.sent;
  }

  get isSynced(): boolean {
    return this.answers > 0;
  }

  get isOpen(): boolean {
    return this.#ws.readyState === WebSocket.OPEN;
  }

  /** Sends any bytes. */
  send(bytes: Uint8Array): void {
    this.told.push(bytes);
    this.#ws.send(bytes);
  }

  sendText(text: string): void {
    this.#ws.send(text);
  }

  /** Sends an update frame and counts it. */
  sendUpdate(update: Uint8Array): void {
    this.sent += 1;
    this.send(encodeUpdate(update));
  }

  sendStep2(update: Uint8Array): void {
    this.sent += 1;
    this.send(encodeSyncStep2(update));
  }

  sendPresence(state: unknown, clock: number, cid = this.cid): void {
    this.send(encodeAwareness([{cid, clock, stateText: JSON.stringify(state)}]));
  }

  async opened(): Promise<void> {
    await waitFor('an open socket', () => this.isOpen || this.closeCode !== null || this.httpStatus !== null);
  }

  async synced(): Promise<void> {
    await waitFor('a synced document', () => this.isSynced);
  }

  async saved(): Promise<void> {
    await waitFor('every frame on disk', () => this.isSaved);
  }

  async closed(): Promise<number> {
    await waitFor('a closed socket', () => this.closeCode !== null);
    return this.closeCode ?? 0;
  }

  /** The message of this kind that came last. */
  last<Kind extends ServerMessage['kind']>(kind: Kind): Extract<ServerMessage, {kind: Kind}> | undefined {
    const found = this.messages.findLast(message => message.kind === kind);
    // The filter is by the member's own tag.
    return found as Extract<ServerMessage, {kind: Kind}> | undefined;
  }

  /** Hangs up without a word, as a cut cable does. */
  cut(): void {
    this.#ws.terminate();
  }

  destroy(): void {
    this.doc.off('update', this.#onUpdate);
    this.#ws.terminate();
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin !== this && this.isOpen) this.sendUpdate(update);
  };

  #onMessage(bytes: Uint8Array): void {
    this.received.push(bytes);
    const decoded = decodeFrame(bytes);
    if (!decoded.ok) throw new Error(`The server sent something that is no frame: ${decoded.error}`);
    const frame = decoded.value;
    this.frames.push(frame);
    if (frame.kind === 'syncStep1' && this.#automatic)
      this.sendStep2(Y.encodeStateAsUpdate(this.doc, frame.stateVector));
    if (frame.kind === 'syncStep2' || frame.kind === 'update') Y.applyUpdate(this.doc, frame.update, this);
    if (frame.kind === 'syncStep2') this.answers += 1;
    if (frame.kind === 'awareness') {
      for (const {cid, clock, stateText} of frame.entries)
        this.presence.push({cid, clock, state: JSON.parse(stateText)});
    }
    if (frame.kind === 'goldthread') {
      const message = decodeServerMessage(frame.bytes);
      if (!message.ok) throw new Error(`The server sent a message that is none: ${message.error}`);
      this.messages.push(message.value);
    }
  }
}
