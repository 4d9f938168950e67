import type {Browser, Page} from 'playwright-core';
import {GoldthreadEntry} from '../lib/entry.ts';
import {pause, round, Samples, type Summary} from '../lib/measure.ts';
import {longPlan} from '../lib/plan-files.ts';
import type {Figures} from '../lib/scenario.ts';
import {seeded, typist} from '../lib/seeded.ts';
import {ADMIN_TOKEN} from '../servers/kinds.ts';
import type {RunningServer} from '../servers/running-server.ts';
import {MARKS, SLOWDOWN, watchKeys, type KeyCost} from './key-cost.ts';
import {countScripts, launch, signIn, slowDown} from './open-page.ts';
import {RemoteWriters} from './remote-writers.ts';
import {watchScript, watchWork, type WorkPerKey} from './work.ts';

const PEOPLE = 6;
const KEYS = 60;
const WARM_UP_KEYS = 5;
const KEY_INTERVAL_MS = 85;
const READY_MS = 60_000;

/** Where the page's script leaves what it measured. */
interface Measured {
  paints: number[];
}

/** The page as this bench extends it. */
type BenchWindow = Window & {goldthreadBench?: Measured};

/** Runs in the page: from the key event's own timestamp to after the next paint. */
function watchPaints(marks: typeof MARKS): void {
  const measured: Measured = {paints: []};
  const own: BenchWindow = window;
  own.goldthreadBench = measured;
  const painted = (began: number): void => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      measured.paints.push(performance.now() - began);
      performance.mark(marks.painted);
    };
    channel.port2.postMessage(null);
  };
  const onKey = (event: KeyboardEvent): void => {
    performance.mark(marks.key);
    requestAnimationFrame(() => painted(event.timeStamp));
  };
  addEventListener('keydown', onKey, {capture: true});
}

/** Types real keys on a fixed schedule into the middle of the plan. */
async function typeKeys(page: Page, count: number): Promise<Summary> {
  const next = typist(seeded(1));
  await page.evaluate(() => {
    const own: BenchWindow = window;
    if (own.goldthreadBench) own.goldthreadBench.paints = [];
  });
  for (let i = 0; i < count; i++) {
    const letter = next();
    await page.keyboard.press(letter === ' ' ? 'Space' : /[a-z]/i.test(letter) ? letter : 'e');
    await pause(KEY_INTERVAL_MS);
  }
  await pause(500);
  const paints = await page.evaluate(() => {
    const own: BenchWindow = window;
    return own.goldthreadBench?.paints ?? [];
  });
  const samples = new Samples();
  paints.forEach(ms => samples.push(ms));
  return samples.summary();
}

/** Typing once more at full speed, for what each key costs. */
async function costOfKeys(browser: Browser, page: Page): Promise<KeyCost> {
  await slowDown(page, 1);
  const told = await watchKeys(browser);
  await typeKeys(page, KEYS);
  const cost = await told();
  await slowDown(page, SLOWDOWN);
  return cost;
}

/** Typing, with the work that it made; where a folder is named, also where the script of that work went. */
async function typeInto(page: Page, profile?: {folder: string; name: string}): Promise<Summary & WorkPerKey> {
  const wrote = profile === undefined ? undefined : await watchScript(page, profile.folder);
  const worked = await watchWork(page);
  const summary = await typeKeys(page, KEYS);
  const work = await worked(KEYS);
  await wrote?.(profile?.name ?? '');
  return {...summary, ...work};
}

async function openPlan(page: Page, address: string): Promise<number> {
  await page.addInitScript(watchPaints, MARKS);
  const began = performance.now();
  await page.goto(address);
  const editable = page.locator('.ProseMirror[contenteditable=true]').first();
  await editable.waitFor({timeout: READY_MS});
  return round(performance.now() - began, 0);
}

/** A section's element, as far as this bench looks at it. */
interface SectionElement extends Element {
  readonly section?: {readonly root: string};
}

/** Puts the caret at the end of the first paragraph of section F. */
async function placeCaret(page: Page): Promise<void> {
  const sections = page.locator('goldthread-section');
  const number = await sections.evaluateAll((elements: SectionElement[]) =>
    elements.findIndex(element => element.section?.root === 'section:F'),
  );
  const section = sections.nth(number);
  await section.scrollIntoViewIfNeeded({timeout: READY_MS});
  const paragraph = section.locator('.ProseMirror[contenteditable=true] p').first();
  await paragraph.waitFor({timeout: READY_MS});
  await paragraph.click();
  await page.keyboard.press('End');
}

/** Typing in one long plan in Chromium at a quarter of this machine's speed, alone and while five others write. */
export async function measureTyping(
  server: RunningServer,
  pages: number,
  profiles?: string,
): Promise<Figures> {
  const origin = `http://127.0.0.1:${server.port}`;
  const room = `typing-${pages}`;
  const entry = new GoldthreadEntry(server.port, ADMIN_TOKEN, (name, people) =>
    longPlan(name, people, pages),
  );
  await entry.seats(room, 1, PEOPLE);
  const browser = await launch();
  const others = new RemoteWriters();
  try {
    const context = await browser.newContext({viewport: {width: 1280, height: 900}});
    const page = await context.newPage();
    const scripts = countScripts(page);
    const readyMs = await openPlan(page, await signIn(context, origin, entry, room));
    const scriptKb = round((await scripts()) / 1024);
    await placeCaret(page);
    await slowDown(page, SLOWDOWN);
    await typeKeys(page, WARM_UP_KEYS);
    const profile = (name: string) =>
      profiles === undefined ? undefined : {folder: profiles, name: `typing${pages}-${name}`};
    const alone = {...(await typeInto(page, profile('alone'))), cpu: await costOfKeys(browser, page)};
    await others.join(server.port, entry, room);
    await pause(1000);
    const together = {...(await typeInto(page, profile('together'))), cpu: await costOfKeys(browser, page)};
    await slowDown(page, 1);
    return {pages, readyMs, scriptKb, alone, together};
  } finally {
    await others.stop();
    await browser.close();
  }
}
