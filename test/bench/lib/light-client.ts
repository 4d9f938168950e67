import * as Y from 'yjs';
import {Client, eachPresence, NOTHING_TO_GIVE, type ClientOptions} from './client.ts';
import {awarenessFrame, awarenessOf, EMPTY_STATE_VECTOR, insertUpdate, SYNC, syncFrame} from './frames.ts';
import {within} from './measure.ts';
import {lastCharacter, newItem, sectionOf} from './plan-shape.ts';

/**
 * A client without a document: it hand-encodes its typing at the end of one item of its own and reads only the heads
 * of what it receives, so thousands fit in one process.
 */
export class LightClient extends Client {
  clock = 0;
  /** Bytes of plan received so far: sync step 2 and update bodies. */
  planBytes = 0;
  readonly #clocksOf = new Map<number, number>();
  readonly #barriers: (() => void)[] = [];
  readonly #echo: boolean;
  #presenceClock = 0;
  #lastCharacter = 0;

  constructor(options: ClientOptions & {readonly echo?: boolean}) {
    super(options);
    this.#echo = options.echo ?? options.wire.echoesAwareness;
  }

  /** Writes this client's own item with the real library. `id` is the item's id. */
  writeItem(id: string, text: string): void {
    const doc = new Y.Doc({gc: false});
    doc.clientID = this.seat.cid;
    doc.transact(() => sectionOf(doc).insert(0, [newItem(id, text)]));
    this.clock = Y.getState(doc.store, this.seat.cid);
    this.#lastCharacter = lastCharacter(doc);
    this.sendUpdate(Y.encodeStateAsUpdate(doc));
    doc.destroy();
  }

  /** Appends ASCII `text` to the item. */
  type(text: string): void {
    const update = insertUpdate(this.seat.cid, this.clock, this.#lastCharacter, text);
    this.tracker?.edit(this.seat.cid, this.clock);
    this.clock += text.length;
    this.#lastCharacter = this.clock - 1;
    this.sendUpdate(update);
  }

  /** Sends a presence state, under another client id when one is given. */
  presence(state: unknown, cid = this.seat.cid): void {
    this.send(awarenessFrame(awarenessOf(cid, ++this.#presenceClock, state)));
  }

  /** A round trip through the server's sync code. */
  barrier(ms = 20_000): Promise<void> {
    const answered = new Promise<void>(resolve => this.#barriers.push(resolve));
    this.send(syncFrame(SYNC.step1, EMPTY_STATE_VECTOR));
    return within(answered, ms, 'barrier');
  }

  protected override askFrom(): Uint8Array {
    return EMPTY_STATE_VECTOR;
  }

  protected override onSync(kind: number, body: Uint8Array): void {
    if (kind === SYNC.step1) {
      this.framesSent++;
      this.send(NOTHING_TO_GIVE);
      return;
    }
    this.planBytes += body.length;
    if (this.tracker && !this.tracker.update(body, this.seat.cid)) this.undecodable++;
    if (kind === SYNC.step2) this.#barriers.shift()?.();
  }

  protected override onAwareness(body: Uint8Array, whole: Uint8Array): void {
    if (!this.#echo) return;
    let newer = false;
    const understood = eachPresence(body, (cid, clock) => {
      if (cid === this.seat.cid || (this.#clocksOf.get(cid) ?? -1) >= clock) return;
      this.#clocksOf.set(cid, clock);
      newer = true;
    });
    if (!understood) this.undecodable++;
    if (newer) this.sendBare(whole);
  }
}
