import {Counter, Gauge, Histogram, Registry, collectDefaultMetrics} from 'prom-client';
import type {CounterName, GaugeName, Metrics, TimingName} from '../ports/index.ts';

const PREFIX = 'goldthread_';

const COUNTERS: Readonly<Record<CounterName, string>> = {
  sync_updates_total: 'Updates that were stored',
  sync_refusals_total: 'Updates that were refused, by code',
  sync_incidents_total: 'Events that need a look, by code',
  sync_closed_total: 'Sockets that were closed, by code',
  sync_commits_total: 'Group commits',
  sync_commit_failures_total: 'Group commits that failed',
  sync_presence_dropped_total: 'Presence states that were dropped, by code',
  sync_compactions_total: 'Documents that were compacted',
  http_requests_total: 'Requests that were answered, by status',
};

const GAUGES: Readonly<Record<GaugeName, string>> = {
  sync_connections: 'Open sockets',
  sync_rooms: 'Documents in memory',
};

const TIMINGS: Readonly<Record<TimingName, string>> = {
  sync_commit_ms: 'Milliseconds of one group commit',
  sync_load_ms: 'Milliseconds to load one document',
  http_request_ms: 'Milliseconds of one request',
};

const BUCKETS_MS = [0.5, 1, 2, 5, 10, 20, 50, 100, 250, 1000, 5000];

/** Keeps the server's numbers and shows them as Prometheus text. Labels are codes; nobody is named or numbered. */
export class Prometheus implements Metrics {
  readonly #registry = new Registry();
  readonly #counters: Readonly<Record<CounterName, Counter>>;
  readonly #gauges: Readonly<Record<GaugeName, Gauge>>;
  readonly #timings: Readonly<Record<TimingName, Histogram>>;

  constructor() {
    const registers = [this.#registry];
    this.#counters = mapValues(
      COUNTERS,
      (name, help) => new Counter({name: PREFIX + name, help, labelNames: ['code'], registers}),
    );
    this.#gauges = mapValues(GAUGES, (name, help) => new Gauge({name: PREFIX + name, help, registers}));
    this.#timings = mapValues(
      TIMINGS,
      (name, help) => new Histogram({name: PREFIX + name, help, buckets: BUCKETS_MS, registers}),
    );
    collectDefaultMetrics({register: this.#registry, prefix: PREFIX});
  }

  count(name: CounterName, label = '', by = 1): void {
    this.#counters[name].inc({code: label}, by);
  }

  gauge(name: GaugeName, value: number): void {
    this.#gauges[name].set(value);
  }

  timing(name: TimingName, ms: number): void {
    this.#timings[name].observe(ms);
  }

  /** The numbers as Prometheus text. */
  async text(): Promise<string> {
    return await this.#registry.metrics();
  }
}

function mapValues<Name extends string, From, To>(
  record: Readonly<Record<Name, From>>,
  make: (name: Name, value: From) => To,
): Readonly<Record<Name, To>> {
  // Object.entries and fromEntries forget the names; both keep every one of them.
  const entries = Object.entries(record) as [Name, From][];
  return Object.fromEntries(entries.map(([name, value]) => [name, make(name, value)])) as Record<Name, To>;
}
