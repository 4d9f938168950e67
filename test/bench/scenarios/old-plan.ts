import {buildBigPlan, type BigPlan} from '../lib/big-plan.ts';
import type {LightClient} from '../lib/light-client.ts';
import {median, now, pause, round, until} from '../lib/measure.ts';
import type {Bench, Figures, Scenario} from '../lib/scenario.ts';
import type {Seat} from '../lib/wire.ts';

const EDITS = 50_000;
const PEOPLE = 20;
const OPENERS = 20;
const BACKLOG_BYTES = 65_536;
const WHOLE_MS = 60_000;

interface Old {
  readonly plan: BigPlan;
  readonly seats: readonly Seat[];
  readonly room: string;
}

async function write(bench: Bench): Promise<Old> {
  const edits = bench.effort.quick ? 2000 : EDITS;
  const room = `old-${bench.effort.rep}`;
  const {sittings} = buildBigPlan(edits, sitting => sitting + 1);
  const seats = await bench.entry.seats(room, sittings, PEOPLE);
  const plan = buildBigPlan(edits, sitting => seatOf(seats, sitting).cid);
  return {plan, seats, room};
}

function seatOf(seats: readonly Seat[], sitting: number): Seat {
  const seat = seats[sitting];
  if (!seat) throw new Error('too few seats');
  return seat;
}

/**
 * Sends the whole history, each sitting over a socket of its own. Where the server binds client ids to sockets the next
 * sitting goes on only when the last one's edits are durable, since an edit may refer to any earlier one.
 */
async function ingest(bench: Bench, {plan, seats, room}: Old): Promise<void> {
  const sockets = new Map<number, LightClient>();
  const acknowledges = seats.some(seat => seat.base !== '');
  const last = new Map(plan.runs.map((run, i) => [run.sitting, i]));
  for (const [i, run] of plan.runs.entries()) {
    const key = acknowledges ? run.sitting : 0;
    const known = sockets.get(key);
    const client = known ?? (await bench.light(seatOf(seats, run.sitting)).connect());
    sockets.set(key, client);
    for (const update of run.updates) client.sendUpdate(update);
    const kept = await until(
      () => {
        if (client.closed)
          throw new Error(`closed in ingest: ${client.lastClose} ${client.refused.join(' ')}`);
        return acknowledges ? client.framesDurable >= client.framesSent : client.backlog < BACKLOG_BYTES;
      },
      20_000,
      1,
    );
    if (!kept)
      throw new Error(`edits not durable after 20 s: ${client.framesDurable} of ${client.framesSent}`);
    if (!acknowledges || last.get(run.sitting) !== i) continue;
    client.close();
    sockets.delete(key);
  }
  const openTo = now() + WHOLE_MS;
  const [look] = await bench.entry.seats(room, 1, PEOPLE);
  while (!look || !(await showsAll(bench, plan, look)))
    if (now() > openTo) throw new Error('the plan never became whole');
  sockets.forEach(socket => socket.close());
}

async function showsAll(bench: Bench, plan: BigPlan, seat: Seat): Promise<boolean> {
  const reader = await bench.real(seat).connect(WHOLE_MS);
  const whole = await until(() => reader.text === plan.text, 400, 50);
  reader.close();
  return whole;
}

interface Opening {
  readonly ms: number;
  readonly bytes: number;
  readonly cpuMs: number;
}

/** One person with a real document opens the plan. */
async function openAlone(bench: Bench, plan: BigPlan, seat: Seat): Promise<Opening> {
  const before = bench.usage();
  const began = now();
  const reader = await bench.real(seat).connect(WHOLE_MS);
  let ms = reader.syncedAt - began;
  while (reader.text !== plan.text) {
    await pause(2);
    ms = now() - began;
    if (ms > WHOLE_MS) throw new Error('opened, but the plan is not whole');
  }
  await pause(150);
  const after = bench.usage();
  const opening = {ms: round(ms), bytes: reader.bytesIn, cpuMs: round((after.cpu - before.cpu) * 1000, 0)};
  reader.close();
  await pause(50);
  return opening;
}

/** Twenty open it at once and only count bytes, so that the load process is not what is measured. */
async function openTogether(bench: Bench, plan: BigPlan, seats: readonly Seat[]): Promise<Figures> {
  const before = bench.usage();
  const began = now();
  const enough = plan.state.length * 0.5;
  const clients = seats.slice(0, OPENERS).map(seat => bench.light(seat));
  const times = await Promise.all(
    clients.map(async client => {
      await client.connect(WHOLE_MS);
      if (!(await until(() => client.planBytes >= enough, WHOLE_MS, 2))) throw new Error('never whole');
      return now() - began;
    }),
  );
  await pause(150);
  const after = bench.usage();
  clients.forEach(client => client.close());
  await pause(100);
  return {lastMs: round(Math.max(...times)), cpuMs: round((after.cpu - before.cpu) * 1000, 0)};
}

async function repeat(times: number, work: () => Promise<Opening>): Promise<Figures> {
  const openings: Opening[] = [];
  for (let i = 0; i < times; i++) openings.push(await work());
  return {
    ms: median(openings.map(opening => opening.ms)),
    range: [
      Math.min(...openings.map(opening => opening.ms)),
      Math.max(...openings.map(opening => opening.ms)),
    ],
    cpuMs: median(openings.map(opening => opening.cpuMs)),
    bytes: median(openings.map(opening => opening.bytes)),
  };
}

async function run(bench: Bench): Promise<Figures> {
  const old = await write(bench);
  const {plan, room} = old;
  const before = bench.usage();
  const began = now();
  await ingest(bench, old);
  const after = bench.usage();
  const figures = {
    edits: plan.edits,
    sittings: plan.sittings,
    stateKb: round(plan.state.length / 1024, 0),
    ingest: {seconds: round((after.at * 1000 - began) / 1000), cpuSeconds: round(after.cpu - before.cpu, 2)},
  };
  await pause(bench.effort.quick ? 500 : 4000);
  const fresh = await bench.entry.seats(room, OPENERS, PEOPLE);
  const alone = (): Promise<Opening> => openAlone(bench, plan, seatOf(fresh, 0));
  const warm = await repeat(5, alone);
  const warmTogether = await openTogether(bench, plan, fresh);
  if (bench.keeps !== 'disk') return {...figures, warm, warmTogether};
  const diskKb = await bench.diskKb();
  const cold = await repeat(5, async () => {
    await bench.restart();
    await pause(200);
    return alone();
  });
  await bench.restart();
  await pause(200);
  const coldTogether = await openTogether(bench, plan, fresh);
  return {...figures, warm, warmTogether, diskKb, cold, coldTogether, peakMb: round(bench.usage().peak, 0)};
}

/** Opening a big, old plan, while it is in memory and after a restart. */
export const oldPlan: Scenario = {
  id: 's4',
  title: 'A plan of 50,000 edits by 20 people: write it, open it warm and cold, alone and 20 at once',
  needs: 'memory',
  repeats: false,
  roams: true,
  run,
};
