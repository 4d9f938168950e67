import * as Y from 'yjs';
import {EMPTY_STATE_VECTOR, insertUpdate, MESSAGE, SYNC, syncFrame} from './frames.ts';
import type {LightClient} from './light-client.ts';
import {now, pause, until} from './measure.ts';
import {newItem, sectionOf} from './plan-shape.ts';
import {maskedFrame, OPCODE} from './raw-socket.ts';
import {itemId, noise, pick, seeded, whole, type Seeded} from './seeded.ts';

/** One hostile client in the honest people's room. It comes back when it is thrown out, up to a bound. */
export interface Attacker {
  /** The connection in use, opened again when the server has closed it; undefined when it can't get in. */
  socket(): Promise<LightClient | undefined>;
}

/** What one attack sends until `end`. */
export interface Attack {
  readonly name: string;
  readonly says: string;
  /** Builds what is costly to build, before anything is measured. */
  prepare?(): void;
  go(attacker: Attacker, end: number, random: Seeded): Promise<void>;
}

const HUGE = 32 * 1024 * 1024;

/** Sends one thing every `everyMs` until the end. */
function steadily(
  everyMs: number,
  send: (client: LightClient, n: number, random: Seeded) => void,
): Attack['go'] {
  return async (attacker, end, random) => {
    for (let n = 0; now() < end; n++) {
      const client = await attacker.socket();
      if (client) send(client, n, random);
      await pause(everyMs);
    }
  };
}

/** Sends `perMs` things a millisecond on an open schedule, in bursts, as long as the socket drains. */
function flood(perMs: number, send: (client: LightClient, n: number) => void): Attack['go'] {
  return async (attacker, end) => {
    const began = now();
    for (let n = 0; now() < end;) {
      const client = await attacker.socket();
      const due = (now() - began) * perMs;
      for (let burst = 0; client?.open === true && n < due && burst < 200; burst++, n++) {
        if (client.backlog < 4 * 1024 * 1024) send(client, n);
      }
      await pause(1);
    }
  };
}

function malformed(client: LightClient, n: number, random: Seeded): void {
  const kinds = [
    noise(random, 1 + whole(random, 200)),
    syncFrame(SYNC.update, noise(random, 20)),
    new Uint8Array(0),
    Buffer.from([MESSAGE.sync, SYNC.update, 0xff, 0xff, 0xff, 0xff, 0x07]),
    Buffer.from([MESSAGE.sync, SYNC.step1, 0xff, 0xff, 0xff, 0xff, 0x0f]),
    Buffer.concat([Buffer.from([MESSAGE.awareness, 30]), noise(random, 30)]),
    Buffer.from([MESSAGE.sync, 9, 1, 1]),
  ];
  if (n % 8 === 7) client.sendBare(Buffer.from('{"type":"hello"}'), OPCODE.text);
  else client.sendBare(kinds[n % 8] ?? new Uint8Array(0));
}

/** Unmasked, reserved bits, bad opcode, bad UTF-8, a giant length, an overlong ping. */
const BROKEN_FRAMES = [
  [0x82, 3, 0, 0, 0],
  [0xf2, 0x83, 1, 1, 1, 1, 2, 2, 2],
  [0x8b, 0x80, 0, 0, 0, 0],
  [0x81, 0x82, 0, 0, 0, 0, 0xff, 0xfe],
  [0x82, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1, 1, 1, 1],
  [0x89, 0xfe, 1, 0, 0, 0, 0, 0],
].map(bytes => Buffer.from(bytes));

function realUpdate(cid: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = cid;
  sectionOf(doc).insert(0, [newItem(itemId(seeded(cid)), 'This is a real update that will be cut short.')]);
  return Y.encodeStateAsUpdate(doc);
}

function truncated(client: LightClient, n: number, random: Seeded): void {
  const good = realUpdate(client.seat.cid);
  const withoutPast = insertUpdate(client.seat.cid, 1000 + n * 50, 999 + n * 50, 'no past here ');
  client.sendUpdate(n % 2 === 0 ? withoutPast : good.subarray(0, 1 + whole(random, good.length - 1)));
}

/** Another's client id, a root and an element that no plan has: what a signed-in insider would try. */
function forged(client: LightClient, n: number, random: Seeded): void {
  const doc = new Y.Doc();
  doc.clientID = n % 3 === 0 ? whole(random, 2 ** 31) : client.seat.cid;
  if (n % 3 === 1) doc.getXmlFragment('section:Z').insert(0, [newItem(itemId(random), 'hidden')]);
  else
    sectionOf(doc).insert(0, [n % 3 === 2 ? new Y.XmlElement('script') : newItem(itemId(random), 'forged')]);
  client.sendUpdate(Y.encodeStateAsUpdate(doc));
}

/** Frames of 32 MiB, ready masked: zeros as a sync update, and noise that goes over into one byte. */
const hugeFrames: Buffer[] = [];

function buildHugeFrames(): void {
  if (hugeFrames.length > 0) return;
  const declared = Buffer.from([MESSAGE.sync, SYNC.update, 0xf8, 0xff, 0xff, 0x0f]);
  const start = Buffer.concat([Buffer.from([MESSAGE.sync, SYNC.update]), noise(seeded(32), 64)]);
  hugeFrames.push(maskedFrame(Buffer.concat([declared, Buffer.alloc(HUGE)])));
  hugeFrames.push(maskedFrame(Buffer.concat([start, Buffer.alloc(HUGE, 7)])));
}

async function huge(attacker: Attacker): Promise<void> {
  for (const frame of hugeFrames) {
    const client = await attacker.socket();
    client?.sendRaw(frame);
    await until(() => client?.closed !== false || client.backlog === 0, 4000, 10);
    await pause(400);
    client?.kill();
  }
}

const JUNK = maskedFrame(syncFrame(SYNC.update, Buffer.from([1, 3, 200, 201, 2, 255, 9, 9, 9])));

/** Every attack, in the order of the table. */
export const ATTACKS: readonly Attack[] = [
  {name: 'none', says: 'nobody attacks', go: async (_attacker, end) => pause(Math.max(0, end - now()))},
  {name: 'malformed', says: 'messages that are none', go: steadily(10, malformed)},
  {
    name: 'protocol',
    says: 'frames against RFC 6455',
    async go(attacker, end, random) {
      while (now() < end) {
        const client = await attacker.socket();
        client?.sendRaw(pick(random, BROKEN_FRAMES));
        await pause(60);
        client?.kill();
      }
    },
  },
  {
    name: 'unknown',
    says: 'message types that nobody knows',
    go: steadily(10, (client, n, random) =>
      client.sendBare(Buffer.concat([Buffer.from([5 + (n % 90)]), noise(random, 12)])),
    ),
  },
  {name: 'truncated', says: 'cut updates, updates without their past', go: steadily(5, truncated)},
  {name: 'forged', says: "another's client id, foreign roots, unknown elements", go: steadily(5, forged)},
  {name: 'huge', says: 'frames of 32 MiB', prepare: buildHugeFrames, go: huge},
  {name: 'junk', says: '10,000 junk updates a second', go: flood(10, client => client.sendRaw(JUNK))},
  {
    name: 'presence',
    says: '2,000 presence states a second, each of a new client id',
    go: flood(2, (client, n) => client.presence({user: {name: 'x'.repeat(40)}}, 600_000 + n)),
  },
  {
    name: 'fullSync',
    says: 'asks 300 times a second for the whole plan, grown by 40 kB',
    async go(attacker, end, random) {
      const grown = await attacker.socket();
      grown?.writeItem(itemId(random), 'y'.repeat(40_000));
      await pause(100);
      const ask = syncFrame(SYNC.step1, EMPTY_STATE_VECTOR);
      await flood(0.3, client => client.send(ask))(attacker, end, random);
    },
  },
];
