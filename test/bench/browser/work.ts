import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {CDPSession, Page} from 'playwright-core';
import {round} from '../lib/measure.ts';

/** What one key costs the page's main thread: milliseconds as the slowed page takes them, and counts. */
export interface WorkPerKey {
  readonly taskMs: number;
  readonly scriptMs: number;
  readonly styleMs: number;
  readonly layoutMs: number;
  readonly styles: number;
  readonly layouts: number;
}

const SAMPLE_EVERY_US = 200;

async function metrics(session: CDPSession): Promise<ReadonlyMap<string, number>> {
  const {metrics: all} = await session.send('Performance.getMetrics');
  return new Map(all.map(({name, value}) => [name, value]));
}

/** Begins to watch the page's work; the returned function stops and divides by the number of keys. */
export async function watchWork(page: Page): Promise<(keys: number) => Promise<WorkPerKey>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const before = await metrics(session);
  return async keys => {
    const after = await metrics(session);
    await session.detach();
    const each = (name: string, times: number): number =>
      round((((after.get(name) ?? 0) - (before.get(name) ?? 0)) * times) / keys, 2);
    return {
      taskMs: each('TaskDuration', 1000),
      scriptMs: each('ScriptDuration', 1000),
      styleMs: each('RecalcStyleDuration', 1000),
      layoutMs: each('LayoutDuration', 1000),
      styles: each('RecalcStyleCount', 1),
      layouts: each('LayoutCount', 1),
    };
  };
}

/** Begins to sample the page's script; the returned function writes a profile that `profile.ts` reads. */
export async function watchScript(page: Page, folder: string): Promise<(name: string) => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', {interval: SAMPLE_EVERY_US});
  await session.send('Profiler.start');
  return async name => {
    const {profile} = await session.send('Profiler.stop');
    await session.detach();
    mkdirSync(folder, {recursive: true});
    writeFileSync(join(folder, `${name}.cpuprofile`), JSON.stringify(profile));
  };
}
