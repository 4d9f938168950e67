import type {Browser} from 'playwright-core';
import {round, Samples} from '../lib/measure.ts';

/** How far the page of this bench is slowed down. */
export const SLOWDOWN = 4;

/** What the page of this bench calls the moments of a key in its own timeline. */
export const MARKS = {key: 'goldthread-key', painted: 'goldthread-painted'} as const;

/**
 * Processor time of the page's main thread, times the slow-down: from a key to after its frame was painted, and for all
 * that happens between one key and the next. Unlike time on the clock it means something on a machine that others use.
 */
export interface KeyCost {
  readonly p50: number | null;
  readonly p95: number | null;
  readonly eachMs: number;
}

/** One event of Chromium's trace, as far as it is looked at; `tts` is processor time of its thread in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ts: number;
  readonly tts?: number;
}

/**
 * Begins to trace; the returned function stops and reckons. The page must run at full speed meanwhile. Only the page's
 * own marks are traced: Chromium's events of layout count every box of the page, which takes longer than the layout.
 */
export async function watchKeys(browser: Browser): Promise<() => Promise<KeyCost>> {
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  // Chromium's own format.
  session.on('Tracing.dataCollected', ({value}) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    traceConfig: {includedCategories: ['blink.user_timing']},
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
  const inOrder = events.toSorted((a, b) => a.ts - b.ts);
  const keys = inOrder.filter(({name}) => name === MARKS.key);
  const costs = new Samples();
  for (const key of keys) {
    const painted = inOrder.find(({name, ts}) => name === MARKS.painted && ts > key.ts);
    if (painted) costs.push(((cpu(painted) - cpu(key)) * SLOWDOWN) / 1000);
  }
  const {p50, p95} = costs.summary();
  const last = keys.at(-1);
  const all = last && keys[0] ? cpu(last) - cpu(keys[0]) : Number.NaN;
  return {p50, p95, eachMs: round((all * SLOWDOWN) / 1000 / (keys.length - 1), 1)};
}

function cpu(event: TraceEvent): number {
  return event.tts ?? Number.NaN;
}
