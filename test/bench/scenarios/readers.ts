import type {DocClient} from '../lib/doc-client.ts';
import {foreignPct} from '../lib/machine.ts';
import {now, pause, round, until, watchLag} from '../lib/measure.ts';
import {Person} from '../lib/person.ts';
import {newItem, paragraphsOf, sectionOf} from '../lib/plan-shape.ts';
import type {Bench, Figures, Scenario} from '../lib/scenario.ts';
import {itemId, seeded} from '../lib/seeded.ts';
import {Tracker} from '../lib/tracker.ts';

const READERS = 200;
const WRITERS = 2;
const KEYS_PER_SECOND = 10;

async function typeUntil(end: number, client: DocClient, seed: number): Promise<void> {
  const random = seeded(seed * 31);
  const person = new Person(client.doc, seed, seed % WRITERS);
  const interval = 1000 / KEYS_PER_SECOND;
  for (let next = now() + random() * interval; next < end; next += (0.5 + random()) * interval) {
    await pause(Math.max(0, next - now()));
    client.awareness.setLocalState({cursor: person.key()});
  }
}

async function run(bench: Bench): Promise<Figures> {
  const {rep, quick} = bench.effort;
  const count = quick ? 40 : READERS;
  const tracker = new Tracker();
  const seats = await bench.entry.seats(`readers-${rep}`, WRITERS + count);
  const writers: DocClient[] = [];
  for (const seat of seats.slice(0, WRITERS)) writers.push(await bench.real(seat, tracker).connect());
  const readers = seats.slice(WRITERS).map(seat => bench.light(seat, tracker));
  for (const reader of readers) await reader.connect();
  const first = writers[0];
  if (!first) throw new Error('no writer');
  const random = seeded(rep);
  await pause(300);
  first.doc.transact(() => {
    sectionOf(first.doc).insert(0, [newItem(itemId(random), 'One: '), newItem(itemId(random), 'Two: ')]);
  });
  await until(() => writers.every(writer => paragraphsOf(writer.doc).length === 2), 5000);
  const received = (): number => readers.reduce((sum, reader) => sum + reader.messagesIn, 0);
  const messages = received();
  const before = bench.usage();
  const lag = watchLag();
  tracker.start();
  const end = now() + (quick ? 2 : 8) * 1000;
  await Promise.all(writers.map((writer, i) => typeUntil(end, writer, rep * 1000 + i)));
  const after = bench.usage();
  const load = lag();
  const expected = tracker.sent * (count + WRITERS - 1);
  await until(() => tracker.seen >= expected, 2000);
  tracker.stop();
  const figures = {
    edits: tracker.sent,
    missing: expected - tracker.seen,
    edit: tracker.latency.summary(),
    cpuSeconds: round(after.cpu - before.cpu, 2),
    cpuUsPerDelivery: round(((after.cpu - before.cpu) * 1e6) / tracker.seen, 2),
    messagesOut: received() - messages,
    peakMb: round(after.peak, 0),
    lost: readers.filter(reader => reader.lost).length,
    foreignPct: foreignPct(before, after),
    load,
  };
  [...writers, ...readers].forEach(client => client.kill());
  return figures;
}

/** Fan-out: two people write, two hundred read. */
export const readers: Scenario = {
  id: 's3',
  title: 'Fan-out: 200 readers, 2 writers at 10 keystrokes a second with a cursor each',
  needs: 'nothing',
  repeats: true,
  run,
};
