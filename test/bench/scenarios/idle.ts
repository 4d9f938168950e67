import type {LightClient} from '../lib/light-client.ts';
import {inLanes, now, pause, round} from '../lib/measure.ts';
import type {Bench, Figures, Scenario} from '../lib/scenario.ts';
import {itemId, prose, seeded} from '../lib/seeded.ts';

const PLANS = 5000;
const CONNECTIONS = 2000;
const PER_ROOM = 5;
const LANES = 16;

/** Each plan is opened once, gets one item of 200 characters, and is left. */
async function touch(bench: Bench, name: string): Promise<void> {
  const random = seeded(name.length * 1000 + Number(name.split('-').at(-1)));
  const [seat] = await bench.entry.seats(name, 1);
  if (!seat) throw new Error('no seat');
  const client = await bench.light(seat).connect();
  client.writeItem(itemId(random), prose(random, 200));
  // Proves that the edit is in; a server that keeps nothing answers too.
  await client.barrier(10_000);
  client.close();
}

function names(prefix: string, count: number): string[] {
  return Array.from({length: count}, (_, i) => `${prefix}-${i}`);
}

/** Heap per plan that was touched and left, after its server had time to unload it. */
async function abandonedPlans(bench: Bench): Promise<Figures> {
  const plans = bench.effort.quick ? 200 : PLANS;
  // What is loaded and compiled once is not counted on the plans.
  await inLanes(names('warm', 50), LANES, name => touch(bench, name));
  await pause(2000);
  const before = await bench.collect();
  const usageBefore = bench.usage();
  const began = now();
  await inLanes(names('touched', plans), LANES, name => touch(bench, name));
  const seconds = (now() - began) / 1000;
  const touched = bench.usage();
  const idleMs = bench.effort.quick ? 5000 : 60_000;
  await pause(idleMs);
  const idle = bench.usage();
  const after = await bench.collect();
  return {
    plans,
    touchesPerSecond: round(plans / seconds, 0),
    cpuMsPerTouch: round(((touched.cpu - usageBefore.cpu) * 1000) / plans, 2),
    heapBytesPerPlan: round((after.heapUsed + after.external - before.heapUsed - before.external) / plans, 0),
    rssBytesPerPlan: round((after.rss - before.rss) / plans, 0),
    idleCpuPct: round(((idle.cpu - touched.cpu) / (idle.at - touched.at)) * 100, 2),
  };
}

/** Memory per connection that is open and says nothing. */
async function idleConnections(bench: Bench): Promise<Figures> {
  const count = bench.effort.quick ? 200 : CONNECTIONS;
  const seats = (
    await Promise.all(names('idle', count / PER_ROOM).map(name => bench.entry.seats(name, PER_ROOM, 1)))
  ).flat();
  const before = await bench.collect();
  const clients: LightClient[] = [];
  const began = now();
  await inLanes(seats, LANES, async seat => void clients.push(await bench.light(seat).connect()));
  const seconds = (now() - began) / 1000;
  await pause(1000);
  const from = bench.usage();
  await pause(bench.effort.quick ? 2000 : 8000);
  const to = bench.usage();
  const after = await bench.collect();
  const alive = clients.filter(client => client.open).length;
  clients.forEach(client => client.kill());
  return {
    connections: count,
    alive,
    connectsPerSecond: round(count / seconds, 0),
    kbPerConnection: round((after.rss - before.rss) / 1024 / count),
    heapKbPerConnection: round(
      (after.heapUsed + after.external - before.heapUsed - before.external) / 1024 / count,
    ),
    idleCpuPct: round(((to.cpu - from.cpu) / (to.at - from.at)) * 100, 2),
  };
}

async function run(bench: Bench): Promise<Figures> {
  const abandoned = await abandonedPlans(bench);
  bench.note(JSON.stringify(abandoned));
  return {...abandoned, idle: await idleConnections(bench)};
}

/** What plans and people cost that do nothing. */
export const idle: Scenario = {
  id: 's5',
  title: 'Idle: 5,000 plans touched once and left for a minute; 2,000 connections that say nothing',
  needs: 'nothing',
  repeats: false,
  run,
};
