import type {Browser, Page} from 'playwright-core';
import {GoldthreadEntry} from '../lib/entry.ts';
import {median, round} from '../lib/measure.ts';
import {privatePlan} from '../lib/private-plan.ts';
import type {Figures} from '../lib/scenario.ts';
import {ADMIN_TOKEN} from '../servers/kinds.ts';
import type {RunningServer} from '../servers/running-server.ts';
import {launch, signIn} from './open-page.ts';

const COMPARTMENTS = 8;
const OPENINGS = 7;
/** The shared document and that of the houses. */
const OPEN_DOCUMENTS = 2;
const READY_MS = 60_000;

/** The plan's element, as far as this bench looks at it. */
interface PlanElement extends Element {
  readonly source?: {readonly docs: ReadonlyMap<string, {readonly state: {readonly kind: string}}>};
}

/** What one person waits for, and what the page holds then. */
interface Opened {
  readonly ms: number;
  readonly heapMb: number;
}

/** Whether every document is in step with the server, of as many as there are to be. */
function isWhole(count: number): boolean {
  const docs = document.querySelector<PlanElement>('goldthread-plan')?.source?.docs;
  return (
    docs !== undefined && docs.size >= count && [...docs.values()].every(({state}) => state.kind === 'live')
  );
}

async function openOnce(
  browser: Browser,
  origin: string,
  entry: GoldthreadEntry,
  compartments: number,
): Promise<Opened> {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}});
  try {
    const page = await context.newPage();
    const address = await signIn(context, origin, entry, `opening-${compartments}`);
    const began = performance.now();
    await page.goto(address);
    await page.locator('.ProseMirror[contenteditable=true]').first().waitFor({timeout: READY_MS});
    await page.waitForFunction(isWhole, OPEN_DOCUMENTS + compartments, {timeout: READY_MS, polling: 'raf'});
    return {ms: performance.now() - began, heapMb: await heapOf(page)};
  } finally {
    await context.close();
  }
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const {metrics} = await session.send('Performance.getMetrics');
  return (metrics.find(({name}) => name === 'JSHeapUsedSize')?.value ?? 0) / 2 ** 20;
}

/**
 * From the address to a plan of 60 pages that can be typed in, with every document in step: without and with eight withheld
 * compartments, in turns, each time in a browser that has seen neither.
 */
export async function measureOpening(server: RunningServer): Promise<Figures> {
  const origin = `http://127.0.0.1:${server.port}`;
  const kinds = [0, COMPARTMENTS].map(count => ({
    count,
    entry: new GoldthreadEntry(server.port, ADMIN_TOKEN, privatePlan(count)),
    opened: [] as Opened[],
  }));
  const browser = await launch();
  try {
    for (let at = 0; at <= OPENINGS; at += 1) {
      for (const {count, entry, opened} of kinds) {
        const one = await openOnce(browser, origin, entry, count);
        // The first of each warms the server up.
        if (at > 0) opened.push(one);
      }
    }
  } finally {
    await browser.close();
  }
  const [without, withThem] = kinds.map(({opened}) => ({
    readyMs: round(median(opened.map(({ms}) => ms)), 0),
    heapMb: round(median(opened.map(({heapMb}) => heapMb)), 1),
  }));
  return {without, withThem, ratio: round((withThem?.readyMs ?? 0) / (without?.readyMs ?? 1), 2)};
}
