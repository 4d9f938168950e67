import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import {applyAwarenessUpdate, Awareness, encodeAwarenessUpdate} from 'y-protocols/awareness';
import {readSyncMessage} from 'y-protocols/sync';
import * as Y from 'yjs';
import {Client, type ClientOptions} from './client.ts';
import {awarenessFrame, MESSAGE} from './frames.ts';
import {now} from './measure.ts';
import {planText} from './plan-shape.ts';

/** Clocks that one transaction added. */
interface Added {
  readonly cid: number;
  readonly from: number;
  readonly to: number;
}

/** A client with a real document and the real y-protocols code. */
export class DocClient extends Client {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  /** Told of what others wrote, and of what this client wrote with the frame number that carries it. */
  onRemote: ((added: Added) => void) | undefined;
  onLocal: ((added: Added, frame: number) => void) | undefined;
  onAcknowledged: ((upTo: number) => void) | undefined;

  constructor(options: ClientOptions) {
    super(options);
    this.doc = new Y.Doc();
    this.doc.clientID = this.seat.cid;
    this.awareness = new Awareness(this.doc);
    // The check interval is a timer a client; what it does takes half a minute, longer than any scenario.
    // y-protocols gives the timer no type.
    clearInterval(this.awareness._checkInterval as NodeJS.Timeout);
    this.doc.on('update', (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (origin === this) this.#arrived(transaction);
      else this.#wrote(update, transaction);
    });
    this.awareness.on(
      'update',
      (change: {added: number[]; updated: number[]; removed: number[]}, origin: unknown) => {
        if (!this.open || (origin === this && !this.wire.echoesAwareness)) return;
        const ids = [...change.added, ...change.updated, ...change.removed];
        this.send(awarenessFrame(encodeAwarenessUpdate(this.awareness, ids)));
      },
    );
  }

  /** The plan's words as this client has them. */
  get text(): string {
    return planText(this.doc);
  }

  protected override askFrom(): Uint8Array {
    return Y.encodeStateVector(this.doc);
  }

  protected override onSync(kind: number, body: Uint8Array): void {
    const message = encoding.encode(encoder => {
      encoding.writeVarUint(encoder, kind);
      encoding.writeVarUint8Array(encoder, body);
    });
    try {
      const reply = encoding.createEncoder();
      encoding.writeVarUint(reply, MESSAGE.sync);
      readSyncMessage(decoding.createDecoder(message), reply, this.doc, this, error => {
        throw error;
      });
      if (encoding.length(reply) <= 1) return;
      this.framesSent++;
      this.send(encoding.toUint8Array(reply));
    } catch {
      this.undecodable++;
    }
  }

  protected override onAwareness(body: Uint8Array): void {
    try {
      applyAwarenessUpdate(this.awareness, Uint8Array.from(body), this);
    } catch {
      this.undecodable++;
    }
  }

  protected override onDurable(upTo: number): void {
    this.onAcknowledged?.(upTo);
  }

  #arrived(transaction: Y.Transaction): void {
    const at = now();
    for (const [cid, to] of transaction.afterState) {
      const from = transaction.beforeState.get(cid) ?? 0;
      if (to <= from || cid === this.seat.cid) continue;
      this.tracker?.got(cid, from, to, at);
      this.onRemote?.({cid, from, to});
    }
  }

  #wrote(update: Uint8Array, transaction: Y.Transaction): void {
    const cid = this.seat.cid;
    const from = transaction.beforeState.get(cid) ?? 0;
    const to = transaction.afterState.get(cid) ?? 0;
    if (to > from) this.tracker?.edit(cid, from);
    this.sendUpdate(update);
    if (to > from) this.onLocal?.({cid, from, to}, this.open ? this.framesSent : Number.POSITIVE_INFINITY);
  }
}
