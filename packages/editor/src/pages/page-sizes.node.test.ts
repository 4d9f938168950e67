import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {globSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {after, before, test} from 'node:test';
import {gzipSync} from 'node:zlib';

/**
 * The most that a page may load before it can be used, in bytes after gzip. `plan` is everything that the page of a
 * plan loads up to a section that can be typed in: the page, its scripts and styles, and the editor. `embed` is the
 * same for a page of another system.
 */
const PAGES = [
  {name: 'plan', entry: 'plan.html', most: 180_000},
  {name: 'embed', entry: 'embed/goldthread.js', most: 180_000},
  {name: 'child', entry: 'child.html', most: 60_000},
  {name: 'join', entry: 'join.html', most: 40_000},
  {name: 'index', entry: 'index.html', most: 40_000},
  {name: 'demo', entry: 'demo.html', most: 40_000},
] as const;
/** The most that one screen over a plan may load on asking, beyond what its plan has loaded already. */
const SCREEN = 31_000;
/** Of both files of the typeface together; most readers need the first only. */
const TYPEFACE = 55_000;

const EDITOR = resolve(import.meta.dirname, '../..');
const NAMED = /["'(`](?:\/|\.{1,2}\/)?(?:assets\/)?([\w.-]+-[\w-]{8}\.(?:js|css))["')`]/g;
const dist = mkdtempSync(join(tmpdir(), 'goldthread-pages-'));

before(() => {
  const vite = createRequire(import.meta.url).resolve('vite/package.json');
  const args = [join(dirname(vite), 'bin/vite.js'), 'build', '--logLevel', 'warn', '--outDir', dist];
  const built = spawnSync(process.execPath, args, {cwd: EDITOR, encoding: 'utf8'});
  assert.equal(built.status, 0, built.stderr);
});
after(() => rmSync(dist, {recursive: true}));

/**
 * An entry and all that it comes to load, now or later, found by following the names in the built files. What a person
 * has to open first, a screen, is left out and counted by itself.
 */
function filesOf(entry: string): string[] {
  const found = new Set<string>();
  const open = [entry];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name) || (name !== entry && isScreen(name))) continue;
    found.add(name);
    for (const [, next] of readFileSync(join(dist, name), 'utf8').matchAll(NAMED)) {
      open.push(`assets/${next ?? ''}`);
    }
  }
  return [...found];
}

const isScreen = (name: string): boolean => name.startsWith('assets/over-plan-');
const screens = (): string[] => globSync('assets/over-plan-*.js', {cwd: dist});

const gzipped = (name: string): number => gzipSync(readFileSync(join(dist, name)), {level: 9}).length;
const sum = (sizes: readonly number[]): number => sizes.reduce((all, size) => all + size, 0);
const inKilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

for (const {name, entry, most} of PAGES) {
  test(`${name} loads at most ${most / 1000} kB`, t => {
    const files = filesOf(entry);
    const bytes = sum(files.map(gzipped));
    t.diagnostic(`${name}: ${inKilobytes(bytes)} of ${inKilobytes(most)}`);
    assert.ok(bytes <= most, files.map(file => `${file} ${inKilobytes(gzipped(file))}`).join('\n'));
  });
}

test(`each screen over a plan loads at most ${SCREEN / 1000} kB more`, t => {
  const plan = filesOf('plan.html');
  const sizes = screens().map(screen => {
    const more = filesOf(screen).filter(name => !plan.includes(name));
    return {screen, bytes: sum(more.map(gzipped))};
  });
  t.diagnostic(sizes.map(({screen, bytes}) => `${screen}: ${inKilobytes(bytes)}`).join('\n'));
  assert.ok(sizes.length > 0);
  assert.deepEqual(
    sizes.filter(({bytes}) => bytes > SCREEN),
    [],
  );
});

test(`the typeface has at most ${TYPEFACE / 1000} kB`, t => {
  const bytes = sum(
    globSync('assets/*.woff2', {cwd: dist}).map(name => readFileSync(join(dist, name)).length),
  );
  t.diagnostic(`typeface: ${inKilobytes(bytes)} of ${inKilobytes(TYPEFACE)}`);
  assert.ok(bytes > 0 && bytes <= TYPEFACE, inKilobytes(bytes));
});

test('no script or style of the build escapes the count, and the editor counts for the plan only', () => {
  const counted = new Set([...PAGES.map(({entry}) => entry), ...screens()].flatMap(filesOf));
  const built = globSync('assets/*.{js,css}', {cwd: dist});
  assert.ok(built.length > 5);
  assert.deepEqual(
    built.filter(name => !counted.has(name)),
    [],
  );
  const withEditor = PAGES.filter(({entry}) => filesOf(entry).some(name => name.includes('editor-code')));
  assert.deepEqual(
    withEditor.map(({name}) => name),
    ['plan', 'embed'],
  );
});
