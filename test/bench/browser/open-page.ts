import {existsSync} from 'node:fs';
import {gzipSync} from 'node:zlib';
import {chromium, type Browser, type BrowserContext, type Page} from 'playwright-core';
import type {GoldthreadEntry} from '../lib/entry.ts';

const CHROMIUM = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Starts the Chromium of this machine. */
export async function launch(): Promise<Browser> {
  const executablePath = CHROMIUM.find(path => existsSync(path));
  if (executablePath === undefined)
    throw new Error('there is no Chromium on this machine; install it to measure pages');
  return chromium.launch({executablePath, args: ['--no-sandbox']});
}

/** Signs the first person of a room in and gives the address of the page. */
export async function signIn(
  context: BrowserContext,
  origin: string,
  entry: GoldthreadEntry,
  room: string,
): Promise<string> {
  const {planId, participantId, token} = await entry.invite(room);
  const answer = await context.request.post(`${origin}/api/session`, {data: {token}});
  if (!answer.ok()) throw new Error(`signing in answered ${answer.status()}`);
  return `${origin}/plan/${planId}?me=${participantId}`;
}

/** Counts the scripts that a page loads, in bytes after gzip. */
export function countScripts(page: Page): () => Promise<number> {
  const bodies: Promise<Buffer>[] = [];
  page.on('response', response => {
    if (response.request().resourceType() === 'script') bodies.push(response.body());
  });
  return async () =>
    (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body, {level: 9}).length, 0);
}

/** Makes the processor seem so many times slower to a page. */
export async function slowDown(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', {rate});
}
