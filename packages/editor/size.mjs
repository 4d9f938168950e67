import {readFile, readdir} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';

/**
 * The most that a page may load before it can be used, in bytes after gzip. `plan` is everything that the page of a
 * plan loads up to a section that can be typed in: the page, its scripts and styles, and the editor. `embed` is the same
 * for a page of another system.
 */
const BUDGETS = {plan: 180_000, embed: 180_000, join: 40_000, index: 40_000, demo: 40_000};
const ENTRIES = {embed: 'embed/goldthread.js'};
const TYPEFACE = 55_000;

const dist = fileURLToPath(new URL('./dist/', import.meta.url));

/** All scripts and styles that a page of the build comes to load, found by following the names in the built files. */
async function filesOf(page) {
  const found = new Set();
  const open = [ENTRIES[page] ?? `${page}.html`];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    const text = await readFile(dist + name, 'utf8');
    for (const [, next] of text.matchAll(
      /["'(`](?:\/|\.{1,2}\/)?((?:assets\/)?[\w.-]+-[\w-]{8}\.(?:js|css))["')`]/g,
    )) {
      open.push(next.startsWith('assets/') ? next : `assets/${next}`);
    }
  }
  return [...found];
}

/** The size of each page and of the typeface, and whether each is within its budget. */
export async function measure() {
  const rows = [];
  for (const [page, most] of Object.entries(BUDGETS)) {
    const sizes = await Promise.all(
      (await filesOf(page)).map(async name => gzipSync(await readFile(dist + name), {level: 9}).length),
    );
    rows.push({name: page, bytes: sizes.reduce((sum, size) => sum + size, 0), most});
  }
  const fonts = (await readdir(`${dist}assets`)).filter(name => name.endsWith('.woff2'));
  const sizes = await Promise.all(fonts.map(async name => (await readFile(`${dist}assets/${name}`)).length));
  rows.push({name: 'typeface', bytes: sizes.reduce((sum, size) => sum + size, 0), most: TYPEFACE});
  return rows;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rows = await measure();
  for (const {name, bytes, most} of rows) {
    console.log(
      `${name.padEnd(10)} ${(bytes / 1000).toFixed(1).padStart(7)} kB of ${(most / 1000).toFixed(0)} kB`,
    );
  }
  if (rows.some(({bytes, most}) => bytes > most)) process.exitCode = 1;
}
