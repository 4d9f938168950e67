import {existsSync} from 'node:fs';
import {chromium, type Browser} from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];

/** Starts the machine's own Chromium without a window. Throws with what to install where there is none. */
export async function startChromium(): Promise<Browser> {
  const path = process.env['CHROMIUM'] ?? PLACES.find(place => existsSync(place));
  if (path === undefined)
    throw new Error('The journeys need Chromium: install it or set CHROMIUM to its path.');
  return chromium.launch({executablePath: path, args: FLAGS});
}
