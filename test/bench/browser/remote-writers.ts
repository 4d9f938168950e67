import * as Y from 'yjs';
import {DocClient} from '../lib/doc-client.ts';
import type {Entry} from '../lib/entry.ts';
import {pause} from '../lib/measure.ts';
import {LONG_PLAN_ROOTS} from '../lib/plan-files.ts';
import {pick, seeded, whole, word, type Seeded} from '../lib/seeded.ts';
import {WIRES} from '../lib/wire.ts';

const WRITERS = 5;
const EDITS_PER_SECOND = 20;

/** Five people who write words all over the plan, each with a cursor, until they are stopped. */
export class RemoteWriters {
  readonly #clients: DocClient[] = [];
  readonly #random = seeded(5);
  #writing = true;
  #loop: Promise<void> | undefined;
  #fault: Error | undefined;

  async join(port: number, entry: Entry, room: string): Promise<void> {
    for (const seat of await entry.seats(room, WRITERS)) {
      const client = new DocClient({port, wire: WIRES['y-websocket'], seat});
      this.#clients.push(await client.connect());
    }
    this.#loop = this.#write().catch((error: Error) => void (this.#fault = error));
  }

  async stop(): Promise<void> {
    this.#writing = false;
    await this.#loop;
    if (this.#fault !== undefined) throw this.#fault;
    this.#clients.forEach(client => client.kill());
  }

  async #write(): Promise<void> {
    for (let i = 0; this.#writing; i++) {
      await pause(1000 / EDITS_PER_SECOND);
      const client = this.#clients[i % this.#clients.length];
      if (client?.lost)
        throw new Error(`a remote writer was cut off: ${client.lastClose} ${client.refused.join(' ')}`);
      if (client) writeWord(client, this.#random);
    }
  }
}

/** Writes a word somewhere, and stands behind it. */
function writeWord(client: DocClient, random: Seeded): void {
  const root = client.doc.getXmlFragment(pick(random, LONG_PLAN_ROOTS));
  const item = root.get(whole(random, root.length));
  const paragraph = item instanceof Y.XmlElement ? item.get(whole(random, 5)) : undefined;
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
  if (!(text instanceof Y.XmlText)) return;
  const at = whole(random, text.length + 1);
  text.insert(at, `${word(random)} `);
  const position: unknown = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, at));
  client.awareness.setLocalState({cursor: {anchor: position, head: position}});
}
