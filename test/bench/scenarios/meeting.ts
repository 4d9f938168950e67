import * as Y from 'yjs';
import {foreignPct} from '../lib/machine.ts';
import {now, pause, round, Samples, until, watchLag} from '../lib/measure.ts';
import {Person} from '../lib/person.ts';
import {newItem, planText, sectionOf} from '../lib/plan-shape.ts';
import {joinForReal, type RealProvider} from '../lib/provider.ts';
import type {Bench, Figures, Scenario} from '../lib/scenario.ts';
import {itemId, seeded} from '../lib/seeded.ts';
import {Tracker} from '../lib/tracker.ts';

const PEOPLE = 12;
const KEYS_PER_SECOND = 5;

/**
 * Latency of cursors. Each receiver gets each person's moves in order, and at this rate one by one, so the n-th move that
 * arrives is the n-th that was sent; a server may count and dress up the states as it likes.
 */
class CursorWatch {
  readonly latency = new Samples();
  readonly #sentAt = new Map<number, number[]>();

  sent(provider: RealProvider): void {
    const times = this.#sentAt.get(provider.doc.clientID) ?? [];
    times.push(now());
    this.#sentAt.set(provider.doc.clientID, times);
  }

  listen(provider: RealProvider): void {
    const seen = new Map<number, number>();
    const onChange = ({added, updated}: {added: number[]; updated: number[]}, origin: unknown): void => {
      if (origin === 'local') return;
      for (const cid of [...added, ...updated]) {
        if (provider.awareness.getStates().get(cid)?.cursor === undefined) continue;
        const count = seen.get(cid) ?? 0;
        seen.set(cid, count + 1);
        const sentAt = this.#sentAt.get(cid)?.[count];
        if (sentAt !== undefined) this.latency.push(now() - sentAt);
      }
    };
    provider.awareness.on('update', onChange);
  }
}

function track(provider: RealProvider, tracker: Tracker): void {
  const {doc} = provider;
  doc.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (transaction.local) {
      tracker.edit(doc.clientID, transaction.beforeState.get(doc.clientID) ?? 0);
      return;
    }
    const at = now();
    for (const [cid, to] of transaction.afterState) {
      const from = transaction.beforeState.get(cid) ?? 0;
      if (to > from) tracker.got(cid, from, to, at);
    }
  });
}

async function gather(bench: Bench, tracker: Tracker, cursors: CursorWatch): Promise<RealProvider[]> {
  // Every WebsocketProvider listens for the end of the process.
  process.setMaxListeners(0);
  const people: RealProvider[] = [];
  for (const seat of await bench.entry.seats(`meeting-${bench.effort.rep}`, PEOPLE)) {
    const provider = await joinForReal(bench.port, bench.wire, seat, new Y.Doc());
    track(provider, tracker);
    cursors.listen(provider);
    people.push(provider);
  }
  // The floor keeps nothing for late comers, so the first words come when everybody is there.
  await pause(300);
  const first = people[0];
  const random = seeded(bench.effort.rep);
  first?.doc.transact(() => {
    const items = people.map((_, i) => newItem(itemId(random), `Provision ${i}: `));
    sectionOf(first.doc).insert(0, items);
  });
  const together = await until(() => people.every(person => sectionOf(person.doc).length === PEOPLE), 5000);
  if (!together) throw new Error('the first items did not reach everybody');
  return people;
}

/** Types until `end` on a schedule that doesn't wait for the server. */
async function typeUntil(
  end: number,
  provider: RealProvider,
  seed: number,
  cursors: CursorWatch,
): Promise<void> {
  const random = seeded(seed * 77);
  const person = new Person(provider.doc, seed, seed % PEOPLE);
  const interval = 1000 / KEYS_PER_SECOND;
  for (let next = now() + random() * interval; next < end; next += (0.5 + random()) * interval) {
    await pause(Math.max(0, next - now()));
    const cursor = random() < 0.02 ? person.jump() : person.key();
    cursors.sent(provider);
    provider.awareness.setLocalState({cursor});
  }
}

async function run(bench: Bench): Promise<Figures> {
  const seconds = bench.effort.quick ? 6 : 30;
  const tracker = new Tracker();
  const cursors = new CursorWatch();
  const people = await gather(bench, tracker, cursors);
  const received = (): number => people.reduce((sum, person) => sum + person.received.messages, 0);
  const messages = received();
  const before = bench.usage();
  const lag = watchLag();
  tracker.start();
  const end = now() + seconds * 1000;
  await Promise.all(
    people.map((person, i) => typeUntil(end, person, bench.effort.rep * 1000 + i * 13 + i, cursors)),
  );
  const after = bench.usage();
  const load = lag();
  await until(() => tracker.seen >= tracker.sent * (PEOPLE - 1), 3000);
  tracker.stop();
  await until(() => new Set(people.map(person => planText(person.doc))).size === 1, 3000, 100);
  const texts = new Set(people.map(person => planText(person.doc)));
  people.forEach(person => person.destroy());
  return {
    edits: tracker.sent,
    missing: tracker.sent * (PEOPLE - 1) - tracker.seen,
    same: texts.size === 1,
    edit: tracker.latency.summary(),
    cursor: cursors.latency.summary(),
    cpuSeconds: round(after.cpu - before.cpu, 2),
    peakMb: round(after.peak, 0),
    messagesOut: received() - messages,
    foreignPct: foreignPct(before, after),
    load,
  };
}

/** One meeting: the real client libraries, five keystrokes a second each, a cursor with each. */
export const meeting: Scenario = {
  id: 's1',
  title: 'One meeting: 12 people, 5 keystrokes a second and a cursor each, real client libraries',
  needs: 'nothing',
  repeats: true,
  run,
};
