import {
  CLOSE,
  closeNameOf,
  decodeServerMessage,
  encodeClientMessage,
  encodeSyncStep2,
  MESSAGE,
  SYNC,
  type ClientMessage,
  type ServerMessage,
} from '@goldthread/schema/wire';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import {applyAwarenessUpdate, Awareness} from 'y-protocols/awareness';
import {WebsocketProvider} from 'y-websocket';
import * as Y from 'yjs';
import {countingSocket} from './counting-socket.ts';
import type {KeptDoc, OwnCid} from './doc-copy.ts';
import type {OldDoc} from './doc-shelf.ts';
import {InboundQueue} from './inbound-queue.ts';
import {OwnAwareness} from './own-awareness.ts';
import {advanceLedger, emptyLedger, isSettled, type LedgerEvent, type SaveLedger} from './save-ledger.ts';
import {socketParams, type Ticket} from './ticket.ts';

/** Longest pause between two attempts to connect, in milliseconds. */
const LONGEST_PAUSE = 5_000;

/** What one connection tells the session that owns it. */
export interface LinkListener {
  onMessage(message: ServerMessage): void;
  /** The server closed the connection with one of its own codes, and it won't be opened again by itself. */
  onClosed(code: number): void;
  /** An attempt to connect failed, or a connection was cut. */
  onDropped(): void;
  /** Everything that the server had when it was asked stands in the document. */
  onSynced(): void;
  onLedger(): void;
  /** The document can no longer be trusted: it took another client id, or an update couldn't be applied. */
  onFault(): void;
}

export interface LinkOptions {
  /** Such as `wss://plan.example/sync/PLAN`. */
  readonly serverUrl: string;
  readonly room: string;
  readonly ticket: Ticket;
  /** What the document starts with, as the device kept it. */
  readonly kept: KeptDoc | null;
  readonly now: () => Date;
  readonly listener: LinkListener;
}

/**
 * One Y.Doc under one ticket, and its socket. Owns the document, its presence and its provider; doesn't own what
 * happens when the server refuses: that is for the session that made it.
 */
export class DocLink implements OldDoc {
  readonly doc = new Y.Doc();
  readonly awareness: Awareness;
  readonly ticket: Ticket;
  readonly queue: InboundQueue;
  readonly #provider: WebsocketProvider;
  readonly #presence: OwnAwareness;
  #listener: LinkListener;
  readonly #now: () => Date;
  readonly #earlier: readonly OwnCid[];
  /** Own clock when each data frame of this connection left. */
  #clockAtFrame: number[] = [];
  #durableClock = 0;
  #earlierAreDurable = false;
  #ledger: SaveLedger;
  #isOver = false;

  constructor(options: LinkOptions) {
    this.ticket = options.ticket;
    this.#earlier = options.kept?.facts.own ?? [];
    this.#listener = options.listener;
    this.#now = options.now;
    this.#ledger = emptyLedger(options.kept?.facts.dirty ?? false);
    this.doc.clientID = options.ticket.cid;
    this.queue = new InboundQueue(
      updates => this.#apply(updates),
      () => options.now().getTime(),
    );
    for (const update of options.kept?.updates ?? []) Y.applyUpdate(this.doc, update, this);
    this.awareness = new Awareness(this.doc);
    // Before the provider listens, so that an edit is known before the frame that carries it.
    this.doc.on('update', this.#onUpdate);
    this.#provider = this.#connect(options);
    this.#presence = new OwnAwareness(this.awareness, frame => this.#send(frame));
    this.#handleMessages();
    this.#provider.connect();
  }

  setListener(listener: LinkListener): void {
    this.#listener = listener;
  }

  get ledger(): SaveLedger {
    return this.#ledger;
  }

  get isConnected(): boolean {
    return this.#provider.wsconnected;
  }

  get isSynced(): boolean {
    return this.#provider.synced;
  }

  /** This person's client ids in the document, and how far what stands under them is known to be on disk. */
  get own(): readonly OwnCid[] {
    const current = {cid: this.ticket.cid, storedUpTo: this.#durableClock};
    return this.#earlierAreDurable ? [current] : [...this.#earlier, current];
  }

  send(message: ClientMessage): void {
    this.#send(encodeClientMessage(message));
  }

  /** Cuts the connection and tries at once again, as when the device says that its network changed. */
  reconnect(): void {
    if (this.#isOver) return;
    this.#provider.disconnect();
    this.#provider.connect();
  }

  /** Ends the connection for good; the document stays readable. */
  stop(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.queue.clear();
    this.#presence.destroy();
    this.doc.off('update', this.#onUpdate);
    this.#provider.destroy();
    this.awareness.destroy();
  }

  /** Ends the connection and the document. Views on it must be gone. */
  destroy(): void {
    this.stop();
    this.doc.destroy();
  }

  #connect(options: LinkOptions): WebsocketProvider {
    const provider = new WebsocketProvider(options.serverUrl, options.room, this.doc, {
      connect: false,
      // The channel between tabs would relay between two people who share a computer.
      disableBc: true,
      awareness: this.awareness,
      maxBackoffTime: LONGEST_PAUSE,
      params: socketParams(options.ticket),
      WebSocketPolyfill: countingSocket(kind => this.#noteFrame(kind)),
      shouldReconnect: event => mayReconnect(event.code),
    });
    this.awareness.off('update', provider._awarenessUpdateHandler);
    provider.on('status', ({status}) => {
      if (status === 'connected') this.#advance({kind: 'opened'});
    });
    provider.on('connection-close', event => {
      this.#clockAtFrame = [];
      this.#advance({kind: 'closed'});
      if (event === null || mayReconnect(event.code)) this.#listener.onDropped();
    });
    provider.on('closed', event => this.#listener.onClosed(event.code));
    return provider;
  }

  #handleMessages(): void {
    const handlers = this.#provider.messageHandlers;
    handlers[MESSAGE.sync] = (encoder, decoder) => this.#readSync(encoder, decoder);
    handlers[MESSAGE.awareness] = (_encoder, decoder) => {
      applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(decoder), this.#provider);
    };
    handlers[MESSAGE.queryAwareness] = () => this.#send(this.#presence.frame());
    handlers[MESSAGE.goldthread] = (_encoder, decoder) => {
      const message = decodeServerMessage(decoder.arr);
      if (!message.ok) return;
      if (message.value.kind === 'durable') this.#noteDurable(message.value.upTo);
      this.#listener.onMessage(message.value);
    };
  }

  #readSync(encoder: encoding.Encoder, decoder: decoding.Decoder): void {
    const step = decoding.readVarUint(decoder);
    const payload = decoding.readVarUint8Array(decoder);
    if (step === SYNC.step1) {
      encoding.writeUint8Array(encoder, encodeSyncStep2(Y.encodeStateAsUpdate(this.doc, payload)));
      return;
    }
    // The frame's bytes belong to the socket, and the queue may keep them.
    this.queue.push(payload.slice());
    if (step === SYNC.step2) this.queue.afterPending(() => this.#noteSynced());
  }

  #noteSynced(): void {
    if (this.#provider.synced || !this.#provider.wsconnected) return;
    this.#provider.synced = true;
    this.#listener.onSynced();
  }

  #apply(updates: readonly Uint8Array[]): void {
    try {
      const applyAll = (): void => {
        for (const update of updates) Y.applyUpdate(this.doc, update, this.#provider);
      };
      // Not local: Yjs then notices if somebody else wrote under this document's client id.
      Y.transact(this.doc, applyAll, this.#provider, false);
    } catch {
      this.#listener.onFault();
      return;
    }
    if (this.doc.clientID !== this.ticket.cid) this.#listener.onFault();
  }

  readonly #onUpdate = (_update: Uint8Array, origin: unknown): void => {
    if (origin === this.#provider) return;
    this.queue.noteTyping();
    this.#advance({kind: 'edited'});
  };

  #noteFrame(kind: 'step2' | 'update'): void {
    this.#clockAtFrame.push(Y.getState(this.doc.store, this.ticket.cid));
    this.#advance({kind: 'sent', answersServer: kind === 'step2'});
  }

  #noteDurable(upTo: number): void {
    this.#advance({kind: 'durable', upTo, at: this.#now()});
    if (!this.#ledger.answered) return;
    this.#durableClock = Math.max(this.#durableClock, this.#clockAtFrame[this.#ledger.durable - 1] ?? 0);
    if (isSettled(this.#ledger)) this.#earlierAreDurable = true;
  }

  #advance(event: LedgerEvent): void {
    this.#ledger = advanceLedger(this.#ledger, event);
    this.#listener.onLedger();
  }

  #send(frame: Uint8Array): void {
    const {ws, wsconnected} = this.#provider;
    // A Uint8Array may view shared memory by its type; ours never does.
    if (wsconnected && ws !== null) ws.send(frame as Uint8Array<ArrayBuffer>);
  }
}

function mayReconnect(code: number): boolean {
  const name = closeNameOf(code);
  return name === null || CLOSE[name].retry;
}
