import {
  decodeFrame,
  decodeServerMessage,
  encodeSyncStep1,
  encodeSyncStep2,
  encodeUpdate,
  type CheckMessage,
  type Frame,
  type RefusedMessage,
} from '@goldthread/schema/wire';
import {WebSocket} from 'ws';
import * as Y from 'yjs';
import {waitFor} from './wait-for.ts';

/** What a line is told by the server that its owner has to act on. */
export interface LineListener {
  onCheck(check: CheckMessage): void;
}

interface HeldCheck {
  readonly kind: 'check';
  readonly check: CheckMessage;
  /** How many frames had been sent when it came. */
  readonly sent: number;
}

/**
 * One connection of an honest client, on which nothing moves until it is told to: frames of either direction wait in a
 * queue each, in their order. So a test decides who hears what when, over a real socket, and can decide it again.
 */
export class HeldLine {
  /** The bytes of each frame of sync step 2 or update that was sent, in order. */
  readonly sent: Uint8Array[] = [];
  durable = 0;
  refused: RefusedMessage | null = null;
  closeCode: number | null = null;
  isSynced = false;
  readonly #ws: WebSocket;
  readonly #doc: Y.Doc;
  readonly #listener: LineListener;
  readonly #outgoing: {readonly update: Uint8Array; readonly isStep2: boolean}[] = [];
  readonly #incoming: (Frame | HeldCheck)[] = [];
  #asked = 0;
  #answered = 0;

  constructor(url: string, doc: Y.Doc, listener: LineListener) {
    this.#doc = doc;
    this.#listener = listener;
    this.#ws = new WebSocket(url, {perMessageDeflate: false});
    this.#ws.binaryType = 'nodebuffer';
    this.#ws.on('message', (data: Buffer) => {
      this.#onMessage(new Uint8Array(data));
    });
    this.#ws.on('close', code => {
      this.closeCode = code;
    });
    this.#ws.on('error', () => undefined);
  }

  get isOpen(): boolean {
    return this.#ws.readyState === WebSocket.OPEN && this.closeCode === null;
  }

  /** Frames that came in and haven't been taken. */
  get waiting(): number {
    return this.#incoming.length;
  }

  get isSaved(): boolean {
    return this.#outgoing.length === 0 && this.durable === this.sent.length;
  }

  /** Opens the conversation; `false` where the server closed instead. */
  async open(): Promise<boolean> {
    await waitFor('an open line', () => this.isOpen || this.closeCode !== null);
    if (!this.isOpen) return false;
    this.#ask(Y.encodeStateVector(this.#doc));
    await this.#answers();
    return this.isOpen;
  }

  /** Puts an own edit in the queue. */
  queue(update: Uint8Array): void {
    this.#outgoing.push({update, isStep2: false});
  }

  /** Sends what is queued, at most `count` frames. */
  send(count = Infinity): void {
    for (const {update, isStep2} of this.#outgoing.splice(0, count)) {
      this.sent.push(update);
      this.#ws.send(isStep2 ? encodeSyncStep2(update) : encodeUpdate(update));
    }
  }

  /** Resolves once the server has dealt with everything sent, and what it had to say is in the queue. */
  async heard(): Promise<void> {
    if (!this.isOpen) return;
    this.#ask(Y.encodeStateVector(this.#doc));
    await this.#answers();
  }

  /** Takes what came in, at most `count` frames. */
  take(count = Infinity): void {
    for (const frame of this.#incoming.splice(0, count)) {
      if (frame.kind === 'check') this.#takeCheck(frame);
      else this.#take(frame);
    }
  }

  /** Hangs up without a word. What was on the way is lost, either way. */
  async cut(): Promise<void> {
    this.#ws.terminate();
    await this.closed();
  }

  async closed(): Promise<number> {
    await waitFor('a closed line', () => this.closeCode !== null);
    return this.closeCode ?? 0;
  }

  /** A deletion doesn't show in a state vector: nothing may have been done here since the server looked. */
  #takeCheck({check, sent}: HeldCheck): void {
    if (this.isSaved && this.sent.length === sent) this.#listener.onCheck(check);
  }

  #take(frame: Frame): void {
    if (frame.kind === 'syncStep1') {
      this.#outgoing.push({update: Y.encodeStateAsUpdate(this.#doc, frame.stateVector), isStep2: true});
    } else if (frame.kind === 'syncStep2' || frame.kind === 'update') {
      Y.applyUpdate(this.#doc, frame.update, this);
      if (frame.kind === 'syncStep2') this.isSynced = true;
    }
  }

  /** Sync step 1 is answered after the commit of the turn in which it was read. */
  #ask(stateVector: Uint8Array): void {
    this.#asked += 1;
    this.#ws.send(encodeSyncStep1(stateVector));
  }

  async #answers(): Promise<void> {
    const asked = this.#asked;
    await waitFor('an answer', () => this.#answered >= asked || !this.isOpen);
  }

  #onMessage(bytes: Uint8Array): void {
    const decoded = decodeFrame(bytes);
    if (!decoded.ok) throw new Error(`The server sent something that is no frame: ${decoded.error}`);
    const frame = decoded.value;
    if (frame.kind === 'goldthread') this.#noteMessage(frame.bytes);
    else if (frame.kind !== 'syncStep2') this.#incoming.push(frame);
    else {
      this.#answered += 1;
      // The later ones were only asked for to know that the server had come so far.
      if (this.#answered === 1) this.#incoming.push(frame);
    }
  }

  #noteMessage(bytes: Uint8Array): void {
    const decoded = decodeServerMessage(bytes);
    if (!decoded.ok) throw new Error(`The server sent a message that is none: ${decoded.error}`);
    const message = decoded.value;
    if (message.kind === 'durable') this.durable = message.upTo;
    else if (message.kind === 'refused') this.refused = message;
    else if (message.kind === 'check' && this.isSaved)
      this.#incoming.push({kind: 'check', check: message, sent: this.sent.length});
  }
}
