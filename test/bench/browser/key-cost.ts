import type {Browser} from 'playwright-core';
import {round, Samples} from '../lib/measure.ts';

/** How far the page of this bench is slowed down. */
export const SLOWDOWN = 4;

/**
 * Processor time of the page's main thread, times the slow-down: from a key to its frame being painted, and for all
 * that happens between one key and the next. Unlike time on the clock it means something on a machine that others use.
 */
export interface KeyCost {
  readonly p50: number | null;
  readonly p95: number | null;
  readonly eachMs: number;
}

/** One event of Chromium's trace, as far as it is looked at; `tts` and `tdur` are processor time in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly tts?: number;
  readonly tdur?: number;
  readonly args?: {readonly data?: {readonly type?: string}};
}

/** Begins to trace; the returned function stops and reckons. The page must run at full speed meanwhile. */
export async function watchKeys(browser: Browser): Promise<() => Promise<KeyCost>> {
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  // Chromium's own format.
  session.on('Tracing.dataCollected', ({value}) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    traceConfig: {includedCategories: ['devtools.timeline']},
    transferMode: 'ReportEvents',
  });
  return async () => {
    const complete = new Promise(resolve => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    await session.detach();
    return reckon(events);
  };
}

function reckon(events: readonly TraceEvent[]): KeyCost {
  const isKey = (event: TraceEvent): boolean =>
    event.name === 'EventDispatch' && event.args?.data?.type === 'keydown';
  const first = events.find(isKey);
  const mine = events
    .filter(event => event.ph === 'X' && event.pid === first?.pid && event.tid === first.tid)
    .toSorted((a, b) => a.ts - b.ts);
  const keys = mine.filter(isKey);
  const costs = new Samples();
  for (const key of keys) {
    const paint = mine.find(event => event.name === 'Paint' && event.ts > key.ts);
    const end = mine.find(event => event.name === 'Layerize' && event.ts > (paint?.ts ?? Infinity));
    if (end) costs.push(((cpu(end) + (end.tdur ?? 0) - cpu(key)) * SLOWDOWN) / 1000);
  }
  const {p50, p95} = costs.summary();
  const last = keys.at(-1);
  const all = last && keys[0] ? cpu(last) - cpu(keys[0]) : Number.NaN;
  return {p50, p95, eachMs: round((all * SLOWDOWN) / 1000 / (keys.length - 1), 1)};
}

function cpu(event: TraceEvent): number {
  return event.tts ?? Number.NaN;
}
