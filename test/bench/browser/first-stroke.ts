import type {Browser, Page} from 'playwright-core';
import {GoldthreadEntry} from '../lib/entry.ts';
import {median, round} from '../lib/measure.ts';
import type {Figures} from '../lib/scenario.ts';
import {ADMIN_TOKEN} from '../servers/kinds.ts';
import type {RunningServer} from '../servers/running-server.ts';
import {SLOWDOWN} from './key-cost.ts';
import {countScripts, launch, signIn, slowDown} from './open-page.ts';

const OPENINGS = 7;

/** A plan whose first person is the child. */
function childsPlan(name: string): object {
  return {
    format: 'goldthread-plan',
    version: 1,
    ruleSet: 'england-2014',
    child: {name: `Bench ${name}`, calledName: 'Bench', born: '2016-03-02'},
    participants: [
      {key: 'kw0', name: 'Bench', relationship: 'The plan is about them', role: 'child'},
      {key: 'kw1', name: 'Worker', relationship: 'Key worker', role: 'keyworker', lead: true},
    ],
    sections: {},
  };
}

/** What a child waits for: until the houses are there, and until the first line that they draw is on the paper. */
interface Drawn {
  readonly housesMs: number;
  readonly strokeMs: number;
  readonly kb: number;
}

async function drawOnce(browser: Browser, origin: string, entry: GoldthreadEntry): Promise<Drawn> {
  const context = await browser.newContext({viewport: {width: 1280, height: 800}, hasTouch: true});
  try {
    const page = await context.newPage();
    const scripts = countScripts(page);
    const address = (await signIn(context, origin, entry, 'first-stroke')).replace('/plan/', '/child/');
    await slowDown(page, SLOWDOWN);
    const began = performance.now();
    await page.goto(address);
    await page.getByRole('button', {name: 'Dreams'}).click();
    const housesMs = performance.now() - began;
    await page.getByRole('button', {name: 'Draw', exact: true}).click();
    await strokeOn(page);
    await page.locator('.paper path').first().waitFor({state: 'attached'});
    return {housesMs, strokeMs: performance.now() - began, kb: (await scripts()) / 1000};
  } finally {
    await context.close();
  }
}

/** A short line with the finger. */
async function strokeOn(page: Page): Promise<void> {
  const box = await page.locator('.paper').boundingBox();
  if (box === null) throw new Error('there is nothing to draw on');
  await page.mouse.move(box.x + 40, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 80, {steps: 4});
  await page.mouse.up();
}

/** From the address of the child's page to the first line on the paper, on a processor of a quarter of the speed. */
export async function measureFirstStroke(server: RunningServer): Promise<Figures> {
  const entry = new GoldthreadEntry(server.port, ADMIN_TOKEN, childsPlan);
  const drawn: Drawn[] = [];
  const browser = await launch();
  try {
    for (let at = 0; at <= OPENINGS; at += 1) {
      const one = await drawOnce(browser, `http://127.0.0.1:${server.port}`, entry);
      // The first warms the server up.
      if (at > 0) drawn.push(one);
    }
  } finally {
    await browser.close();
  }
  const middle = (of: (one: Drawn) => number) => median(drawn.map(of));
  return {
    housesMs: round(
      middle(({housesMs}) => housesMs),
      0,
    ),
    strokeMs: round(
      middle(({strokeMs}) => strokeMs),
      0,
    ),
    kb: round(
      middle(({kb}) => kb),
      1,
    ),
  };
}
