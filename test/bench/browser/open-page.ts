import {existsSync} from 'node:fs';
import {chromium, type Browser, type BrowserContext} from 'playwright-core';
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
