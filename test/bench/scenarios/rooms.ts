import type {LightClient} from '../lib/light-client.ts';
import {foreignPct, waitForQuiet} from '../lib/machine.ts';
import {inLanes, now, pause, round, watchLag, type Summary} from '../lib/measure.ts';
import type {Bench, Figures, Scenario} from '../lib/scenario.ts';
import {itemId, seeded, whole, word} from '../lib/seeded.ts';
import {Tracker} from '../lib/tracker.ts';
import type {Seat} from '../lib/wire.ts';

const PER_ROOM = 6;
const LIMIT_MS = 200;
const FULL_PCT = 97;
const SLOT_MS = 2;
const SLOTS = 500;

/** A wheel of one second: each client edits once in its own slot, on time or late but never skipped. */
class Wheel {
  sent = 0;
  readonly #slots: {client: LightClient; words: readonly string[]; next: number}[][];
  readonly #began = now();
  #slot = 0;
  #turning = true;

  constructor() {
    this.#slots = Array.from({length: SLOTS}, () => []);
    this.#turn();
  }

  add(client: LightClient, slot: number, words: readonly string[]): void {
    this.#slots[slot % SLOTS]?.push({client, words, next: 0});
  }
  stop(): void {
    this.#turning = false;
  }

  #turn(): void {
    for (const until = now(); this.#began + this.#slot * SLOT_MS <= until; this.#slot++) {
      for (const writer of this.#slots[this.#slot % SLOTS] ?? []) {
        if (!writer.client.open) continue;
        writer.client.type(writer.words[writer.next++ % writer.words.length] ?? '');
        this.sent++;
      }
    }
    if (this.#turning) setTimeout(() => this.#turn(), 1);
  }
}

interface Step {
  readonly rooms: number;
  readonly edit: Summary;
  readonly cpuPct: number;
  readonly cpuUsPerEdit: number;
  readonly loadCpuPct: number;
  readonly foreignPct: number;
  readonly behind: boolean;
  readonly lost: number;
}

/** Adds rooms to one running server, step by step, and measures each step. */
class Ladder {
  rooms = 0;
  readonly #bench: Bench;
  readonly #tracker = new Tracker();
  readonly #wheel = new Wheel();
  readonly #clients: LightClient[] = [];

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  async add(count: number): Promise<void> {
    const random = seeded(this.#bench.effort.rep * 100 + this.rooms);
    const names = Array.from({length: count}, (_, i) => `room-${this.#bench.effort.rep}-${this.rooms + i}`);
    const fresh: LightClient[] = [];
    const join = async (seat: Seat): Promise<void> => {
      fresh.push(await this.#bench.light(seat, this.#tracker).connect(30_000));
    };
    await inLanes(names, 12, async name => {
      for (const seat of await this.#bench.entry.seats(name, PER_ROOM, 1)) await join(seat);
    });
    for (const [i, client] of fresh.entries()) {
      client.writeItem(itemId(random), 'Notes ');
      if (i % 50 === 49) await pause(5);
    }
    await pause(300);
    for (const client of fresh) {
      const words = Array.from({length: 16}, () => `${word(random)} `);
      this.#wheel.add(client, whole(random, SLOTS), words);
    }
    this.#clients.push(...fresh);
    this.rooms += count;
  }

  async step(seconds: number): Promise<Step> {
    await pause(700);
    this.#tracker.start();
    const from = this.#wheel.sent;
    const before = this.#bench.usage();
    const lag = watchLag();
    await pause(seconds * 1000);
    const after = this.#bench.usage();
    const load = lag();
    this.#tracker.stop();
    const sent = this.#wheel.sent - from;
    const cpu = after.cpu - before.cpu;
    return {
      rooms: this.rooms,
      edit: this.#tracker.latency.summary(),
      cpuPct: round((cpu / (after.at - before.at)) * 100, 0),
      cpuUsPerEdit: round((cpu * 1e6) / sent),
      loadCpuPct: load.cpuPct,
      foreignPct: foreignPct(before, after),
      behind: this.#tracker.seen < sent * (PER_ROOM - 1) * 0.93,
      lost: this.#clients.filter(client => client.lost).length,
    };
  }

  stop(): void {
    this.#wheel.stop();
    this.#clients.forEach(client => client.kill());
  }
}

function isBad(step: Step): boolean {
  return step.behind || step.lost > 0 || (step.edit.p95 ?? Number.POSITIVE_INFINITY) > LIMIT_MS;
}

function verdictOn(step: Step, mostRooms: number): string | undefined {
  if (step.cpuPct >= FULL_PCT) return 'server core full';
  if (step.loadCpuPct >= FULL_PCT) return 'load process full';
  return step.rooms >= mostRooms ? 'end of ladder' : undefined;
}

/** The nearer to a full core, the smaller the next step. */
function nextRooms(step: Step, mostRooms: number): number {
  const factor = step.cpuPct > 70 ? 1.12 : step.cpuPct > 45 ? 1.25 : 1.6;
  return Math.min(mostRooms, Math.round(step.rooms * factor));
}

async function climb(bench: Bench, ladder: Ladder): Promise<Figures> {
  const {quick, firstRooms, mostRooms} = bench.effort;
  let target = quick ? 20 : Math.min(mostRooms, Math.max(firstRooms, 100));
  let good: Step | undefined;
  let retries = 3;
  for (;;) {
    if (target > ladder.rooms) await ladder.add(target - ladder.rooms);
    const step = await ladder.step(quick ? 1.5 : 3);
    bench.note(
      `${step.rooms} rooms: p95 ${step.edit.p95} ms, server ${step.cpuPct} %, load ${step.loadCpuPct} %`,
    );
    const bad = isBad(step);
    if (bad && step.lost === 0 && retries-- > 0 && (step.foreignPct > 8 || step.cpuPct < 85)) {
      await waitForQuiet(3);
      continue;
    }
    if (!bad) good = step;
    const verdict = bad
      ? step.lost > 0
        ? `${step.lost} connections lost`
        : `p95 over ${LIMIT_MS} ms`
      : verdictOn(step, mostRooms);
    if (verdict !== undefined || quick)
      return {rooms: good?.rooms ?? 0, stoppedBy: verdict ?? 'quick', at: good, last: step};
    target = nextRooms(step, mostRooms);
  }
}

async function run(bench: Bench): Promise<Figures> {
  const ladder = new Ladder(bench);
  try {
    const figures = await climb(bench, ladder);
    return {...figures, peakMb: round(bench.usage().peak, 0)};
  } finally {
    ladder.stop();
  }
}

/** Many meetings: how many rooms of six one core carries. */
export const rooms: Scenario = {
  id: 's2',
  title: 'Many meetings: rooms of 6, one word a second each, until p95 passes 200 ms or a core is full',
  needs: 'nothing',
  repeats: true,
  run,
};
