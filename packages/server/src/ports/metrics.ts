/** Every counter of the server; labels are codes, never ids of people or plans. */
export type CounterName =
  | 'sync_updates_total'
  | 'sync_refusals_total'
  | 'sync_incidents_total'
  | 'sync_closed_total'
  | 'sync_commits_total'
  | 'sync_commit_failures_total'
  | 'sync_presence_dropped_total'
  | 'sync_compactions_total'
  | 'http_requests_total';

/** Every gauge of the server. */
export type GaugeName = 'sync_connections' | 'sync_rooms';

/** Every measured duration, in milliseconds. */
export type TimingName = 'sync_commit_ms' | 'sync_load_ms' | 'http_request_ms';

/** Counts what the server does. Cheap enough for the hot path. */
export interface Metrics {
  count(name: CounterName, label?: string, by?: number): void;
  gauge(name: GaugeName, value: number): void;
  timing(name: TimingName, ms: number): void;
}

const ignore = (): void => undefined;

/** Metrics that go nowhere. */
export const noMetrics: Metrics = {count: ignore, gauge: ignore, timing: ignore};
