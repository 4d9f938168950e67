import type {DocClient} from '../lib/doc-client.ts';
import {foreignPct} from '../lib/machine.ts';
import {median, now, pause, round, until, type Summary} from '../lib/measure.ts';
import {Person} from '../lib/person.ts';
import {paragraphsOf} from '../lib/plan-shape.ts';
import {privatePlan} from '../lib/private-plan.ts';
import type {Bench, Figures, Scenario} from '../lib/scenario.ts';
import {seeded} from '../lib/seeded.ts';
import {Tracker} from '../lib/tracker.ts';
import type {Seat} from '../lib/wire.ts';

const PEOPLE = 6;
const COMPARTMENTS = 8;
const OPENINGS = 20;
const KEYS_PER_SECOND = 5;

/** What one plan costs whoever opens it and writes in its shared part. */
interface Cost {
  readonly openMs: number;
  readonly edit: Summary;
  readonly socketsPerPerson: number;
  readonly kbPerPerson: number;
}

async function open(bench: Bench, seats: readonly Seat[], tracker?: Tracker): Promise<DocClient[]> {
  return await Promise.all(
    seats.map((seat, at) => bench.real(seat, at === 0 ? tracker : undefined).connect()),
  );
}

/** The median time in which one person has every document that they receive. */
async function openings(bench: Bench, room: string, compartments: number): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < (bench.effort.quick ? 5 : OPENINGS); at++) {
    const seats = await bench.entry.allSeats?.(room, PEOPLE, privatePlan(compartments));
    const began = now();
    const clients = await open(bench, seats?.[at % PEOPLE] ?? []);
    times.push(now() - began);
    clients.forEach(client => client.kill());
    await pause(20);
  }
  return round(median(times), 2);
}

async function typing(
  bench: Bench,
  people: readonly (readonly DocClient[])[],
  tracker: Tracker,
): Promise<void> {
  const end = now() + (bench.effort.quick ? 2 : 15) * 1000;
  tracker.start();
  await Promise.all(
    people.map(async ([shared], at) => {
      if (shared === undefined) return;
      const random = seeded(bench.effort.rep * 100 + at);
      const person = new Person(shared.doc, at + 1, at);
      const interval = 1000 / KEYS_PER_SECOND;
      for (let next = now() + random() * interval; next < end; next += (0.5 + random()) * interval) {
        await pause(Math.max(0, next - now()));
        shared.awareness.setLocalState({cursor: person.key()});
      }
    }),
  );
  await until(() => tracker.seen >= tracker.sent * (PEOPLE - 1), 2000);
  tracker.stop();
}

async function costOf(bench: Bench, compartments: number): Promise<Cost> {
  const room = `private-${compartments}-${bench.effort.rep}`;
  const openMs = await openings(bench, room, compartments);
  const before = await bench.collect();
  const tracker = new Tracker();
  const seats = (await bench.entry.allSeats?.(room, PEOPLE, privatePlan(compartments))) ?? [];
  const people: DocClient[][] = [];
  for (const own of seats) people.push(await open(bench, own, tracker));
  const [first] = people[0] ?? [];
  await until(() => first !== undefined && paragraphsOf(first.doc).length > 0, 5000);
  const after = await bench.collect();
  await typing(bench, people, tracker);
  people.flat().forEach(client => client.kill());
  const grown = after.heapUsed + after.external - before.heapUsed - before.external;
  return {
    openMs,
    edit: tracker.latency.summary(),
    socketsPerPerson: seats[0]?.length ?? 0,
    kbPerPerson: round(grown / 1024 / PEOPLE, 1),
  };
}

async function run(bench: Bench): Promise<Figures> {
  if (bench.entry.allSeats === undefined) throw new Error('this server knows no compartments');
  // What is compiled once is counted on neither of the two.
  await openings(bench, `warm-${bench.effort.rep}`, COMPARTMENTS);
  const usage = bench.usage();
  const without = await costOf(bench, 0);
  const withThem = await costOf(bench, COMPARTMENTS);
  return {
    without,
    withThem,
    openRatio: round(withThem.openMs / without.openMs, 2),
    editRatio: round((withThem.edit.p95 ?? 0) / (without.edit.p95 ?? 1), 2),
    foreignPct: foreignPct(usage, bench.usage()),
  };
}

/** What is withheld, and how little it costs: the same plan with and without eight withheld compartments. */
export const withheld: Scenario = {
  id: 's8',
  title: 'A plan of 60 pages for 6 people, without and with 8 withheld compartments that all of them receive',
  needs: 'compartments',
  repeats: true,
  run,
};
