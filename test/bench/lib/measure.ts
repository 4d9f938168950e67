import {monitorEventLoopDelay, performance} from 'node:perf_hooks';

/** The one clock of the load process: milliseconds, monotonic. */
export function now(): number {
  return performance.now();
}

/** Keeps to an open-loop schedule; a bench waits on the clock where a test may not. */
export function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}

/** Rounds to `digits` decimals. */
export function round(value: number, digits = 1): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}

/** The middle value (the lower one of two). */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/** Percentiles of a list of durations, in milliseconds; null where nothing was measured. */
export interface Summary {
  readonly n: number;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  readonly max: number | null;
}

/** A growing list of durations that hundreds of thousands of deliveries can be pushed into without garbage. */
export class Samples {
  #values = new Float64Array(4096);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const longer = new Float64Array(this.#length * 2);
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[this.#length++] = value;
  }

  clear(): void {
    this.#length = 0;
  }

  summary(): Summary {
    const sorted = this.#values.slice(0, this.#length).sort();
    const at = (share: number): number | null => {
      const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
      return value === undefined ? null : round(value, 2);
    };
    return {n: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1)};
  }
}

/** How late the load process itself runs: a slow generator must not be read as a slow server. */
export interface Lag {
  /** 99th percentile of the event loop's delay, milliseconds. */
  readonly loopP99: number;
  /** Processor use of the load process, % of one core. */
  readonly cpuPct: number;
}

const TIMER_PERIOD_MS = 2;

/** Starts to watch the load process; the returned function stops and tells. */
export function watchLag(): () => Lag {
  const delay = monitorEventLoopDelay({resolution: TIMER_PERIOD_MS});
  delay.enable();
  const cpu = process.cpuUsage();
  const from = now();
  return () => {
    delay.disable();
    const used = process.cpuUsage(cpu);
    return {
      loopP99: round(Math.max(0, delay.percentile(99) / 1e6 - TIMER_PERIOD_MS), 2),
      cpuPct: round((used.user + used.system) / 10 / (now() - from), 0),
    };
  };
}

/** Fails with `what` when `promise` takes longer than `ms`. */
export async function within<T>(promise: Promise<T>, ms: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${ms} ms: ${what}`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Waits until `condition` holds, looking every `every` ms, at most `ms`; says whether it came to hold. */
export async function until(condition: () => boolean, ms: number, every = 5): Promise<boolean> {
  const end = now() + ms;
  while (!condition()) {
    if (now() > end) return false;
    await pause(every);
  }
  return true;
}

/** Runs `work` over `items` with at most `lanes` at a time, in order of start. */
export async function inLanes<T>(
  items: readonly T[],
  lanes: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (;;) {
      const item = items[next++];
      if (item === undefined) return;
      await work(item);
    }
  };
  await Promise.all(Array.from({length: lanes}, lane));
}
